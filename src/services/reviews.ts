import {
  caseFile,
  closingStop,
  reviewAppeal,
  reviewBatch,
  reviewScore,
  reviewSheet,
  type CaseFile,
  type ReviewAppeal,
  type ReviewScore,
  type ScoringSheet,
} from '@/domain/file-review';
import { codeLabel, emptyValues, stepsFrom, type LedgerRow, type Values } from '@/domain/kernel';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { allRows } from './all-rows';
import { reviewersOf, type Reviewer } from './review-recusal';
import {
  bodiesOf,
  fileChange,
  refusedReview,
  rowsNaming,
  writeReview,
  type BatchRow,
  type FileRow,
} from './review-records';
import { frozenSheet, sheetOf } from './review-sheets';
import type { Workbench } from './workbench';

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
  /** Those who may score, and what keeps each from which file. */
  readonly reviewers: readonly Reviewer[];
  readonly chair: string | null;
  readonly appeals: readonly LedgerRow<ReviewAppeal>[];
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
    reviewers: await reviewersOf(
      bench,
      row.values,
      files.map((one) => one.row),
    ),
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

/** Takes a batch to report, back to scoring or to its close; closing settles its files. */
export async function takeBatchStep(bench: Workbench, opened: OpenedBatch, to: string, values: Values) {
  const { row, files, appeals } = opened;
  const stop = closingStop(
    to,
    files.map((one) => one.row.values),
    appeals.filter((one) => one.values.status === 'open').length,
  );
  if (stop !== null) return refusedReview(stop);
  const label = stepsFrom(reviewBatch, row.values.status).find((step) => step.to === to)?.label ?? '修改评查批次';
  const ending = to === 'closed' ? files.filter((one) => one.row.values.status !== 'settled') : [];
  return writeReview(bench, label, [
    { op: 'update', ledger: reviewBatch.id, id: row.id, revision: row.revision, changes: { ...values, status: to } },
    ...ending.map((one) => fileChange(one.row, { status: 'settled' })),
  ]);
}
