import { chineseDate, type DateText } from '@/domain/kernel';
import { escapeHtml, htmlPage } from './html';

interface PrintedItem {
  readonly name: string;
  readonly code: string;
  readonly facts: string;
  readonly differences: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** What stands on the printed comparison of two versions of a list. */
export interface DutyComparisonPage {
  /** Names of the versions with their days. */
  readonly earlier: string;
  readonly later: string;
  readonly unit: string;
  readonly preparedBy: string;
  readonly date: DateText;
  readonly added: readonly PrintedItem[];
  readonly changed: readonly PrintedItem[];
  readonly removed: readonly PrintedItem[];
  readonly unchanged: number;
}

function lines(text: string): string {
  return text === '' ? '（空）' : escapeHtml(text).replaceAll('\n', '<br>');
}

function named(item: PrintedItem): string {
  return lines(item.code ? `${item.name}（${item.code}）` : item.name);
}

function table(widths: readonly number[], heads: readonly string[], rows: readonly string[]): string {
  const columns = widths.map((width) => `<col width="${width}%">`).join('');
  const head = heads.map((label) => `<th>${label}</th>`).join('');
  return `<table class="list"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function plainTable(items: readonly PrintedItem[]): string {
  const rows = items.map(
    (item, at) => `<tr><td class="center">${at + 1}</td><td>${named(item)}</td><td>${lines(item.facts)}</td></tr>`,
  );
  return table([6, 54, 40], ['序号', '事项', '类型、主体和机构'], rows);
}

function changedTable(items: readonly PrintedItem[]): string {
  const rows = items.flatMap((item, at) =>
    item.differences.map((one, place) => {
      const count = item.differences.length;
      const lead =
        place === 0
          ? `<td class="center" rowspan="${count}">${at + 1}</td><td rowspan="${count}">${named(item)}</td>`
          : '';
      return `<tr>${lead}<td>${lines(one.label)}</td><td>${lines(one.before)}</td><td>${lines(one.after)}</td></tr>`;
    }),
  );
  return table([6, 22, 12, 30, 30], ['序号', '事项', '变动的项', '变动前', '变动后'], rows);
}

function part(title: string, items: readonly PrintedItem[], body: string): string {
  return `<h2>${title}（${items.length}项）</h2>${items.length > 0 ? body : '<p>无。</p>'}`;
}

/** The comparison as pages to print: counts first, then what was added, changed and removed. */
export function dutyComparisonPage(page: DutyComparisonPage): string {
  const { added, changed, removed, unchanged } = page;
  const counts = `新增${added.length}项，变动${changed.length}项，取消${removed.length}项，未变${unchanged}项。`;
  const right = [page.preparedBy && `制表人：${page.preparedBy}`, `制表日期：${chineseDate(page.date)}`];
  const body = [
    '<h1>权责清单两版对照表</h1>',
    `<p class="meta"><span>${escapeHtml(page.unit && `制表单位：${page.unit}`)}</span>`,
    `<span>${escapeHtml(right.filter((one) => one !== '').join('\u3000'))}</span></p>`,
    `<p>对照前：${escapeHtml(page.earlier)}<br>对照后：${escapeHtml(page.later)}<br>${counts}</p>`,
    part('一、新增', added, plainTable(added)),
    part('二、变动', changed, changedTable(changed)),
    part('三、取消', removed, plainTable(removed)),
  ].join('');
  return htmlPage({ title: '权责清单两版对照表', paper: 'A4', landscape: true, body });
}
