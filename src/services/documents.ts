import {
  documentContent,
  documentObjection,
  documentService,
  officialDocument,
  previewDocument,
  type DocumentContent,
  type DocumentData,
  type DocumentKind,
  type DocumentModel,
  type DocumentObjection,
  type DocumentService,
  type OfficialDocument,
} from '@/domain/document';
import {
  checkRecord,
  createIdFactory,
  emptyValues,
  err,
  ok,
  type CommitRefusal,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type NewId,
  type Result,
  type Values,
} from '@/domain/kernel';
import type { Citation } from '@/domain/law';
import { allRows } from './all-rows';
import { addresseeNames, factsIn, surroundingsOf, type DocumentSurroundings } from './document-facts';
import { refusalText } from './records';
import type { Workbench } from './workbench';

/** A document's entry in the register. */
export type DocumentRow = LedgerRow<OfficialDocument>;

/** What stands in the way: problems of fields, or of the whole where field is null. */
export type DocumentAnswer<T> = Result<T, readonly FieldProblem[]>;

/** What a document says, with its record. */
export interface OpenedContent {
  readonly row: LedgerRow<DocumentContent>;
  /** As it was when the document was drafted; later changes of the kind do not reach it. */
  readonly kind: DocumentKind;
  readonly data: DocumentData;
  /** The frozen document; null until it is signed. */
  readonly model: DocumentModel | null;
  readonly citations: readonly Citation[];
}

/** A document with all that belongs to it. */
export interface OpenedDocument {
  readonly row: DocumentRow;
  /** Null for a document that was recorded afterwards. */
  readonly content: OpenedContent | null;
  readonly services: readonly LedgerRow<DocumentService>[];
  readonly objections: readonly LedgerRow<DocumentObjection>[];
}

/** What a drafter gives. */
export interface DraftInput {
  /** Record of the supervised body; null where the addressee is not in the register. */
  readonly entity: string | null;
  /** Full names, several parted by 、. */
  readonly addressee: string;
  readonly subject: string;
  readonly data: DocumentData;
  readonly citations?: readonly Citation[];
  readonly remark?: string | null;
}

/** A refusal of the storage as problems of fields. */
export function problemsOfRefusal(refusal: CommitRefusal): readonly FieldProblem[] {
  return refusal.kind === 'invalid' ? refusal.problems : [{ field: null, message: refusalText(refusal) }];
}

/** Makes identifiers for records that refer to one another within one commit. */
export function idsOf(bench: Workbench): NewId {
  return createIdFactory(bench.clock, (target) => crypto.getRandomValues(target as Uint8Array<ArrayBuffer>));
}

/** The organ in whose name a document of a kind is issued. */
function issuerOf(kind: DocumentKind, around: DocumentSurroundings): string | null {
  return kind.issuer === 'government' ? around.bureau.government : around.bureau.name;
}

