const digits = '零一二三四五六七八九';
const values: Readonly<Record<string, number>> = {
  〇: 0,
  ...Object.fromEntries([...digits].map((sign, at) => [sign, at])),
  两: 2,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Signs that a number in a heading may be written with, for the inside of a character class. */
export const numeralSigns = '〇零一二三四五六七八九十百千两0-9';

/**
 * Writes a whole number from 1 to 9,999 as laws number their articles: 25 gives 二十五, 101 gives 一百零一, 110 gives
 * 一百一十. Any other number is written with its digits.
 */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 9999) return String(number);
  let text = '';
  let gap = false;
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits.charAt(digit)}${sign}`;
    gap = false;
  }
  return number >= 10 && number < 20 ? text.slice(1) : text;
}

/** Reads 二十五, 一百零一, 二〇, 25 or ２５ as a number; null where the text is none. */
export function readNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '') return null;
  // 二〇二一 is read digit by digit.
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text)) {
    return Number([...text].map((sign) => values[sign] ?? 0).join(''));
  }
  let total = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const unit = units[sign];
    const value = values[sign];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else if (value !== undefined) digit = value;
    else return null;
  }
  return total + (digit ?? 0);
}
