import { chineseDate } from '@/domain/kernel';
import { bodyFacts } from '@/services/body';
import type { BodyArchive } from '@/services/body-archive';
import { inTimeShare } from '@/services/body-trend';
import type { PrintOrder } from '@/services/print-list';
import { escapeHtml, htmlPage } from './html';

/** Deadlines on the page. */
const shownDues = 8;
/** Years on the page. */
const shownYears = 5;

function table(widths: readonly number[], heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = widths.map((width) => `<col width="${width}%">`).join('');
  const head = heads.map((label) => `<th>${label}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table class="list"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function part(title: string, rows: readonly unknown[], shown: () => string, none: string): string {
  return `<h2>${title}</h2>${rows.length === 0 ? `<p>${none}</p>` : shown()}`;
}

function figureLines({ opened }: BodyArchive): string {
  const { counts, officers, findings, documentsUnderWay } = opened;
  const lines = [
    `执法人员${officers.total}人，其中在岗${officers.onPost}人，在岗持有效证件${officers.certified}人；关联权责事项${counts.duties}项。`,
    `登记监督检查${counts.inspections}次；发现问题${findings.total}个，未销号${findings.open}个，逾期未整改${findings.overdue}个。`,
    `监督文书${counts.documents}件，在办${documentsUnderWay}件；评查案卷${counts.files}卷；外部反映的问题${counts.outside}个，有关来文${counts.letters}件。`,
  ];
  return lines.map((line) => `<p>${line}</p>`).join('');
}

function yearTable({ opened }: BodyArchive): string {
  const rows = opened.years.slice(0, shownYears).map((year) => {
    const share = inTimeShare(year);
    return [
      String(year.year),
      String(year.inspections),
      String(year.findings),
      share === null ? '—' : `${share}%`,
      year.mean === null ? '—' : String(year.mean),
    ];
  });
  return table([16, 21, 21, 21, 21], ['年度', '检查（次）', '发现问题（个）', '按期整改率', '评查平均分'], rows);
}

function scoreTable({ scores }: BodyArchive): string {
  const rows = scores
    .slice(0, shownYears)
    .map((one) => [
      one.name,
      String(one.files),
      String(one.mean),
      one.place === null ? '' : `${one.place} / ${one.bodies}`,
    ]);
  return table([55, 15, 15, 15], ['评查批次', '案卷数', '平均分', '名次'], rows);
}

/** The 监督档案 of a body as one page to print: who it is, its figures, its years, what is open and what is due. */
export function bodyArchiveOrder(archive: BodyArchive): PrintOrder {
  const { opened, open, scores, unit, preparedBy, today } = archive;
  const { name } = opened.row.values;
  const title = `${name}监督档案`;
  const facts = bodyFacts(opened).map(([label, text]) => `${label}：${text}`);
  const findings = open.map((one) => [one.number, one.fact, one.foundOn, one.dueOn, one.status]);
  const dues = opened.dues.slice(0, shownDues).map((due) => [due.due, due.subject, due.text]);
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="meta"><span>${escapeHtml(unit)}</span><span>制表人：${escapeHtml(preparedBy)}</span><span>${chineseDate(today)}</span></p>`,
    `<p>${escapeHtml(facts.join('；'))}</p>`,
    `<h2>一、总体情况</h2>${figureLines(archive)}`,
    `<h2>二、历年情况</h2>${yearTable(archive)}`,
    part('三、案卷评查', scores, () => scoreTable(archive), '没有评查结果。'),
    part(
      '四、未销号的问题',
      findings,
      () => table([18, 40, 14, 14, 14], ['编号', '问题', '发现日期', '整改期限', '状态'], findings),
      '没有未销号的问题。',
    ),
    part('五、期限', dues, () => table([16, 20, 64], ['日期', '事项', '内容'], dues), '没有正在计算的期限。'),
  ].join('');
  return { title, paper: 'A4', landscape: false, html: htmlPage({ title, paper: 'A4', landscape: false, body }) };
}
