import {
  compileDocument,
  documentNumber,
  officialDocument,
  readNumberText,
  type OfficialDocument,
} from '@/domain/document';
import { codeLabel, err, ok, stepsFrom, type FieldProblem, type Mutation, type Values } from '@/domain/kernel';
import { allRows } from './all-rows';
import { factsIn, surroundingsOf, type DocumentSurroundings } from './document-facts';
import { numberChange } from './document-numbers';
import {
  createDraft,
  openDocument,
  problemsOfRefusal,
  type DocumentAnswer,
  type DocumentRow,
  type OpenedDocument,
} from './documents';
import type { Workbench } from './workbench';

/** Steps that need nothing but values of the entry; signing, voiding and objecting have functions of their own. */
export const plainSteps = ['review', 'approved', 'draft', 'sealed', 'served', 'archived'] as const;
/** One of {@link plainSteps}. */
export type PlainStep = (typeof plainSteps)[number];

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

/** What stands in a step's fields where nobody says otherwise: the person at the desk, today. */
export function stepDefaults(bench: Workbench, to: PlainStep | 'void' | 'signed'): Values {
  const { actor, today } = bench.session.context();
  const usual: Readonly<Record<typeof to, Values>> = {
    review: {},
    approved: { reviewedBy: actor, reviewedOn: today },
    draft: { returnReason: null },
    signed: { signedBy: null, signedOn: today },
    sealed: { sealedBy: actor, sealedOn: today },
    served: {},
    archived: { archivedOn: today, archiveNo: null },
    void: { voidReason: null, voidOn: today },
  };
  return usual[to];
}

/** Whether the content is complete, before somebody is asked to review it. */
function contentProblems({ row, content }: OpenedDocument, around: DocumentSurroundings): readonly FieldProblem[] {
  if (content === null) return problem(null, '这份文书没有正文，不能提交审核');
  const facts = factsIn(around, { addressee: row.values.addressee, number: null, signedOn: null });
  const model = compileDocument(content.kind, content.data, facts);
  return model.ok ? [] : model.error;
}

function serviceProblems({ services, objections }: OpenedDocument): readonly FieldProblem[] {
  if (!services.some((row) => row.values.outcome !== 'unserved' && row.values.receivedOn !== null)) {
    return problem(null, '还没有送达成功的记录，请先在“送达”中登记送达方式、收件人和收到日期');
  }
  const open = objections.some((row) => row.values.result === null);
  return open ? problem(null, '还有异议没有复查结果，请先登记复查结果') : [];
}

/** The mutation of a plain step, or what stands in its way. A step into the present state changes values only. */
export function stepMutation(
  bench: Workbench,
  opened: OpenedDocument,
  step: { readonly to: PlainStep; readonly values: Values },
  around: DocumentSurroundings,
): DocumentAnswer<Mutation> {
  const { row } = opened;
  const { to } = step;
  const from = row.values.status;
  const known = from === to || stepsFrom(officialDocument, from).some((one) => one.to === to);
  const nameOf = (state: string): string => codeLabel(bench.session.codes, 'document-status', state);
  if (!known) return err(problem('status', `文书现在是“${nameOf(from)}”，不能直接变为“${nameOf(to)}”`));
  const wrong = to === 'review' ? contentProblems(opened, around) : to === 'served' ? serviceProblems(opened) : [];
  if (wrong.length > 0) return err(wrong);
  const changes = { ...stepDefaults(bench, to), ...step.values, status: to };
  return ok({ op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes });
}

/** Says of a step what the history calls it. */
export function stepLabel(from: string, to: string): string {
  return stepsFrom(officialDocument, from).find((one) => one.to === to)?.label ?? '修改办理情况';
}

/**
 * Takes a document one step further, or back to its drafter. Review asks for complete content, 送达 for a service that
 * succeeded.
 */
export async function takeStep(
  bench: Workbench,
  row: DocumentRow,
  to: PlainStep,
  values: Values = {},
): Promise<DocumentAnswer<DocumentRow>> {
  const opened = await openDocument(bench, row.id);
  if (opened === null) return err(problem(null, '这份文书已不存在，请刷新列表'));
  const mutation = stepMutation(bench, { ...opened, row }, { to, values }, await surroundingsOf(bench));
  if (!mutation.ok) return mutation;
  return writeStep(bench, row, stepLabel(row.values.status, to), [mutation.value]);
}

/** Writes a step and what goes with it, and gives the document as it is then. */
export async function writeStep(
  bench: Workbench,
  row: DocumentRow,
  label: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<DocumentRow>> {
  const intent = { kind: 'document-step', label } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  if (!written.ok) return err(problemsOfRefusal(written.error));
  const [now = row] = await bench.storage.rows(officialDocument.id, [row.id]);
  return ok(now as DocumentRow);
}

/** Puts a document into the archive. */
export function archiveDocument(
  bench: Workbench,
  row: DocumentRow,
  values: Values,
): Promise<DocumentAnswer<DocumentRow>> {
  return takeStep(bench, row, 'archived', values);
}

/** The mutations that make a document and its number void for a reason. */
export async function voidMutations(
  bench: Workbench,
  row: DocumentRow,
  values: Pick<OfficialDocument, 'voidReason' | 'voidOn'>,
): Promise<readonly Mutation[]> {
  const { number } = row.values;
  const changes = { ...values, status: 'void' };
  const read = number === null ? null : readNumberText(number);
  const filters = [{ field: 'document', op: 'equals', value: row.id } as const];
  const numbers = read?.ok ? await allRows(bench, { ledger: documentNumber.id, filters }) : [];
  return [
    { op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes },
    ...numbers.map((one) => numberChange(one, { status: 'void', reason: values.voidReason })),
  ];
}

/** Makes a document void, with its number: both stay in their registers with the reason. */
export async function voidDocument(
  bench: Workbench,
  row: DocumentRow,
  values: Values,
): Promise<DocumentAnswer<DocumentRow>> {
  const reason = String(values['voidReason'] ?? '').trim();
  if (reason === '') return err(problem('voidReason', '请填写“作废原因”'));
  const voidOn = String(values['voidOn'] ?? bench.session.today());
  return writeStep(bench, row, '作废文书', await voidMutations(bench, row, { voidReason: reason, voidOn }));
}

/** Begins a document that corrects a signed one: a new draft of the same kind and content that names the old. */
export async function correctDocument(bench: Workbench, opened: OpenedDocument): Promise<DocumentAnswer<DocumentRow>> {
  const { row, content } = opened;
  if (content?.model === null || content === null) {
    return err(problem(null, '只有签发过的文书才需要更正；没有签发的请直接修改'));
  }
  const { kind, data, citations } = content;
  const { entity, addressee, subject } = row.values;
  return createDraft(bench, {
    kind,
    data,
    citations,
    entity,
    addressee: addressee ?? '',
    subject: subject ?? '',
    corrects: row.id,
  });
}
