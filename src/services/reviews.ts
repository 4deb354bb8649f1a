import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import {
  caseFile,
  invitedNames,
  mustStandAside,
  reviewAppeal,
  reviewBatch,
  reviewScore,
  reviewSheet,
  sharePairs,
  type CaseFile,
  type ReviewAppeal,
  type ReviewBatch,
  type ReviewScore,
  type ScoringSheet,
} from '@/domain/file-review';
import {
  codeLabel,
  emptyValues,
  err,
  ok,
  stepsFrom,
  type LedgerRow,
  type Mutation,
  type Result,
  type Values,
} from '@/domain/kernel';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { allRows } from './all-rows';
import { problemsOfRefusal, type DocumentAnswer } from './documents';
import { frozenSheet, sheetOf } from './review-sheets';
import type { Workbench } from './workbench';

export type BatchRow = LedgerRow<ReviewBatch>;
export type FileRow = LedgerRow<CaseFile>;

/** How far one scorer is with a file. What was scored is told by the scoring services only. */
export type SeatState = 'none' | 'draft' | 'submitted';

/** A file of a batch with its body and how far its scorers are. */
export interface BatchFile {
  readonly row: FileRow;
  /** Full name of the body. */
  readonly body: string;
  readonly first: SeatState;
  readonly second: SeatState;
}

/** A batch with its files. */
export interface OpenedBatch {
  readonly row: BatchRow;
  /** As frozen at the beginning; before it, the one chosen; null where none is chosen. */
  readonly sheet: ScoringSheet | null;
  readonly files: readonly BatchFile[];
  /** Those who may score, as they are named. */
  readonly reviewers: readonly string[];
  readonly chair: string | null;
  readonly appeals: readonly LedgerRow<ReviewAppeal>[];
}

/** Writes mutations as one step of the review. */
export async function writeReview(
  bench: Workbench,
  label: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const intent = { kind: 'review-step', label } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? ok(written.value.rows) : err(problemsOfRefusal(written.error));
}

/** A refusal in one sentence. */
export function refusedReview(message: string, field: string | null = null): Result<never, DocumentProblems> {
  return err([{ field, message }]);
}

type DocumentProblems = Extract<DocumentAnswer<null>, { readonly ok: false }>['error'];

/** The change of one file. */
export function fileChange({ id, revision }: FileRow, changes: Values): Mutation {
  return { op: 'update', ledger: caseFile.id, id, revision, changes };
}

/** Rows of a ledger that name a record in a text or reference field. */
export async function rowsNaming<V>(
  bench: Workbench,
  ledger: string,
  field: string,
  values: readonly string[],
): Promise<readonly LedgerRow<V>[]> {
  if (values.length === 0) return [];
  const filters = [{ field, op: 'any', values } as const];
  return (await allRows(bench, { ledger, filters })) as readonly LedgerRow<V>[];
}

/** Bodies by id. */
export async function bodiesOf(
  bench: Workbench,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EnforcementEntity>> {
  const rows = await bench.storage.rows(enforcementEntity.id, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.values as EnforcementEntity]));
}

/** People of one name are told apart by department or office. */
async function reviewerNames(bench: Workbench, batch: ReviewBatch): Promise<readonly string[]> {
  const staff = (await bench.storage.rows(
    supervisionStaff.id,
    batch.reviewers ?? [],
  )) as readonly LedgerRow<SupervisionStaff>[];
  const names = staff.map(({ values }) => values.name);
  const titles = await bench.storage.titles(
    supervisionStaff.id,
    staff.map((row) => row.id),
  );
  const own = staff.map((row) => {
    const { name, department } = row.values;
    return names.filter((one) => one === name).length > 1
      ? `${name}（${department ?? titles[row.id] ?? row.id}）`
      : name;
  });
  return [...new Set([...own, ...invitedNames(batch.invited)])];
}

async function seatStates(bench: Workbench, batch: string): Promise<ReadonlyMap<string, SeatState>> {
  const scores = await rowsNaming<ReviewScore>(bench, reviewScore.id, 'batch', [batch]);
  return new Map(
    scores.map(({ values }) => [
      `${values.file}/${values.role}`,
      values.status === 'submitted' ? 'submitted' : 'draft',
    ]),
  );
}

