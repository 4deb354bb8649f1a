import {
  documentService,
  officialDocument,
  receiptFrom,
  type DocumentService,
  type OfficialDocument,
} from '@/domain/document';
import {
  checkRecord,
  emptyValues,
  err,
  inOrder,
  ok,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import { calendarOf } from './calendar';
import { dueAfterReceipt } from './document-deadlines';
import { addresseeNames } from './document-facts';
import { writeStep } from './document-steps';
import { openDocument, type DocumentAnswer, type DocumentRow } from './documents';
import type { Workbench } from './workbench';

/** A proof of service with its record. */
export type ServiceRow = LedgerRow<DocumentService>;

const servable: readonly string[] = ['sealed', 'served', 'objected', 'archived'];

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

/** What the form of a service starts with: to the addressee, today, by the person at the desk. */
export function proposedService(bench: Workbench, row: DocumentRow): Values {
  const { actor, today } = bench.session.context();
  const [recipient = null] = addresseeNames(row.values.addressee);
  return { recipient, method: 'direct', outcome: 'received', servedOn: today, receivedOn: today, servers: actor };
}

function serviceProblems(bench: Workbench, document: OfficialDocument, service: Values): readonly FieldProblem[] {
  const wrong = checkRecord(documentService, service, bench.session.context());
  if (wrong.length > 0) return wrong;
  const { servedOn } = service as unknown as DocumentService;
  const early = inOrder(
    { label: '签发日期', day: document.signedOn },
    { field: 'servedOn', label: '发出日期', day: servedOn },
  );
  return early ? [early] : [];
}

/**
 * What the proofs of service make of a document's entry: day of receipt, deadline with its reason, and 送达 once every
 * addressee has it.
 */
async function entryAfter(
  bench: Workbench,
  row: DocumentRow,
  services: readonly DocumentService[],
): Promise<DocumentAnswer<Mutation>> {
  const receipt = receiptFrom(services);
  const due = dueAfterReceipt(row.values, receipt, await calendarOf(bench));
  if (!due.ok) return due;
  const everybody = Math.max(1, addresseeNames(row.values.addressee).length);
  const served = row.values.status === 'sealed' && (receipt?.recipients ?? 0) >= everybody;
  const changes = {
    receivedOn: receipt?.receivedOn ?? null,
    ...due.value,
    ...(served ? { status: 'served' } : {}),
  };
  return ok({ op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes });
}

/**
 * Records how a document reached somebody, or that it did not. The first receipt of each recipient counts, and with
 * several recipients the last of them: from it the deadline is computed by the terms kept at sign-off, and explained.
 */
export async function recordService(
  bench: Workbench,
  row: DocumentRow,
  values: Values,
): Promise<DocumentAnswer<DocumentRow>> {
  if (!servable.includes(row.values.status)) {
    return err(problem('status', '文书签发并用印后才能登记送达，请先办理用印'));
  }
  const service = { ...emptyValues(documentService), ...values, document: row.id };
  const wrong = serviceProblems(bench, row.values, service);
  if (wrong.length > 0) return err(wrong);
  const known = await openDocument(bench, row.id);
  const services = [...(known?.services ?? []).map((one) => one.values), service as unknown as DocumentService];
  const entry = await entryAfter(bench, row, services);
  if (!entry.ok) return entry;
  return writeStep(bench, row, '登记送达', [
    { op: 'create', ledger: documentService.id, values: service },
    entry.value,
  ]);
}

/** Corrects a proof of service, and with it the day of receipt and the deadline. */
export async function reviseService(
  bench: Workbench,
  service: ServiceRow,
  values: Values,
): Promise<DocumentAnswer<DocumentRow>> {
  const known = await openDocument(bench, service.values.document);
  if (known === null) return err(problem(null, '这条送达记录的文书已不存在，请刷新列表'));
  const whole = { ...service.values, ...values, document: known.row.id };
  const wrong = serviceProblems(bench, known.row.values, whole);
  if (wrong.length > 0) return err(wrong);
  const services = known.services.map((one) => (one.id === service.id ? whole : one.values) as DocumentService);
  const entry = await entryAfter(bench, known.row, services);
  if (!entry.ok) return entry;
  const { id, revision } = service;
  const change: Mutation = { op: 'update', ledger: documentService.id, id, revision, changes: values };
  return writeStep(bench, known.row, '更正送达记录', [change, entry.value]);
}

/** Takes a proof of service away that was recorded by mistake. */
export async function removeService(bench: Workbench, service: ServiceRow): Promise<DocumentAnswer<DocumentRow>> {
  const known = await openDocument(bench, service.values.document);
  if (known === null) return err(problem(null, '这条送达记录的文书已不存在，请刷新列表'));
  const services = known.services.filter((one) => one.id !== service.id).map((one) => one.values);
  const entry = await entryAfter(bench, known.row, services);
  if (!entry.ok) return entry;
  const removal: Mutation = { op: 'remove', ledger: documentService.id, id: service.id };
  return writeStep(bench, known.row, '删除送达记录', [removal, entry.value]);
}
