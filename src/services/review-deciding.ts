import {
  compareMarks,
  decideByItems,
  decideByMean,
  faultLines,
  gradeOf,
  readMarks,
  resultStates,
  reviewScore,
  scoreOf,
  type BothMarks,
  type ChairDecision,
  type Comparison,
  type ReviewMarks,
} from '@/domain/file-review';
import { emptyValues, type LedgerRow, type Mutation } from '@/domain/kernel';
import type { DocumentAnswer } from './documents';
import { openReviewedFile, scoresOf, type ReviewedFile, type ScoreRow } from './review-scoring';
import { fileChange, refusedReview, writeReview } from './review-records';
import type { Workbench } from './workbench';

/** A file that both have scored, side by side, with what was decided. */
export interface OpenedComparison extends ReviewedFile {
  readonly both: BothMarks;
  readonly first: ScoreRow;
  readonly second: ScoreRow;
  readonly comparison: Comparison;
  /** The chair's record, also one that is to be decided anew; null before the first decision. */
  readonly chair: ScoreRow | null;
  /** What stands as decided; null while it is open. */
  readonly decided: ReviewMarks | null;
}

/** Opens both scores. Refused until both have handed in: neither reviewer sees the other's before (办法 art. 10). */
export async function openComparison(bench: Workbench, id: string): Promise<DocumentAnswer<OpenedComparison>> {
  const file = await openReviewedFile(bench, id);
  if (file === null) return refusedReview('没有这个案卷，或者它的批次还没有开始评查');
  const scores = await scoresOf(bench, id);
  const [first, second, chair = null] = [scores.get('first'), scores.get('second'), scores.get('chair')];
  if (first?.values.status !== 'submitted' || second?.values.status !== 'submitted') {
    return refusedReview('两名评查员都提交评分后才能对照，请等待另一人提交');
  }
  const both = { first: readMarks(first.values.marks), second: readMarks(second.values.marks) };
  const stands = resultStates.some((state) => state === file.row.values.status);
  const decided = chair !== null && stands ? readMarks(chair.values.marks) : null;
  const comparison = compareMarks(file.sheet, both);
  return { ok: true, value: { ...file, both, first, second, comparison, chair, decided } };
}

/** What the chair decides: the mean of both, or item by item. */
export type Ruling = { readonly method: 'mean' } | ({ readonly method: 'items' } & ChairDecision);

/** The marks that a ruling comes to, or what is still missing. */
export function ruledMarks({ sheet, both }: OpenedComparison, ruling: Ruling) {
  return ruling.method === 'mean' ? decideByMean(sheet, both) : decideByItems(sheet, both, ruling);
}

function chairMutation(opened: OpenedComparison, values: Record<string, string | number | null>): Mutation {
  const { chair, row, batch } = opened;
  if (chair) return { op: 'update', ledger: reviewScore.id, id: chair.id, revision: chair.revision, changes: values };
  const fixed = { file: row.id, batch: batch.id, role: 'chair' };
  return { op: 'create', ledger: reviewScore.id, values: { ...emptyValues(reviewScore), ...fixed, ...values } };
}

/** Writes the chair's decision: score, grade, veto and faults of the file, with the marks they follow from. */
export async function decideFile(
  bench: Workbench,
  opened: OpenedComparison,
  ruling: Ruling,
  chairName: string,
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  if (opened.row.values.status !== 'compared') return refusedReview('这个案卷不在待评定状态');
  const marks = ruledMarks(opened, ruling);
  if (!marks.ok) return refusedReview(marks.error);
  const { sheet } = opened;
  const { score } = scoreOf(sheet, marks.value);
  const today = bench.session.today();
  const vetoes = sheet.vetoes.filter((veto) => marks.value.vetoes.some((mark) => mark.item === veto.id));
  const faults = faultLines(marks.value).join('\n');
  return writeReview(bench, '评定案卷', [
    chairMutation(opened, {
      reviewer: chairName,
      marks: JSON.stringify(marks.value),
      status: 'submitted',
      score,
      method: ruling.method,
      submittedOn: today,
    }),
    fileChange(opened.row, {
      status: 'decided',
      score,
      grade: gradeOf(sheet, score),
      veto:
        vetoes.length > 0
          ? vetoes
              .map((veto) => veto.text)
              .join('；')
              .slice(0, 500)
          : null,
      faults: faults === '' ? null : faults,
      decidedBy: chairName,
      reviewedOn: today,
    }),
  ]);
}

/** Takes a decision back before it is fed back, with the reason; the scores of both stay. */
export async function reopenDecision(bench: Workbench, opened: OpenedComparison, reason: string) {
  const { chair, row } = opened;
  if (row.values.status !== 'decided' || chair === null)
    return refusedReview('只有已评定、还没有反馈的案卷可以重新评定');
  if (reason.trim() === '') return refusedReview('请填写重新评定的原因', 'returnReason');
  const none = { score: null, grade: null, veto: null, faults: null, decidedBy: null, reviewedOn: null };
  const changes = { status: 'draft', returnReason: reason };
  return writeReview(bench, '重新评定案卷', [
    { op: 'update', ledger: reviewScore.id, id: chair.id, revision: chair.revision, changes },
    fileChange(row, { ...none, status: 'compared', returnReason: reason }),
  ]);
}
