import { inOrder, type DateText, type FieldProblem } from '../kernel';
import { resultStates } from './file-states';

/** Filed, decided and published follow one another; a case is closed no earlier than it was filed. */
export function fileInOrder(days: {
  readonly filedOn: DateText | null;
  readonly decidedOn: DateText | null;
  readonly publishedOn: DateText | null;
  readonly closedOn: DateText | null;
}): FieldProblem | null {
  const filed = { label: '立案或受理日期', day: days.filedOn };
  const decided = { field: 'decidedOn', label: '决定日期', day: days.decidedOn };
  return (
    inOrder(filed, decided) ??
    inOrder(decided, { field: 'publishedOn', label: '公示日期', day: days.publishedOn }) ??
    inOrder(filed, { field: 'closedOn', label: '结案日期', day: days.closedOn })
  );
}

/** Two people score, each on their own (广东省行政执法案卷评查办法 art. 10). */
export function reviewersDiffer(file: {
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
}): FieldProblem | null {
  if (file.firstReviewer === null || file.firstReviewer !== file.secondReviewer) return null;
  return { field: 'secondReviewer', message: '两名评查员不能是同一人，请另选一人独立评分' };
}

/** A result stands only where a file was decided, here or before it was recorded. */
export function resultOnlyWhenDecided(file: {
  readonly status: string;
  readonly score: number | null;
  readonly grade: string | null;
}): FieldProblem | null {
  if (file.status === 'settled' && (file.score === null || file.grade === null)) {
    return { field: 'score', message: '已办结的案卷应有“得分”和“等次”' };
  }
  if (file.score === null || resultStates.some((state) => state === file.status)) return null;
  return { field: 'score', message: '“得分”由组长评定环节填写：请打开案卷所在的评查批次办理' };
}
