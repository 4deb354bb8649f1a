import { objectLabel, personLabel, type DrawLists, type DrawResult } from '@/domain/draw';
import { chineseDate, type DateText } from '@/domain/kernel';
import { escapeHtml, htmlPage } from './html';

/** What stands on the printed record of a draw. */
export interface DrawPaper {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly preparedOn: DateText | null;
  readonly drawnOn: DateText | null;
  readonly drawer: string;
  readonly witness: string;
  readonly seed: string;
  readonly algorithm: string;
  readonly digest: string;
  readonly resultDigest: string;
  readonly voided: string | null;
  readonly lists: DrawLists;
  /** Null before the draw. */
  readonly result: DrawResult | null;
}

function table(widths: readonly number[], heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = widths.map((width) => `<col width="${width}%">`).join('');
  const head = heads.map((label) => `<th>${label}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table class="list"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function facts(paper: DrawPaper): string {
  const { lists, drawnOn, preparedOn } = paper;
  const rows = [
    ['抽取对象', `${paper.source}，名单${lists.objects.length}个，抽取${lists.objectCount}个`],
    ['检查人员', `名单${lists.people.length}人，每个对象${lists.inspectorsEach}人`],
    ['准备日期', preparedOn === null ? '' : chineseDate(preparedOn)],
    ['抽取日期', drawnOn === null ? '尚未抽取' : chineseDate(drawnOn)],
    ['随机种子', paper.seed],
    ['算法', paper.algorithm],
    ['名单摘要', paper.digest],
    ['结果摘要', paper.resultDigest],
    ...(paper.voided === null ? [] : [['作废', paper.voided]]),
  ];
  return table([16, 84], ['项目', '内容'], rows);
}

function resultTable({ lists, result }: DrawPaper): string {
  if (result === null) return '<p>尚未抽取。</p>';
  const objects = new Map(lists.objects.map((one) => [one.id, objectLabel(one)]));
  const people = new Map(lists.people.map((one) => [one.id, personLabel(one)]));
  const keys = new Map(result.order.map((one) => [one.id, one]));
  const rows = result.drawn.map(({ id, inspectors }, at) => [
    String(at + 1),
    objects.get(id) ?? id,
    inspectors.map((one) => people.get(one.id) ?? one.id).join('、'),
    keys.get(id)?.key ?? '',
  ]);
  return table([7, 28, 33, 32], ['次序', '抽中对象', '检查人员', '对象的抽签值'], rows);
}

function objectTable({ lists, result }: DrawPaper): string {
  const place = new Map((result?.order ?? []).map((one, at) => [one.id, String(at + 1)]));
  const rows = lists.objects.map((one, at) => [
    String(at + 1),
    objectLabel(one),
    String(one.weight),
    one.reason,
    one.id,
    place.get(one.id) ?? '',
  ]);
  return table([7, 30, 7, 20, 29, 7], ['序号', '对象', '权重', '理由', '编号', '名次'], rows);
}

function peopleTable({ lists }: DrawPaper): string {
  const objects = new Map(lists.objects.map((one) => [one.id, objectLabel(one)]));
  const rows = lists.people.map((one, at) => [
    String(at + 1),
    one.name,
    one.history.join('；') || one.unit,
    one.recusals.map(({ object, reason }) => `${objects.get(object) ?? object}：${reason}`).join('；') || '无',
    one.id,
  ]);
  return table([7, 11, 26, 28, 28], ['序号', '姓名', '单位和经历', '回避', '编号'], rows);
}

/** How anybody can check the draw, step by step, with any SHA-256 tool. */
export const drawExplanation: readonly string[] = [
  '一、核对名单：把“存名单文本”得到的文件用任何SHA-256工具（如 Windows 的 certutil -hashfile 文件名 SHA256）计算，结果应与“名单摘要”一字不差。名单摘要和种子在抽取前已经固定。',
  '二、核对抽签值：权重是几，对象就有几张签。把“种子|object|对象编号|签号”这行文字（签号从1起，UTF-8编码，不带换行）计算SHA-256，几张签中最小的就是该对象的抽签值。',
  '三、核对抽中对象：全部对象按抽签值从小到大排列，排在前面的就是抽中的。',
  '四、核对检查人员：按抽中次序逐个对象，从不需要回避的人中先取已分配对象最少的；分配一样多的，把“种子|inspector|对象编号|人员编号”计算SHA-256，小的在前。',
];

/** The record of a draw as pages to print: facts, result, lists, how to check it, signatures. */
export function drawRecordPage(paper: DrawPaper): string {
  const { title, unit, drawer, witness } = paper;
  const day = paper.drawnOn === null ? '　　　　年　　月　　日' : chineseDate(paper.drawnOn);
  const body = [
    `<h1>${escapeHtml(title)}记录</h1>`,
    `<p class="meta"><span>抽取单位：${escapeHtml(unit)}</span><span>${escapeHtml(day)}</span></p>`,
    facts(paper),
    '<h2>一、抽取结果</h2>',
    resultTable(paper),
    `<p class="meta"><span>抽取人（${escapeHtml(drawer)}）签字：＿＿＿＿＿＿＿＿</span>`,
    `<span>见证人（${escapeHtml(witness)}）签字：＿＿＿＿＿＿＿＿</span><span>日期：＿＿＿＿＿＿</span></p>`,
    '<h2>二、对象名单</h2>',
    objectTable(paper),
    '<h2>三、检查人员名单</h2>',
    peopleTable(paper),
    '<h2>四、怎样验证</h2>',
    ...drawExplanation.map((line) => `<p>${escapeHtml(line)}</p>`),
  ].join('');
  return htmlPage({ title: `${title}记录`, paper: 'A4', landscape: false, body });
}
