import { gradeOf, reviewAppeal, type ReviewAppeal } from '@/domain/file-review';
import {
  checkRecord,
  computeDeadline,
  emptyValues,
  err,
  type DateText,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import { deadlineRule } from '@/domain/rule-pack';
import { calendarOf } from './calendar';
import type { DocumentAnswer } from './documents';
import { frozenSheet } from './review-sheets';
import { fileChange, refusedReview, writeReview, type FileRow } from './reviews';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

/** A request for re-review with its record. */
export type AppealRow = LedgerRow<ReviewAppeal>;

/** Deadline of asking for re-review (objection) or answering (review): 10 working days each where the pack says no other. */
async function appealDeadline(bench: Workbench, purpose: 'objection' | 'review', at: string) {
  const rule = deadlineRule(await rulePackOfBureau(bench), 'file-review', purpose);
  if (rule === null) return null;
  const { unit, amount, rollOver, from } = rule;
  return computeDeadline({ unit, amount, rollOver, start: { event: from, at }, calendar: await calendarOf(bench) });
}

/** Until when a body may ask for re-review that received its feedback on a day; null where the rules set no deadline. */
export async function feedbackWindow(bench: Workbench, receivedOn: DateText): Promise<DateText | null> {
  return (await appealDeadline(bench, 'objection', receivedOn))?.due ?? null;
}

/**
 * Records a body's request for re-review and computes until when it could ask and until when it is to be answered
 * (广东省行政执法案卷评查办法 art. 12 (7)). A late request is recorded too; it is refused by {@link refuseAppeal}.
 */
export async function raiseAppeal(
  bench: Workbench,
  file: FileRow,
  values: Values,
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  if (file.values.status !== 'feedback') return refusedReview('案卷反馈后才能申请复核；已在复核的请先答复');
  const draft = {
    ...emptyValues(reviewAppeal),
    ...values,
    file: file.id,
    status: 'open',
    scoreBefore: file.values.score,
  } as unknown as ReviewAppeal;
  const problems = checkRecord(reviewAppeal, { ...draft }, bench.session.context());
  if (problems.length > 0) return err(problems);
  const ask = await appealDeadline(bench, 'objection', draft.feedbackOn);
  const due = await appealDeadline(bench, 'review', draft.receivedOn);
  const whole = {
    ...draft,
    askBy: ask?.due ?? null,
    askByReason: ask?.explanation ?? null,
    dueOn: due?.due ?? null,
    dueReason: due?.explanation ?? null,
  };
  return writeReview(bench, '登记评查复核申请', [
    { op: 'create', ledger: reviewAppeal.id, values: whole },
    fileChange(file, { status: 'appealed' }),
  ]);
}

/** Whether a request came after its last day. */
export function isLate({ values }: AppealRow): boolean {
  return values.askBy !== null && values.raisedOn > values.askBy;
}

async function write(bench: Workbench, appeal: AppealRow, file: FileRow, parts: { changes: Values; file: Values }) {
  const whole = { ...appeal.values, ...parts.changes };
  const problems = checkRecord(reviewAppeal, whole, bench.session.context());
  if (problems.length > 0) return err(problems);
  const { id, revision } = appeal;
  const own: Mutation = { op: 'update', ledger: reviewAppeal.id, id, revision, changes: parts.changes };
  return writeReview(bench, '答复评查复核申请', [own, fileChange(file, { ...parts.file, status: 'feedback' })]);
}

/** Answers a request: the result stands, or the score changes and the grade with it. */
export async function answerAppeal(
  bench: Workbench,
  appeal: AppealRow,
  file: FileRow,
  values: Values,
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const changed = values['result'] === 'changed';
  const score = values['scoreAfter'];
  if (changed && typeof score !== 'number') return refusedReview('调整评定的，请填写“复核后得分”', 'scoreAfter');
  const sheet = file.values.batch === null ? null : await frozenSheet(bench, file.values.batch);
  if (sheet === null) return refusedReview('找不到这个批次的评分标准');
  if (changed && Number(score) > sheet.total)
    return refusedReview(`“复核后得分”不能超过${sheet.total}分`, 'scoreAfter');
  const changes = { ...values, scoreAfter: changed ? (score ?? null) : null, status: 'answered' };
  const after: Values = changed ? { score: Number(score), grade: gradeOf(sheet, Number(score)), veto: null } : {};
  return write(bench, appeal, file, { changes, file: after });
}

/** Refuses a request, such as one that came too late. */
export function refuseAppeal(bench: Workbench, appeal: AppealRow, file: FileRow, values: Values) {
  return write(bench, appeal, file, { changes: { ...values, status: 'refused' }, file: {} });
}