async function filesOf(bench: Workbench, batch: string): Promise<readonly BatchFile[]> {
  const rows = await rowsNaming<CaseFile>(bench, caseFile.id, 'batch', [batch]);
  const bodies = await bodiesOf(
    bench,
    rows.map((row) => row.values.entity),
  );
  const states = await seatStates(bench, batch);
  return rows.map((row) => ({
    row,
    body: bodies.get(row.values.entity)?.name ?? '（已删除的单位）',
    first: states.get(`${row.id}/first`) ?? 'none',
    second: states.get(`${row.id}/second`) ?? 'none',
  }));
}

/** A batch with files, reviewers and progress; null where there is none of that id. */
export async function openBatch(bench: Workbench, id: string): Promise<OpenedBatch | null> {
  const [row] = (await bench.storage.rows(reviewBatch.id, [id])) as readonly BatchRow[];
  if (!row || row.deletedAt !== null) return null;
  const files = await filesOf(bench, id);
  const { chair, sheet } = row.values;
  const [person] = (await bench.storage.rows(
    supervisionStaff.id,
    chair === null ? [] : [chair],
  )) as readonly LedgerRow<SupervisionStaff>[];
  const chosen = sheet === null ? null : await sheetOf(bench, sheet);
  return {
    row,
    sheet: (await frozenSheet(bench, id)) ?? chosen,
    files,
    reviewers: await reviewerNames(bench, row.values),
    chair: person?.values.name ?? null,
    appeals: await rowsNaming<ReviewAppeal>(
      bench,
      reviewAppeal.id,
      'file',
      files.map((one) => one.row.id),
    ),
  };
}

/** Files that wait for a batch: registered, in none, without a result. */
export async function waitingFiles(bench: Workbench): Promise<readonly BatchFile[]> {
  const filters = [
    { field: 'status', op: 'any', values: ['registered'] },
    { field: 'batch', op: 'empty' },
  ] as const;
  const rows = (await allRows(bench, { ledger: caseFile.id, filters })) as readonly FileRow[];
  const bodies = await bodiesOf(
    bench,
    rows.map((row) => row.values.entity),
  );
  return rows.map((row) => ({ row, body: bodies.get(row.values.entity)?.name ?? '', first: 'none', second: 'none' }));
}

/** Takes registered files into a batch that is being prepared or scored. */
export function takeFiles(bench: Workbench, batch: BatchRow, rows: readonly FileRow[]) {
  if (!['preparing', 'scoring'].includes(batch.values.status)) {
    return Promise.resolve(refusedReview('这个批次的评查已经结束，不能再加入案卷'));
  }
  const label = `加入评查案卷${rows.length}件`;
  return writeReview(
    bench,
    label,
    rows.map((row) => fileChange(row, { batch: batch.id })),
  );
}

/** Takes a file out of its batch again, as long as nobody has scored it. */
export function releaseFile(bench: Workbench, file: BatchFile) {
  if (file.first !== 'none' || file.second !== 'none') {
    return Promise.resolve(refusedReview('已有人给这个案卷评分，不能移出批次'));
  }
  const changes = { batch: null, status: 'registered', firstReviewer: null, secondReviewer: null };
  return writeReview(bench, '移出评查案卷', [fileChange(file.row, changes)]);
}

function pairProblem(file: BatchFile, names: readonly string[], pair: readonly [string, string]): string | null {
  const aside = pair.find((one) => mustStandAside(one, names));
  if (aside !== undefined) return `“${aside}”属于被评查单位，应当回避“${file.row.values.number}”，请换人`;
  return pair[0] === pair[1] ? '两名评查员不能是同一人，请另选一人独立评分' : null;
}

async function assign(
  bench: Workbench,
  opened: OpenedBatch,
  files: readonly BatchFile[],
  pairs: readonly (readonly [string, string] | null)[],
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const bodies = await bodiesOf(
    bench,
    files.map(({ row }) => row.values.entity),
  );
  const mutations: Mutation[] = [];
  for (const [at, file] of files.entries()) {
    const body = bodies.get(file.row.values.entity);
    const pair = pairs[at] ?? null;
    if (pair === null) {
      return refusedReview(`“${file.row.values.number}”可以评分的不足两人（回避后），请在批次中增加评查员`);
    }
    const problem = pairProblem(file, [body?.name ?? '', body?.shortName ?? ''], pair);
    if (problem !== null) return refusedReview(problem);
    const scoring = opened.row.values.status === 'scoring';
    const status = scoring ? 'assigned' : 'registered';
    mutations.push(fileChange(file.row, { firstReviewer: pair[0], secondReviewer: pair[1], status }));
  }
  return writeReview(bench, `分配评查员${files.length}件`, mutations);
}

