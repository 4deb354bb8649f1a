import {
  batchReport,
  faultLines,
  pageText,
  readMarks,
  resultStates,
  reviewScore,
  type BatchReport,
  type ReportFile,
  type ReviewMarks,
  type ReviewScore,
} from '@/domain/file-review';
import { finding, type Finding } from '@/domain/finding';
import { codeLabel, err, ok, type DateText, type Mutation, type Result } from '@/domain/kernel';
import { deadlineRule } from '@/domain/rule-pack';
import { kindOf } from './document-kinds';
import { surroundingsOf } from './document-facts';
import { draftMutations, firstDocument, idsOf, type DocumentAnswer, type DocumentRow } from './documents';
import { createFindings, type FindingInput } from './findings';
import { fileChange, refusedReview, rowsNaming } from './review-records';
import type { BatchFile, OpenedBatch } from './reviews';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

function hasResult({ row }: BatchFile): boolean {
  return resultStates.some((state) => state === row.values.status) && row.values.score !== null;
}

/** What the chair decided of each file of a batch, by file. */
async function decidedMarks(bench: Workbench, batch: string): Promise<ReadonlyMap<string, ReviewMarks>> {
  const rows = await rowsNaming<ReviewScore>(bench, reviewScore.id, 'batch', [batch]);
  const chairs = rows.filter(({ values }) => values.role === 'chair' && values.status === 'submitted');
  return new Map(chairs.map(({ values }) => [values.file, readMarks(values.marks)]));
}

/** Files of a batch that have a result, with what was decided of them. */
export async function reportFiles(bench: Workbench, opened: OpenedBatch): Promise<readonly ReportFile[]> {
  const marks = await decidedMarks(bench, opened.row.id);
  return opened.files.filter(hasResult).map(({ row, body }) => ({
    id: row.id,
    file: row.values,
    body,
    marks: marks.get(row.id) ?? null,
  }));
}

/** The report of a batch; null before it has a scoring sheet. */
export async function reportOf(bench: Workbench, opened: OpenedBatch): Promise<BatchReport | null> {
  return opened.sheet === null ? null : batchReport(opened.sheet, await reportFiles(bench, opened));
}

/** What a feedback document is drafted with beside the results. */
export interface FeedbackOrder {
  readonly entity: string;
  /** Until when the body corrects what was found. */
  readonly rectifyOn: DateText;
}

function gradeCounts(bench: Workbench, files: readonly BatchFile[]): string {
  const grades = ['excellent', 'good', 'pass', 'fail'].flatMap((code) => {
    const count = files.filter(({ row }) => row.values.grade === code).length;
    return count === 0 ? [] : [`${codeLabel(bench.session.codes, 'review-grade', code)}${count}件`];
  });
  return `本次共评查你单位案卷${files.length}件，其中${grades.join('、')}。`;
}

function sentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}

function demandsOf(opened: OpenedBatch): readonly string[] {
  const own = (opened.row.values.advice ?? '').split('\n').filter((line) => line.trim() !== '');
  return own.length > 0 ? own.map(sentence) : ['对照评查发现的问题逐项整改，完善案卷制作和管理。'];
}

async function feedbackData(bench: Workbench, opened: OpenedBatch, files: readonly BatchFile[], rectifyOn: DateText) {
  const marks = await decidedMarks(bench, opened.row.id);
  const rule = deadlineRule(await rulePackOfBureau(bench), 'file-review', 'objection');
  const rows = files.map(({ row }) => {
    const { title, decisionNo, number, score, grade } = row.values;
    const found = marks.get(row.id);
    const faults = found ? faultLines(found).slice(0, 3).join('；') : '';
    const name = `${title}（${decisionNo ?? number}）`;
    return [name, String(score ?? ''), codeLabel(bench.session.codes, 'review-grade', grade ?? ''), faults || '无'];
  });
  const problems = files.flatMap(({ row }) =>
    faultLines(marks.get(row.id) ?? { vetoes: [], deductions: [] }).map((line) =>
      sentence(`${row.values.number}：${line}`),
    ),
  );
  return {
    overall: gradeCounts(bench, files),
    files: rows,
    problems: problems.length > 0 ? problems : ['未发现扣分问题。'],
    demands: demandsOf(opened),
    rectifyOn,
    due: {
      amount: rule?.amount ?? 10,
      unit: rule?.unit === 'calendar-day' ? ('calendar-day' as const) : ('working-day' as const),
      on: null,
      source: rule?.source ?? '',
    },
  };
}

