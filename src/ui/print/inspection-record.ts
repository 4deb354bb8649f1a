import {
  checkResults,
  itemKey,
  resultLabels,
  type CheckEntry,
  type Checklist,
  type Checks,
  type Inspection,
} from '@/domain/inspection';
import { chineseDate, type DateText } from '@/domain/kernel';
import { escapeHtml, htmlPage } from './html';

/** What stands on the printed record of an inspection. Texts are as they are printed. */
export interface PrintedInspection {
  /** False for the empty form that is filled in by hand. */
  readonly filled: boolean;
  readonly bureau: string;
  readonly title: string;
  readonly body: string;
  readonly mode: string;
  readonly values: Pick<
    Inspection,
    | 'content'
    | 'startedOn'
    | 'endedOn'
    | 'hours'
    | 'place'
    | 'present'
    | 'course'
    | 'summary'
    | 'response'
    | 'signedBy'
    | 'signedOn'
    | 'refusal'
    | 'teamOthers'
    | 'enterprise'
    | 'enterpriseCode'
  >;
  /** The team, the leader first. */
  readonly members: readonly { readonly name: string; readonly certificateNo: string; readonly leads: boolean }[];
  readonly noticeNo: string;
  readonly checks: Checks;
  readonly findings: readonly { readonly number: string; readonly fact: string }[];
}

function lines(text: string | null): string {
  return escapeHtml(text ?? '').replaceAll('\n', '<br>');
}

function dayText(day: DateText | null): string {
  return day === null ? '' : chineseDate(day);
}

function span({ startedOn, endedOn, hours }: PrintedInspection['values']): string {
  const until = endedOn === null || endedOn === startedOn ? '' : `至${dayText(endedOn)}`;
  return `${dayText(startedOn)}${until}${hours === null ? '' : `，${hours}`}`;
}

function teamText(page: PrintedInspection): string {
  return page.members
    .map(({ name, certificateNo, leads }) => {
      const facts = [leads ? '组长' : '', certificateNo && `监督证号${certificateNo}`].filter(Boolean);
      return facts.length > 0 ? `${name}（${facts.join('，')}）` : name;
    })
    .join('、');
}

function row(label: string, html: string, tall = false): string {
  return `<tr><th>${label}</th><td${tall ? ' class="tall"' : ''}>${html}</td></tr>`;
}

/** What was known before going out stands on the empty form too; the rest is left to the pen. */
function facts(page: PrintedInspection): string {
  const { values, filled } = page;
  const written = (text: string | null): string => (filled ? lines(text) : '');
  const enterprise = [values.enterprise, values.enterpriseCode].filter((one) => one !== null).join('，');
  return [
    '<table class="list record"><colgroup><col width="16%"><col width="84%"></colgroup><tbody>',
    row('被检查单位', escapeHtml(page.body)),
    row('监督方式', escapeHtml(page.mode)),
    row('通知书文号', escapeHtml(page.noticeNo)),
    row('检查内容', lines(values.content)),
    row('检查时间', filled ? escapeHtml(span(values)) : '年　　月　　日　　时　　分至　　时　　分'),
    row('检查地点', lines(values.place)),
    row('检查人员', escapeHtml(teamText(page))),
    row('其他参加人员', lines(values.teamOthers)),
    enterprise === '' ? '' : row('涉及企业', escapeHtml(enterprise)),
    row('在场人员', written(values.present)),
    row('检查经过', written(values.course), true),
    row('检查情况', written(values.summary), true),
    '</tbody></table>',
  ].join('');
}

function resultCell(entry: CheckEntry | undefined, filled: boolean): string {
  return checkResults
    .map((result) => `${filled && entry?.result === result ? '☑' : '□'}${resultLabels[result]}`)
    .join('<br>');
}

function listTable(list: Checklist, page: PrintedInspection): string {
  const rows = list.items.map((item, at) => {
    const entry = page.checks.entries[itemKey(list, item)];
    const hints = `<span class="hint">看什么：${escapeHtml(item.look)}<br>依据：${escapeHtml(item.basis)}</span>`;
    const cells = [
      `<td class="center">${at + 1}</td>`,
      `<td>${escapeHtml(item.text)}<br>${hints}</td>`,
      `<td class="mark">${resultCell(entry, page.filled)}</td>`,
      `<td>${page.filled ? lines(entry?.note ?? '') : ''}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<h2>${escapeHtml(list.title)}</h2>`,
    '<table class="list record"><colgroup><col width="7%"><col width="52%"><col width="13%"><col width="28%"></colgroup>',
    '<thead><tr><th>序号</th><th>检查项</th><th>结果</th><th>情况说明</th></tr></thead>',
    `<tbody>${rows.join('')}</tbody></table>`,
    `<p class="note">清单出处：${escapeHtml(list.source)}（${escapeHtml(list.version)}版）</p>`,
  ].join('');
}

function findingPart({ filled, findings }: PrintedInspection): string {
  if (!filled) return '';
  const rows = findings.map(
    ({ number, fact }, at) =>
      `<tr><td class="center">${at + 1}</td><td class="center">${escapeHtml(number)}</td><td>${lines(fact)}</td></tr>`,
  );
  const table = [
    '<table class="list record"><colgroup><col width="7%"><col width="16%"><col width="77%"></colgroup>',
    `<thead><tr><th>序号</th><th>问题编号</th><th>问题描述</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  ].join('');
  return `<h2>发现的问题（${findings.length}个）</h2>${findings.length > 0 ? table : '<p>没有发现问题。</p>'}`;
}

const dayBlank = '年　　月　　日';

/** Room for the signatures, kept together on one page. Names are written by hand, also on a filled record. */
function signatures({ filled, values }: PrintedInspection): string {
  const signed =
    filled && values.signedBy !== null ? `（已由${values.signedBy}签字，${dayText(values.signedOn)}）` : '';
  const refusal = filled && values.refusal !== null ? `未签字原因：${values.refusal}` : '';
  return [
    '<section class="sign-part"><h2>签字</h2>',
    '<table class="list record"><colgroup><col width="16%"><col width="84%"></colgroup><tbody>',
    row('被检查单位意见', filled ? lines(values.response) : '以上记录我看过，', true),
    row(
      '被检查单位',
      `负责人或者在场人员签字（盖章）：<br><br><span class="sign-day">${dayBlank}</span>${escapeHtml(signed)}${escapeHtml(refusal)}`,
    ),
    row('检查人员', `签字：<br><br><span class="sign-day">${dayBlank}</span>`),
    row('见证人', `被检查单位拒绝签字时由见证人签字，写明原因：<br><br><span class="sign-day">${dayBlank}</span>`),
    '</tbody></table></section>',
  ].join('');
}

/** The record of an inspection on A4: facts, check lists, findings and signature part; empty or as it was entered. */
export function inspectionRecordPage(page: PrintedInspection): string {
  const body = [
    '<h1>行政执法监督检查记录</h1>',
    `<p class="meta"><span>检查机关：${escapeHtml(page.bureau)}</span><span>${escapeHtml(page.title)}</span></p>`,
    facts(page),
    ...page.checks.lists.map((list) => listTable(list, page)),
    findingPart(page),
    signatures(page),
  ].join('');
  return htmlPage({ title: `${page.title}检查记录`, paper: 'A4', landscape: false, body });
}
