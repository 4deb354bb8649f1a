import {
  caseFile,
  checkMarks,
  fileChecks,
  noMarks,
  readMarks,
  reviewBatch,
  reviewScore,
  scoreOf,
  type CaseFile,
  type FileCheck,
  type Handler,
  type ReviewMarks,
  type ReviewScore,
  type ScoringSheet,
} from '@/domain/file-review';
import { emptyValues, type LedgerRow, type Mutation } from '@/domain/kernel';
import {
  certificateAction,
  enforcementOfficer,
  type CertificateAction,
  type EnforcementOfficer,
} from '@/domain/officer';
import { deadlineRule } from '@/domain/rule-pack';
import { calendarOf } from './calendar';
import type { DocumentAnswer } from './documents';
import { frozenSheet } from './review-sheets';
import {
  bodiesOf,
  fileChange,
  refusedReview,
  rowsNaming,
  writeReview,
  type BatchRow,
  type FileRow,
} from './review-records';
import type { SeatState } from './reviews';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

/** The seat of a reviewer at a file. */
export type Seat = 'first' | 'second';
/** A score with its record. */
export type ScoreRow = LedgerRow<ReviewScore>;

/** A file with what all who work on it may see. */
export interface ReviewedFile {
  readonly row: FileRow;
  readonly batch: BatchRow;
  readonly body: string;
  readonly sheet: ScoringSheet;
  readonly checks: readonly FileCheck[];
}

/** A file before one of its reviewers: what that one scored, and of the other only how far they are. */
export interface OpenedScoring extends ReviewedFile {
  readonly seat: Seat;
  readonly reviewer: string;
  readonly own: ScoreRow | null;
  readonly marks: ReviewMarks;
  readonly peer: SeatState;
}

/** All scores of a file by role. For the services that know who may see them. */
export async function scoresOf(bench: Workbench, file: string): Promise<ReadonlyMap<string, ScoreRow>> {
  const rows = await rowsNaming<ReviewScore>(bench, reviewScore.id, 'file', [file]);
  return new Map(rows.map((row) => [row.values.role, row]));
}

async function handlersOf(bench: Workbench, file: CaseFile): Promise<readonly Handler[]> {
  const ids = file.handlers ?? [];
  const officers = (await bench.storage.rows(enforcementOfficer.id, ids)) as readonly LedgerRow<EnforcementOfficer>[];
  const actions = await rowsNaming<CertificateAction>(bench, certificateAction.id, 'officer', ids);
  return officers.map((row) => ({
    officer: row.values,
    actions: actions.filter((one) => one.values.officer === row.id).map((one) => one.values),
  }));
}

/** The computed checks of a file, by the rules and the calendar in force. */
export async function checksOf(bench: Workbench, file: CaseFile): Promise<readonly FileCheck[]> {
  const pack = await rulePackOfBureau(bench);
  const usual = ['penalty-ordinary', 'penalty-summary', 'license'].includes(file.kind);
  return fileChecks(file, {
    handlers: await handlersOf(bench, file),
    calendar: await calendarOf(bench),
    caseDays: deadlineRule(pack, 'penalty-case', 'decide'),
    publication: deadlineRule(pack, 'publication', usual ? 'publish' : 'publish-other'),
    today: bench.session.today(),
  });
}

/** A file of a batch that has begun; null where it is gone or its batch has not begun. */
export async function openReviewedFile(bench: Workbench, id: string): Promise<ReviewedFile | null> {
  const [row] = (await bench.storage.rows(caseFile.id, [id])) as readonly FileRow[];
  if (!row || row.values.batch === null) return null;
  const [batch] = (await bench.storage.rows(reviewBatch.id, [row.values.batch])) as readonly BatchRow[];
  const sheet = await frozenSheet(bench, row.values.batch);
  if (!batch || sheet === null) return null;
  const body = (await bodiesOf(bench, [row.values.entity])).get(row.values.entity)?.name ?? '';
  return { row, batch, body, sheet, checks: await checksOf(bench, row.values) };
}

