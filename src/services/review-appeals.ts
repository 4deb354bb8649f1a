import { officialDocument } from '@/domain/document';
import { gradeOf, reviewAppeal, type ReviewAppeal } from '@/domain/file-review';
import {
  checkRecord,
  emptyValues,
  err,
  type DateText,
  type Deadline,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import type { DocumentAnswer, DocumentRow } from './documents';
import { keptDue, packDeadline } from './pack-deadline';
import { frozenSheet } from './review-sheets';
import { fileChange, refusedReview, writeReview, type FileRow } from './review-records';
import type { OpenedBatch } from './reviews';
import type { Workbench } from './workbench';

/** A request for re-review with its record. */
export type AppealRow = LedgerRow<ReviewAppeal>;

/** Deadline of asking for re-review (objection) or answering (review): 10 working days each where the pack says no other. */
function appealDeadline(bench: Workbench, purpose: 'objection' | 'review', at: DateText) {
  return packDeadline(bench, { instrument: 'file-review', purpose }, at);
}

/** Until when a body may ask for re-review that received its feedback on a day; null where the rules set no deadline. */
export async function feedbackWindow(bench: Workbench, receivedOn: DateText): Promise<DateText | null> {
  return (await appealDeadline(bench, 'objection', receivedOn))?.deadline.due ?? null;
}

/** The day on which the body of a file received its feedback, by the document's proof of service; null before. */
export async function feedbackReceivedOn(bench: Workbench, file: FileRow): Promise<DateText | null> {
  const { feedback } = file.values;
  const [document] = feedback === null ? [] : await bench.storage.rows(officialDocument.id, [feedback]);
  return (document as DocumentRow | undefined)?.values.receivedOn ?? null;
}

/** A feedback document of a batch: when its body received it, and until when it may ask for re-review. */
export interface FeedbackLetter {
  readonly document: DocumentRow;
  /** Null until it is served, and where the rules set no deadline. */
  readonly ask: Deadline | null;
}

/** The feedback documents of a batch. */
export async function feedbackLetters(bench: Workbench, { files }: OpenedBatch): Promise<readonly FeedbackLetter[]> {
  const ids = [...new Set(files.map(({ row }) => row.values.feedback))].filter((id) => id !== null);
  const documents = (await bench.storage.rows(officialDocument.id, ids)) as readonly DocumentRow[];
  return Promise.all(
    documents.map(async (document) => {
      const { receivedOn } = document.values;
      const ask = receivedOn === null ? null : await appealDeadline(bench, 'objection', receivedOn);
      return { document, ask: ask?.deadline ?? null };
    }),
  );
}

function lateProblem({ raisedOn, lateReason }: ReviewAppeal, ask: Deadline | null): readonly FieldProblem[] {
  if (ask === null || raisedOn <= ask.due || (lateReason ?? '').trim() !== '') return [];
  const message = `复核申请最迟应在${ask.due}提出，这件${raisedOn}才提出，逾期不予受理（${ask.explanation}）。确有正当理由需要受理的，请填写“逾期受理理由”`;
  return [{ field: 'lateReason', message }];
}

/**
 * Records a body's request for re-review and computes until when it could ask, from the receipt of the feedback, and until
 * when it is to be answered (广东省行政执法案卷评查办法 art. 12 (7)). A late request is refused with its reason, unless somebody
 * writes down why it is taken up all the same.
 */
export async function raiseAppeal(
  bench: Workbench,
  file: FileRow,
  values: Values,
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  if (file.values.status !== 'feedback') return refusedReview('案卷反馈后才能申请复核；已在复核的请先答复');
  const feedbackOn = await feedbackReceivedOn(bench, file);
  if (feedbackOn === null) {
    return refusedReview('反馈书还没有送达，申请期限没有起算；请先在反馈书中登记送达');
  }
  const draft = {
    ...emptyValues(reviewAppeal),
    ...values,
    feedbackOn,
    file: file.id,
    status: 'open',
    scoreBefore: file.values.score,
  } as unknown as ReviewAppeal;
  const problems = checkRecord(reviewAppeal, { ...draft }, bench.session.context());
  if (problems.length > 0) return err(problems);
  const ask = (await appealDeadline(bench, 'objection', feedbackOn))?.deadline ?? null;
  const late = lateProblem(draft, ask);
  if (late.length > 0) return err(late);
  const due = await appealDeadline(bench, 'review', draft.receivedOn);
  const whole = {
    ...draft,
    askBy: ask?.due ?? null,
    askByReason: ask?.explanation ?? null,
    ...keptDue(due),
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

/** Refuses a request: the result stands. */
export function refuseAppeal(bench: Workbench, appeal: AppealRow, file: FileRow, values: Values) {
  return write(bench, appeal, file, { changes: { ...values, status: 'refused' }, file: {} });
}