function wholeData(input: DraftInput): DocumentData {
  return { ...input.data, subject: input.subject };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Values of the register's entry that follow from what the drafter gives. */
function entryValues(kind: DocumentKind, input: DraftInput, around: DocumentSurroundings): Values {
  const facts = factsIn(around, { addressee: input.addressee, number: null, signedOn: null });
  return {
    title: previewDocument(kind, wholeData(input), facts).model.title,
    kind: kind.id,
    kindName: kind.name,
    issuer: issuerOf(kind, around),
    entity: input.entity,
    addressee: textOrNull(addresseeNames(input.addressee).join('、')),
    subject: textOrNull(input.subject),
    remark: input.remark ?? null,
  };
}

function contentValues(kind: DocumentKind, input: DraftInput): Values {
  const { citations = [] } = input;
  return {
    kind: JSON.stringify(kind),
    data: JSON.stringify(wholeData(input)),
    citations: citations.length === 0 ? null : JSON.stringify(citations),
  };
}

/** A draft about to be written. */
export interface DraftOrder extends DraftInput {
  readonly kind: DocumentKind;
  readonly batch?: string | null;
  /** The document that this one corrects. */
  readonly corrects?: string | null;
}

/** The mutations that write a draft and its content; the content's record has the identifier of the document's. */
export function draftMutations(
  bench: Workbench,
  id: string,
  order: DraftOrder,
  around: DocumentSurroundings,
): DocumentAnswer<readonly Mutation[]> {
  const context = bench.session.context();
  const entry = {
    ...emptyValues(officialDocument),
    ...entryValues(order.kind, order, around),
    status: 'draft',
    batch: order.batch ?? null,
    corrects: order.corrects ?? null,
    draftedBy: around.bureau.person,
    draftedOn: around.today,
  };
  const content = {
    ...emptyValues(documentContent),
    ...contentValues(order.kind, order),
    document: id,
    status: 'open',
  };
  const problems = [
    ...checkRecord(officialDocument, entry, context),
    ...checkRecord(documentContent, content, context),
  ];
  if (problems.length > 0) return err(problems);
  return ok([
    { op: 'create', ledger: officialDocument.id, id, values: entry },
    { op: 'create', ledger: documentContent.id, id, values: content },
  ]);
}

/**
 * Begins a document of a kind: its entry in the register and its content, in one commit. What is not filled in yet may
 * be missing; the steps that follow ask for it.
 */
export async function createDraft(bench: Workbench, order: DraftOrder): Promise<DocumentAnswer<DocumentRow>> {
  const mutations = draftMutations(bench, idsOf(bench)(), order, await surroundingsOf(bench));
  if (!mutations.ok) return mutations;
  const intent = { kind: 'create', label: `拟制${order.kind.name}` } as const;
  return firstDocument(await bench.storage.commit(intent, mutations.value, bench.session.context()));
}

type Written = Awaited<ReturnType<Workbench['storage']['commit']>>;

/** The document that a commit wrote, or what stands in its way. */
export function firstDocument(written: Written): DocumentAnswer<DocumentRow> {
  if (!written.ok) return err(problemsOfRefusal(written.error));
  const [row] = written.value.rows;
  if (!row) throw new Error('a document was written without a row');
  return ok(row as DocumentRow);
}

/** Saves a draft. Only a draft can be changed; what is under review is sent back first. */
export async function saveDraft(
  bench: Workbench,
  opened: OpenedDocument,
  input: DraftInput,
): Promise<DocumentAnswer<DocumentRow>> {
  const { row, content } = opened;
  if (content === null || row.values.status !== 'draft') {
    return err([{ field: null, message: '只有拟稿中的文书可以修改，请先“退回修改”；已签发的请拟制更正文书' }]);
  }
  const entry = entryValues(content.kind, input, await surroundingsOf(bench));
  const mutations: readonly Mutation[] = [
    { op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes: entry },
    {
      op: 'update',
      ledger: documentContent.id,
      id: content.row.id,
      revision: content.row.revision,
      changes: contentValues(content.kind, input),
    },
  ];
  const intent = { kind: 'edit', label: `修改${content.kind.name}` } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  if (!written.ok) return err(problemsOfRefusal(written.error));
  const [saved = row] = await bench.storage.rows(officialDocument.id, [row.id]);
  return ok(saved as DocumentRow);
}

/** Reads what a document's content record holds. */
export function readContent(row: LedgerRow<DocumentContent>): OpenedContent {
  const { kind, data, model, citations } = row.values;
  return {
    row,
    kind: JSON.parse(kind) as DocumentKind,
    data: JSON.parse(data) as DocumentData,
    model: model === null ? null : (JSON.parse(model) as DocumentModel),
    citations: citations === null ? [] : (JSON.parse(citations) as readonly Citation[]),
  };
}

async function belonging(bench: Workbench, ledger: string, document: string): Promise<readonly LedgerRow[]> {
  const filters = [{ field: 'document', op: 'equals', value: document } as const];
  return allRows(bench, { ledger, filters });
}

/** A document with content, services and objections, the earliest first; null where there is none of that id. */
export async function openDocument(bench: Workbench, id: string): Promise<OpenedDocument | null> {
  const [row] = await bench.storage.rows(officialDocument.id, [id]);
  if (!row) return null;
  const [content] = (await bench.storage.rows(documentContent.id, [id])) as readonly LedgerRow<DocumentContent>[];
  const services = (await belonging(bench, documentService.id, id)) as readonly LedgerRow<DocumentService>[];
  const objections = (await belonging(bench, documentObjection.id, id)) as readonly LedgerRow<DocumentObjection>[];
  return {
    row: row as DocumentRow,
    content: content ? readContent(content) : null,
    services: services.toSorted((a, b) => (a.values.servedOn < b.values.servedOn ? -1 : 1)),
    objections: objections.toSorted((a, b) => (a.values.raisedOn < b.values.raisedOn ? -1 : 1)),
  };
}
