import { field } from '@/domain/kernel';
import type { NumberSeries, SerialRange } from '@/domain/document';

/** What is asked for when numbers are reserved, entered as used before, or a gap is explained. */
export const numberForm = {
  fields: {
    prefix: field.text({ label: '代字', required: true, help: '发文机关代字加类别，如：安司执监检' }),
    year: field.integer({ label: '年度', required: true, help: '四位年份' }),
    count: field.integer({ label: '个数', required: true, help: '从下一个号起连续预留' }),
    from: field.integer({ label: '起号', required: true }),
    to: field.integer({ label: '止号', required: true }),
    reason: field.paragraph({ label: '原因', required: true, help: '写清给谁、何事，或在何处已用、因何不用' }),
  },
};

/** What a dialog about numbers does. */
export type NumberDeed =
  | { readonly kind: 'reserve'; readonly prefix: string; readonly year: number }
  | { readonly kind: 'earlier'; readonly prefix: string; readonly year: number }
  | { readonly kind: 'gap'; readonly prefix: string; readonly year: number; readonly gap: SerialRange };

/** Title and button of each dialog, and the fields it asks for. */
export const deeds = {
  reserve: { title: '预留文号', submit: '预留', fields: ['prefix', 'year', 'count', 'reason'] },
  earlier: { title: '登记此前已用文号', submit: '登记', fields: ['prefix', 'year', 'from', 'to', 'reason'] },
  gap: { title: '说明空号', submit: '登记', fields: ['from', 'to', 'reason'] },
} as const;

/** Series of which nothing is left open stand below those with gaps of the same year. */
export function inOrderOfNeed(series: readonly NumberSeries[]): readonly NumberSeries[] {
  return series.toSorted((a, b) => b.year - a.year || Number(b.gaps.length > 0) - Number(a.gaps.length > 0));
}
