import { chineseDate, type DateText } from '@/domain/kernel';
import type { BatchReport, ReviewBatch } from '@/domain/file-review';
import { escapeHtml, htmlPage } from './html';

/** What stands in the printed report of a review batch. */
export interface ReviewReportPage {
  readonly bureau: string;
  readonly batch: ReviewBatch;
  /** Name of the scoring sheet. */
  readonly sheet: string;
  readonly chair: string;
  readonly reviewers: readonly string[];
  readonly today: DateText;
  readonly report: BatchReport;
  /** Grade in words. */
  readonly gradeName: (code: string | null) => string;
}

function table(widths: readonly number[], heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = widths.map((width) => `<col width="${width}%">`).join('');
  const head = heads.map((label) => `<th>${label}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table class="list"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function lines(text: string | null): string {
  return escapeHtml(text ?? '').replaceAll('\n', '<br>');
}

function gradeWords({ report, gradeName }: ReviewReportPage): string {
  const parts = Object.entries(report.grades).map(([code, count]) => `${gradeName(code)}${count}件`);
  return `共评查案卷${report.files.length}件，平均${report.mean ?? 0}分，其中${parts.join('、')}。`;
}

/**
 * The report of a batch as pages to print: scope and people, grades, ranking of bodies and files, the ten most frequent
 * faults and what is to be corrected (广东省行政执法案卷评查办法 art. 13).
 */
export function reviewReportPage(page: ReviewReportPage): string {
  const { batch, report } = page;
  const people = `组长：${page.chair || '未指定'}；评查员：${page.reviewers.join('、')}`;
  const bodies = report.bodies.map((one) => [String(one.place), one.body, String(one.files), String(one.mean)]);
  const files = report.files.map(({ place, body, file }) => [
    String(place),
    file.number,
    body,
    file.title,
    String(file.score ?? ''),
    page.gradeName(file.grade),
  ]);
  const faults = report.faults.map((one, at) => [
    String(at + 1),
    one.veto ? `一票否决：${one.text}` : one.text,
    String(one.files),
    one.veto ? '得0分' : String(one.points),
  ]);
  const title = `${batch.name}报告`;
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="meta"><span>${escapeHtml(page.bureau)}</span><span>${chineseDate(batch.reportedOn ?? page.today)}</span></p>`,
    '<h2>一、评查情况</h2>',
    `<p>评查范围：${lines(batch.scope)}<br>评分标准：${escapeHtml(page.sheet)}<br>${escapeHtml(people)}</p>`,
    `<p>${gradeWords(page)}</p>${batch.summary === null ? '' : `<p>${lines(batch.summary)}</p>`}`,
    `<h2>二、单位排名</h2>${table([10, 54, 18, 18], ['名次', '单位', '案卷数', '平均分'], bodies)}`,
    `<h2>三、案卷等次</h2>${table([8, 18, 25, 29, 10, 10], ['名次', '案卷号', '单位', '案由', '得分', '等次'], files)}`,
    `<h2>四、主要问题（出现最多的${report.faults.length}类）</h2>`,
    table([8, 62, 15, 15], ['序号', '问题', '案卷数', '扣分合计'], faults),
    `<h2>五、整改建议</h2><p>${lines(batch.advice) || '对照问题逐项整改。'}</p>`,
    '<p class="note">评查组长（签字）：　　　　　　　　评查员（签字）：</p>',
  ].join('');
  return htmlPage({ title, paper: 'A4', landscape: false, body });
}