/** Names the two who score these files. Who has begun stays. */
export function assignReviewers(
  bench: Workbench,
  opened: OpenedBatch,
  files: readonly BatchFile[],
  pair: readonly [string, string],
) {
  const begun = files.find((file) => file.first !== 'none' || file.second !== 'none');
  if (begun) return Promise.resolve(refusedReview(`“${begun.row.values.number}”已开始评分，不能换评查员`));
  return assign(
    bench,
    opened,
    files,
    files.map(() => pair),
  );
}

/** Shares out all files that have no reviewers yet, evenly and with changing pairs. */
export async function shareOut(bench: Workbench, opened: OpenedBatch) {
  const files = opened.files.filter(({ row }) => row.values.firstReviewer === null);
  const bodies = await bodiesOf(
    bench,
    files.map(({ row }) => row.values.entity),
  );
  const names = files.map(({ row }) => {
    const body = bodies.get(row.values.entity);
    return [body?.name ?? '', body?.shortName ?? ''];
  });
  return assign(bench, opened, files, sharePairs(opened.reviewers, names));
}

/** Begins scoring: the sheet is frozen, every file goes to its two reviewers. */
export async function beginScoring(bench: Workbench, opened: OpenedBatch) {
  const { row, sheet, files } = opened;
  if (sheet === null) return refusedReview('请先选择评分标准');
  if (files.length === 0) return refusedReview('批次中还没有案卷，请先加入案卷');
  const misfit = files.find((one) => !sheet.kinds.includes(one.row.values.kind));
  if (misfit) {
    const kind = codeLabel(bench.session.codes, 'case-file-kind', misfit.row.values.kind);
    return refusedReview(`评分标准“${sheet.name}”不适用于“${misfit.row.values.number}”（${kind}），请换标准或移出案卷`);
  }
  const bare = files.filter((one) => one.row.values.firstReviewer === null || one.row.values.secondReviewer === null);
  if (bare.length > 0) return refusedReview(`还有${bare.length}件案卷没有两名评查员，请先分配`);
  const changes = { status: 'scoring', startedOn: row.values.startedOn ?? bench.session.today() };
  return writeReview(bench, '开始评查', [
    { op: 'update', ledger: reviewBatch.id, id: row.id, revision: row.revision, changes },
    {
      op: 'create',
      ledger: reviewSheet.id,
      values: { ...emptyValues(reviewSheet), batch: row.id, content: JSON.stringify(sheet) },
    },
    ...files.map((one) => fileChange(one.row, { status: 'assigned' })),
  ]);
}

/** Chooses the sheet of a batch in preparation. */
export function chooseSheet(bench: Workbench, batch: BatchRow, sheet: ScoringSheet) {
  const { id, revision } = batch;
  const changes = { sheet: sheet.id, sheetName: sheet.name };
  return writeReview(bench, '选择评分标准', [{ op: 'update', ledger: reviewBatch.id, id, revision, changes }]);
}

function closingProblem({ files, appeals }: OpenedBatch, to: string): string | null {
  const open = files.filter(({ row }) => ['registered', 'assigned', 'compared'].includes(row.values.status));
  if (open.length > 0 && ['reported', 'closed'].includes(to)) {
    const names = open.slice(0, 5).map(({ row }) => row.values.number);
    return `还有${open.length}件案卷没有评定：${names.join('、')}${open.length > 5 ? '等' : ''}`;
  }
  const asked = appeals.filter((one) => one.values.status === 'open');
  return to === 'closed' && asked.length > 0 ? `还有${asked.length}件复核申请没有答复，不能办结` : null;
}

/** Takes a batch to report, back to scoring or to its close; closing settles its files. */
export async function takeBatchStep(bench: Workbench, opened: OpenedBatch, to: string, values: Values) {
  const { row, files } = opened;
  const problem = closingProblem(opened, to);
  if (problem !== null) return refusedReview(problem);
  const label = stepsFrom(reviewBatch, row.values.status).find((step) => step.to === to)?.label ?? '修改评查批次';
  const ending = to === 'closed' ? files.filter((one) => one.row.values.status !== 'settled') : [];
  return writeReview(bench, label, [
    { op: 'update', ledger: reviewBatch.id, id: row.id, revision: row.revision, changes: { ...values, status: to } },
    ...ending.map((one) => fileChange(one.row, { status: 'settled' })),
  ]);
}