/**
 * Drafts the feedback document of one body (广东省行政执法案卷评查办法 art. 12 (6), 13) and notes it at its files. The draft
 * goes its way as every document: review, sign-off, service.
 */
export async function draftFeedback(
  bench: Workbench,
  opened: OpenedBatch,
  { entity, rectifyOn }: FeedbackOrder,
): Promise<DocumentAnswer<DocumentRow>> {
  const files = opened.files.filter(({ row }) => row.values.entity === entity && row.values.status === 'decided');
  const [one] = files;
  if (!one) return refusedReview('这个单位没有已评定、还没有反馈的案卷');
  const waiting = opened.files.filter(
    ({ row }) => row.values.entity === entity && ['assigned', 'compared'].includes(row.values.status),
  );
  if (waiting.length > 0) return refusedReview(`“${one.body}”还有${waiting.length}件案卷没有评定，请评定后一并反馈`);
  const kind = await kindOf(bench, 'file-review-feedback');
  if (kind === null) return refusedReview('没有“案卷评查反馈书”模板，请在文书模板中核对');
  const data = await feedbackData(bench, opened, files, rectifyOn);
  const { name } = opened.row.values;
  const id = idsOf(bench)();
  const order = { kind, entity, addressee: one.body, subject: name, data };
  const draft = draftMutations(bench, id, order, await surroundingsOf(bench));
  if (!draft.ok) return draft;
  const noted = files.map((file): Mutation => fileChange(file.row, { feedback: id, status: 'feedback' }));
  const intent = { kind: 'review-step', label: `拟制反馈书，反馈案卷${files.length}件` } as const;
  return firstDocument(await bench.storage.commit(intent, [...draft.value, ...noted], bench.session.context()));
}

/** The faults of a batch as findings: one for each fault of each file, vetoes as serious ones. */
export async function findingsOf(bench: Workbench, opened: OpenedBatch): Promise<readonly FindingInput[]> {
  const { sheet } = opened;
  if (sheet === null) return [];
  const laws = new Map([
    ...sheet.vetoes.map((one) => [one.id, one.law] as const),
    ...sheet.groups.flatMap((group) => group.items.map((one) => [one.id, one.law] as const)),
  ]);
  const files = await reportFiles(bench, opened);
  return files.flatMap(({ id, file, marks }) => {
    if (marks === null) return [];
    const about = `《${file.title}》案卷（${file.decisionNo ?? file.number}）`;
    const vetoes = marks.vetoes.map((mark) => ({ ...mark, severity: 'serious' }));
    const all = [...vetoes, ...marks.deductions.map((mark) => ({ ...mark, severity: 'general' }))];
    const inputs = all.map((mark) => ({
      entity: file.entity,
      caseFile: id,
      source: 'file-review',
      foundOn: file.reviewedOn ?? bench.session.today(),
      fact: `${about}${pageText(mark.page)}：${mark.reason}`,
      summary: mark.reason.slice(0, 60),
      basis: laws.get(mark.item) || null,
      severity: mark.severity,
    }));
    return inputs.filter((one, at) => inputs.findIndex((other) => other.fact === one.fact) === at);
  });
}

/**
 * Registers the faults of a batch as findings, those that are not there yet.
 * @returns how many were registered.
 */
export async function handOverFindings(bench: Workbench, opened: OpenedBatch): Promise<Result<number, string>> {
  const inputs = await findingsOf(bench, opened);
  const files = opened.files.map(({ row }) => row.id);
  const known = await rowsNaming<Finding>(bench, finding.id, 'caseFile', files);
  const facts = new Set(known.map(({ values }) => `${values.caseFile ?? ''} ${values.fact}`));
  const fresh = inputs.filter((one) => !facts.has(`${one.caseFile ?? ''} ${one.fact}`));
  if (fresh.length === 0) return ok(0);
  const written = await createFindings(bench, fresh);
  return written.ok ? ok(written.value.length) : err(written.error.map((one) => one.message).join('；'));
}
