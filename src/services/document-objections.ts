import {
  documentObjection,
  officialDocument,
  readTerms,
  type DocumentKind,
  type DocumentObjection,
} from '@/domain/document';
import {
  checkRecord,
  emptyValues,
  err,
  inOrder,
  type Deadline,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import { calendarOf } from './calendar';
import { voidMutations, writeStep } from './document-steps';
import { openDocument, type DocumentAnswer, type DocumentRow, type OpenedDocument } from './documents';
import { keptDeadline, keptDue, packDeadline, type SetDeadline } from './pack-deadline';
import type { Workbench } from './workbench';

/** An objection with its record. */
export type ObjectionRow = LedgerRow<DocumentObjection>;

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

/** The deadline that the rule pack gives for objecting to a document (objection), or for deciding (review). */
async function kindDeadline(
  bench: Workbench,
  kind: DocumentKind | null,
  purpose: 'objection' | 'review',
  at: string | null,
): Promise<SetDeadline | null> {
  if (!kind?.deadline || at === null) return null;
  return packDeadline(bench, { instrument: kind.deadline.instrument, purpose }, at);
}

/**
 * Until when the supervised body may object, with the reason: by the terms kept at sign-off, and for a document that
 * keeps none by the rules in force; null where there are none.
 */
export async function objectionDeadline(bench: Workbench, { row, content }: OpenedDocument): Promise<Deadline | null> {
  const { objectionTerms, receivedOn } = row.values;
  const terms = readTerms(objectionTerms);
  if (terms !== null) return receivedOn === null ? null : keptDeadline(terms, receivedOn, await calendarOf(bench));
  const set = await kindDeadline(bench, content?.kind ?? null, 'objection', receivedOn);
  return set?.deadline ?? null;
}

/**
 * Records an objection against a served document. Unless a day is given, the day by which it is to be answered follows
 * from the rule pack in force.
 */
export async function raiseObjection(
  bench: Workbench,
  row: DocumentRow,
  values: Values,
): Promise<DocumentAnswer<DocumentRow>> {
  if (!['served', 'objected'].includes(row.values.status)) {
    return err(problem('status', '文书送达后才能登记异议，请先登记送达'));
  }
  const known = await openDocument(bench, row.id);
  const accepted = values['acceptedOn'] ?? values['raisedOn'] ?? null;
  const due = await kindDeadline(
    bench,
    known?.content?.kind ?? null,
    'review',
    accepted === null ? null : String(accepted),
  );
  const objection = {
    ...emptyValues(documentObjection),
    ...values,
    ...(typeof values['dueOn'] === 'string' ? {} : keptDue(due)),
    document: row.id,
  };
  const wrong = checkRecord(documentObjection, objection, bench.session.context());
  if (wrong.length > 0) return err(wrong);
  const { raisedOn } = objection as unknown as DocumentObjection;
  const early = inOrder(
    { label: '文书收到日期', day: row.values.receivedOn },
    { field: 'raisedOn', label: '提出日期', day: raisedOn },
  );
  if (early) return err([early]);
  const { id, revision } = row;
  const changes = { status: 'objected' };
  return writeStep(bench, row, '登记异议', [
    { op: 'create', ledger: documentObjection.id, values: objection },
    { op: 'update', ledger: officialDocument.id, id, revision, changes },
  ]);
}

/** What a decision makes of the document: void where it was withdrawn, else back to its course when all are decided. */
async function afterDecision(
  bench: Workbench,
  { row, objections }: OpenedDocument,
  decided: DocumentObjection & { readonly id: string },
): Promise<readonly Mutation[]> {
  if (decided.result === 'withdrawn') {
    const voidReason = `复查后撤销${decided.opinion === null ? '' : `：${decided.opinion}`}`;
    return voidMutations(bench, row, { voidReason, voidOn: decided.decidedOn });
  }
  const open = objections.some((one) => one.id !== decided.id && one.values.result === null);
  if (open || row.values.status !== 'objected') return [];
  const changes = { status: 'served' };
  return [{ op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes }];
}

/**
 * Records what became of an objection. A document that is withdrawn becomes void with its number; otherwise it goes on
 * when its last objection is decided.
 */
export async function decideObjection(
  bench: Workbench,
  objection: ObjectionRow,
  values: Values,
): Promise<DocumentAnswer<DocumentRow>> {
  const known = await openDocument(bench, objection.values.document);
  if (known === null) return err(problem(null, '这条异议的文书已不存在，请刷新列表'));
  const whole = { ...objection.values, ...values } as DocumentObjection;
  const missing = [
    ...(whole.result === null ? problem('result', '请选择“复查结果”') : []),
    ...(whole.decidedOn === null ? problem('decidedOn', '请填写“复查决定日期”') : []),
  ];
  const wrong = [...missing, ...checkRecord(documentObjection, whole, bench.session.context())];
  if (wrong.length > 0) return err(wrong);
  const { id, revision } = objection;
  const change: Mutation = { op: 'update', ledger: documentObjection.id, id, revision, changes: values };
  const further = await afterDecision(bench, known, { ...whole, id });
  return writeStep(bench, known.row, '登记复查结果', [change, ...further]);
}
