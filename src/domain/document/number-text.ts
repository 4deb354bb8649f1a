import { err, ok, tidy, toHalfWidth, type Result } from '../kernel';

/** The parts of a number: organ code, year, running number. */
export interface NumberParts {
  readonly prefix: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * A number as it is printed: organ code, year in six-cornered brackets, serial without leading zeros and without 第
 * (GB/T 9704-2012, 7.2.5).
 */
export function numberText(number: NumberParts): string {
  return `${number.prefix}〔${number.year}〕${number.serial}号`;
}

const example = '安司执监检〔2026〕1号';

// Whatever brackets people type, narrowed before: [] () {} 【】 〔〕 ﹝﹞ <>.
const pattern = /^(.+?)[〔﹝【［[({<](\d{2,4})年?[〕﹞】］\])}>]第?0*(\d{1,9})(?:号|$)$/;

/**
 * Reads a number however it is written: 安司执监检[2026]第05号, （2026）, without 号.
 * @returns its parts, or a Chinese sentence that says how to write it.
 */
export function readNumberText(text: string): Result<NumberParts, string> {
  const plain = toHalfWidth(tidy(text)).replace(/\s+/g, '');
  const match = pattern.exec(plain);
  const [prefix, year, serial] = [match?.[1] ?? '', match?.[2] ?? '', Number(match?.[3] ?? 0)];
  if (!match) return err(`文号“${text}”看不出代字、年度和序号，请写成“${example}”的样子`);
  if (year.length !== 4) return err(`文号“${text}”的年度应写全四位，如“${example}”`);
  if (Number(year) < 1990 || Number(year) > 2100) return err(`文号“${text}”的年度应在1990至2100之间`);
  if (serial < 1 || serial > 999_999) return err(`文号“${text}”的序号应在1至999999之间，不编虚位`);
  return ok({ prefix, year: Number(year), serial });
}

/** A number in its printed form; what cannot be read as one stays as it is. */
export function canonicalNumber(text: string): string {
  const read = readNumberText(text);
  return read.ok ? numberText(read.value) : text;
}
