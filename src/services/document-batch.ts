import { documentNumber, numberText, officialDocument, type DocumentData, type DocumentKind } from '@/domain/document';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import {
  err,
  ok,
  type DateText,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Result,
  type Values,
} from '@/domain/kernel';
import type { Citation } from '@/domain/law';
import { surroundingsOf } from './document-facts';
import { nextNumber, numberMutation } from './document-numbers';
import {
  freezeMutations,
  numberPrefix,
  numberWasTaken,
  signingDesk,
  signOrderProblems,
  type SigningDesk,
  type SignOrder,
} from './document-signing';
import { stepLabel, stepMutation, type PlainStep } from './document-steps';
import {
  draftMutations,
  idsOf,
  openDocument,
  problemsOfRefusal,
  type DocumentRow,
  type OpenedDocument,
} from './documents';
import type { Workbench } from './workbench';

/** How a long run tells where it stands, and is told to stop. */
export interface BatchWork {
  readonly progress: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

/** Why a run wrote nothing: the person stopped it, or one of its documents stands in the way. */
export type BatchStop =
  | { readonly kind: 'cancelled' }
  /** `title` names the document or body; null where the run as a whole is meant. */
  | { readonly kind: 'refused'; readonly title: string | null; readonly problems: readonly FieldProblem[] };

/** Outcome of a run: everything in one commit, or nothing. */
export type BatchAnswer<T> = Result<T, BatchStop>;

function refused(title: string | null, problems: readonly FieldProblem[]): BatchAnswer<never> {
  return err({ kind: 'refused', title, problems });
}

/** Lets the page breathe between two pieces, so that progress shows and a stop is heard. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Works on one item after another; stops at the first that is refused, or when the person says so. */
async function eachOf<T, U>(
  items: readonly T[],
  work: BatchWork,
  make: (item: T, at: number) => Promise<BatchAnswer<U>>,
): Promise<BatchAnswer<readonly U[]>> {
  const made: U[] = [];
  for (const [at, item] of items.entries()) {
    if (work.cancelled()) return err({ kind: 'cancelled' });
    const answer = await make(item, at);
    if (!answer.ok) return answer;
    made.push(answer.value);
    work.progress(at + 1, items.length);
    await breath();
  }
  return work.cancelled() ? err({ kind: 'cancelled' }) : ok(made);
}

/** What a batch is made of: one kind with the same data for several bodies. */
export interface BatchOrder {
  readonly kind: DocumentKind;
  /** Records of the bodies, in the order in which the documents are to be numbered later. */
  readonly entities: readonly string[];
  readonly subject: string;
  readonly data: DocumentData;
  readonly citations?: readonly Citation[];
}

/** A batch that was made. */
export interface MadeBatch {
  /** Name of the batch, the same in all its documents. */
  readonly batch: string;
  readonly rows: readonly DocumentRow[];
}

function batchName(bench: Workbench, order: BatchOrder): string {
  const now = new Date(bench.clock());
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  return `${order.kind.name} ${bench.session.today()} ${time}（${order.entities.length}份）`;
}

/** Drafts the same document to several bodies of the register, each with its full name, in one commit. */
export async function createBatch(
  bench: Workbench,
  order: BatchOrder,
  work: BatchWork,
): Promise<BatchAnswer<MadeBatch>> {
  const around = await surroundingsOf(bench);
  const bodies = (await bench.storage.rows(
    enforcementEntity.id,
    order.entities,
  )) as readonly LedgerRow<EnforcementEntity>[];
  const living = bodies.filter((body) => body.deletedAt === null);
  if (order.entities.length === 0) return refused(null, [{ field: 'entities', message: '请先在名录中选择单位' }]);
  if (living.length < order.entities.length) {
    return refused(null, [{ field: 'entities', message: '所选单位中有的已不在名录，请重新选择' }]);
  }
  const newId = idsOf(bench);
  const batch = batchName(bench, order);
  const made = await eachOf(living, work, async (body) => {
    const addressee = body.values.name;
    const answer = draftMutations(bench, newId(), { ...order, entity: body.id, addressee, batch }, around);
    return answer.ok ? answer : refused(addressee, answer.error);
  });
  if (!made.ok) return made;
  const intent = { kind: 'create', label: `批量拟制${order.kind.name}${living.length}份` } as const;
  const written = await bench.storage.commit(intent, made.value.flat(), bench.session.context());
  if (!written.ok) return refused(null, problemsOfRefusal(written.error));
  const ids = made.value.flatMap(([entry]) => entry?.id ?? []);
  return ok({ batch, rows: (await bench.storage.rows(officialDocument.id, ids)) as readonly DocumentRow[] });
}

/** A step that many documents take together. Signing takes the next numbers in the order of the documents. */
export type BatchStep =
  | { readonly to: PlainStep; readonly values: Values }
  | { readonly to: 'signed'; readonly signedBy: string; readonly signedOn: DateText };

async function openAll(bench: Workbench, ids: readonly string[]): Promise<BatchAnswer<readonly OpenedDocument[]>> {
  const found: OpenedDocument[] = [];
  for (const id of ids) {
    const opened = await openDocument(bench, id);
    if (!opened || opened.row.deletedAt !== null) {
      return refused(null, [{ field: null, message: '所选文书中有的已不存在，请刷新列表后重新选择' }]);
    }
    found.push(opened);
  }
  return ok(found);
}

function titleOf({ row }: OpenedDocument): string {
  return [row.values.title, row.values.addressee].filter((part) => part !== null).join('—');
}

/** The next serial of each series within one commit. */
function serialCounter(bench: Workbench) {
  const next = new Map<string, number>();
  return async (prefix: string, year: number): Promise<number> => {
    const key = `${prefix}/${year}`;
    const serial = next.get(key) ?? (await nextNumber(bench, prefix, year));
    next.set(key, serial + 1);
    return serial;
  };
}

async function signOne(
  bench: Workbench,
  desk: SigningDesk,
  opened: OpenedDocument,
  order: Omit<SignOrder, 'number'> & { readonly next: ReturnType<typeof serialCounter> },
): Promise<BatchAnswer<readonly Mutation[]>> {
  const { row, content } = opened;
  const title = titleOf(opened);
  if (content === null || row.values.status !== 'approved') {
    return refused(title, [{ field: 'status', message: '文书审核通过后才能签发，请先提交审核并审核' }]);
  }
  const prefix = numberPrefix(content.kind, desk.around);
  if (prefix === null && content.kind.code !== '') {
    return refused(title, [
      { field: 'prefix', message: '以政府名义制发的文书要有政府发文代字，请先在“设置—单位信息”中填写' },
    ]);
  }
  const year = Number(order.signedOn.slice(0, 4));
  const parts = prefix === null ? null : { prefix, year, serial: await order.next(prefix, year) };
  const number = parts === null ? null : numberText(parts);
  const frozen = await freezeMutations(desk, { row, content, order: { ...order, number: null }, number });
  if (!frozen.ok) return refused(title, frozen.error);
  const used = { status: 'used', document: row.id, reason: null };
  return ok(parts === null ? frozen.value : [numberMutation(bench, parts, used), ...frozen.value]);
}

async function signAll(
  bench: Workbench,
  documents: readonly OpenedDocument[],
  step: BatchStep & { to: 'signed' },
  work: BatchWork,
): Promise<BatchAnswer<number>> {
  const wrong = signOrderProblems({ ...step, number: null }, bench.session.today());
  if (wrong.length > 0) return refused(null, wrong);
  const desk = await signingDesk(bench);
  for (;;) {
    const before = (await bench.storage.counts())[documentNumber.id];
    const next = serialCounter(bench);
    const made = await eachOf(documents, work, (opened) => signOne(bench, desk, opened, { ...step, next }));
    if (!made.ok) return made;
    const intent = { kind: 'document-step', label: `批量签发文书${documents.length}份` } as const;
    const written = await bench.storage.commit(intent, made.value.flat(), bench.session.context());
    if (written.ok) return ok(documents.length);
    const overtaken = numberWasTaken(written) && (await bench.storage.counts())[documentNumber.id] !== before;
    if (!overtaken) return refused(null, problemsOfRefusal(written.error));
  }
}

/** Takes many documents one step further in one commit: all of them, or none where one stands in the way. */
export async function stepBatch(
  bench: Workbench,
  ids: readonly string[],
  step: BatchStep,
  work: BatchWork,
): Promise<BatchAnswer<number>> {
  const documents = await openAll(bench, ids);
  if (!documents.ok) return documents;
  if (step.to === 'signed') return signAll(bench, documents.value, step, work);
  const around = await surroundingsOf(bench);
  const { to, values } = step;
  const made = await eachOf(documents.value, work, async (opened) => {
    const mutation = stepMutation(bench, opened, { to, values }, around);
    return mutation.ok ? mutation : refused(titleOf(opened), mutation.error);
  });
  if (!made.ok) return made;
  const from = documents.value[0]?.row.values.status ?? '';
  const label = `批量${stepLabel(from, to)}${made.value.length}份`;
  const written = await bench.storage.commit({ kind: 'document-step', label }, made.value, bench.session.context());
  return written.ok ? ok(made.value.length) : refused(null, problemsOfRefusal(written.error));
}
