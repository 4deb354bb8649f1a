import { isMonthText, readDateText, type MonthText } from './dates';
import { tidy, toHalfWidth } from './text';

/** Months from the first to the last, both among them. */
export interface MonthSpan {
  readonly from: MonthText;
  readonly to: MonthText;
}

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const wholeYear = /^(全年|全年度|年度|常年|长期|贯穿全年|每月|每季度|每季|按季度|适时|持续开展)$/;
const quarter = /^(?:第)?([一二三四1-4])季度?$/;
const single = /^(\d{1,2})月(?:份|初|中旬|上旬|下旬|底|末)?$/;
const several = /^(\d{1,2})月?(?:份)?(?:[-—–~～、]|至|到)+(\d{1,2})月(?:份|底|末)?$/;

function monthsOf(text: string): readonly [number, number] | null {
  if (wholeYear.test(text)) return [1, 12];
  if (text === '上半年') return [1, 6];
  if (text === '下半年') return [7, 12];
  if (text === '年底' || text === '年末') return [12, 12];
  const part = numerals[quarter.exec(text)?.[1] ?? ''];
  if (part !== undefined) return [part * 3 - 2, part * 3];
  const one = single.exec(text);
  if (one) return [Number(one[1]), Number(one[1])];
  const two = several.exec(text);
  return two ? [Number(two[1]), Number(two[2])] : null;
}

function spanIn(year: number, [first, last]: readonly [number, number]): MonthSpan | null {
  const month = (value: number): MonthText => `${year}-${String(value).padStart(2, '0')}`;
  const [from, to] = [month(first), month(last)];
  return isMonthText(from) && isMonthText(to) && from <= to ? { from, to } : null;
}

/**
 * Reads the months of a task as offices write them: 3月, 3月底前, 3—5月, 3月至5月, 一季度, 第二季度, 上半年, 全年, each with or
 * without a year before it; and every form of {@link readDateText}.
 * @param year of the months that name none; null where it is not known.
 * @returns 'no-year' where only the year is missing; null where the text names no months.
 */
export function readMonthSpan(text: string, year: number | null): MonthSpan | 'no-year' | null {
  const plain = tidy(toHalfWidth(text)).replace(/\s+/g, '');
  const known = readDateText(plain);
  if (known.kind === 'month') return { from: known.month, to: known.month };
  if (known.kind === 'day') return { from: known.day.slice(0, 7), to: known.day.slice(0, 7) };
  const [, named, rest = ''] = /^(?:(\d{4})年)?(.*?)(?:以?前|前?完成|前后|之?内)?$/.exec(plain) ?? [];
  const months = named !== undefined && rest === '' ? ([1, 12] as const) : monthsOf(rest);
  if (months === null || months[0] > months[1] || months[1] > 12 || months[0] < 1) return null;
  const of = named === undefined ? year : Number(named);
  return of === null ? 'no-year' : spanIn(of, months);
}
