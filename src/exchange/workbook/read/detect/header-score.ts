import { labelKey } from '@/domain/kernel';
import { cellText, type Cell } from '../cell';
import { cellAt, lookOf, shapeOf, type SheetView } from './view';

/** Words that stand over columns in lists of all kinds. */
const headerWords = new Set(
  (
    '序号 编号 代码 名称 单位 单位名称 姓名 性别 职务 电话 联系电话 联系方式 联系人 手机号 地址 日期 时间 备注 说明 类型 类别 ' +
    '数量 金额 年份 月份 地区 项目 项目名称 内容 依据 事项 事项名称 身份证号 证号 证件号码 部门 状态 摘要 合计 指标 年度'
  ).split(' '),
);

function isCellLike(label: string): boolean {
  return label.length > 60 || /[。；;]$/.test(label);
}

/** How much a label and the values under it speak for a header (up to 1) or for a row of data (down to -1). */
function evidence(label: string, values: readonly Cell[]): number {
  const filled = values.filter((value) => value !== null);
  if (filled.length === 0) return 0.3;
  const labelLook = lookOf(label);
  const alike = filled.filter((value) => lookOf(value) === labelLook).length / filled.length;
  if (labelLook === 'number' || labelLook === 'date') return alike > 0.5 ? -1 : labelLook === 'date' ? 0.7 : 0.1;
  if (isCellLike(label)) return -0.5;
  if (headerWords.has(labelKey(label))) return 1;
  if (alike < 0.5) return 1;
  const texts = filled.map(cellText);
  if (texts.includes(label)) return -0.6;
  const shape = shapeOf(label);
  if (!shape.includes('9')) {
    const withDigits = texts.filter((text) => /\d/.test(text)).length / texts.length;
    const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    return withDigits > 0.6 || length > label.length * 2 ? 0.7 : 0.4;
  }
  return texts.filter((text) => shapeOf(text) === shape).length > texts.length / 2 ? -1 : 0.2;
}

interface Weighed {
  readonly labelled: number;
  readonly used: number;
  readonly mean: number;
  readonly distinct: boolean;
}

function weigh(view: SheetView, labels: readonly (string | null)[], preview: readonly number[]): Weighed {
  let sum = 0;
  let labelled = 0;
  let used = 0;
  labels.forEach((label, column) => {
    const values = preview.map((row) => cellAt(view, row, column));
    if (values.some((value) => value !== null)) used += 1;
    if (label === null) return;
    labelled += 1;
    sum += evidence(label, values);
  });
  const written = labels.filter((label) => label !== null);
  const distinct = new Set(written).size >= written.length * 0.5;
  return { labelled, used, mean: labelled === 0 ? 0 : sum / labelled, distinct };
}

/**
 * Whether labels over columns are a header for the rows of the preview: enough of the columns in use are labelled and
 * the labels differ from what stands under them. Few labels pass only where they differ without doubt.
 */
export function headerScore(view: SheetView, labels: readonly (string | null)[], preview: readonly number[]): boolean {
  const { labelled, used, mean, distinct } = weigh(view, labels, preview);
  if (labelled === 0 || used === 0 || !distinct) return false;
  const coverage = Math.min(1, labelled / used);
  if (labelled === 1) return used === 1 && mean >= 0.7;
  if (coverage >= 0.5) return mean >= 0.25;
  return coverage >= 0.2 && mean >= 0.9;
}