function stateOf(score: ScoreRow | undefined): SeatState {
  if (!score) return 'none';
  return score.values.status === 'submitted' ? 'submitted' : 'draft';
}

/** A file as one of its two reviewers works on it. The other's marks are not among what comes back. */
export async function openScoring(bench: Workbench, id: string, seat: Seat): Promise<OpenedScoring | null> {
  const file = await openReviewedFile(bench, id);
  const reviewer = file?.row.values[seat === 'first' ? 'firstReviewer' : 'secondReviewer'] ?? null;
  if (file === null || reviewer === null) return null;
  const scores = await scoresOf(bench, id);
  const own = scores.get(seat) ?? null;
  const marks = own === null ? noMarks : readMarks(own.values.marks);
  return { ...file, seat, reviewer, own, marks, peer: stateOf(scores.get(seat === 'first' ? 'second' : 'first')) };
}

function scoreMutation(opened: OpenedScoring, changes: Partial<ReviewScore>): Mutation {
  const { own, row, batch, seat, reviewer } = opened;
  if (own) return { op: 'update', ledger: reviewScore.id, id: own.id, revision: own.revision, changes };
  const fixed = { file: row.id, batch: batch.id, role: seat, reviewer };
  const values = { ...emptyValues(reviewScore), ...fixed, status: 'draft', ...changes };
  return { op: 'create', ledger: reviewScore.id, values };
}

function closed(opened: OpenedScoring) {
  if (opened.row.values.status !== 'assigned') return refusedReview('这个案卷不在评分中，不能再改评分');
  if (opened.own?.values.status === 'submitted') return refusedReview('评分已提交；需要修改的，请组长退回');
  return null;
}

/** Keeps what a reviewer has marked so far. */
export async function saveMarks(bench: Workbench, opened: OpenedScoring, marks: ReviewMarks) {
  const refused = closed(opened);
  if (refused) return refused;
  return writeReview(bench, '保存案卷评分', [scoreMutation(opened, { marks: JSON.stringify(marks) })]);
}

/** Hands a score in. When both have, the file goes to the chair in the same commit. */
export async function submitMarks(
  bench: Workbench,
  opened: OpenedScoring,
  marks: ReviewMarks,
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const refused = closed(opened);
  if (refused) return refused;
  const problems = checkMarks(opened.sheet, marks);
  if (problems.length > 0) return refusedReview(problems.join('；'));
  const { score } = scoreOf(opened.sheet, marks);
  const submittedOn = bench.session.today();
  const done = scoreMutation(opened, { marks: JSON.stringify(marks), status: 'submitted', score, submittedOn });
  const both = opened.peer === 'submitted' ? [fileChange(opened.row, { status: 'compared' })] : [];
  return writeReview(bench, '提交案卷评分', [done, ...both]);
}

/** Gives a handed-in score back to its reviewer, with the reason; the file waits for it again. */
export async function returnScore(bench: Workbench, file: ReviewedFile, seat: Seat, reason: string) {
  const own = (await scoresOf(bench, file.row.id)).get(seat);
  if (own?.values.status !== 'submitted') return refusedReview('这份评分还没有提交，不用退回');
  if (reason.trim() === '') return refusedReview('请填写退回原因', 'returnReason');
  const { status } = file.row.values;
  if (!['assigned', 'compared'].includes(status)) return refusedReview('案卷已评定；需要重评的，请先“重新评定”');
  const back: Mutation = {
    op: 'update',
    ledger: reviewScore.id,
    id: own.id,
    revision: own.revision,
    changes: { status: 'draft', returnReason: reason },
  };
  const again = status === 'compared' ? [fileChange(file.row, { status: 'assigned', returnReason: reason })] : [];
  return writeReview(bench, '退回案卷评分', [back, ...again]);
}
