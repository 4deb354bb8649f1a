import { toHalfWidth } from '@/domain/kernel';
import { readingTable } from './pinyin';

/** The block of characters that the table of readings covers. */
const chinese = { first: 0x4e00, last: 0x9fff };
/** Chinese characters stand from here on in a sort key, in the order of their sound. */
const chineseBase = 0x2000;
/** What is neither sign, digit, letter nor a character with a reading stands behind everything, by code. */
const restBase = 0xf000;

/** Text without regard to case and width, for comparing and searching. */
export function fold(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x41 && code <= 0x5a) || code === 0x3000 || code >= 0xc0) {
      if (code < 0x4e00 || code > 0x9fff) return toHalfWidth(text).toLowerCase();
    }
  }
  return text;
}

/** Digits: a mark, how many follow without leading zeros, then they; so that 9 stands before 10. */
function digitRun(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  return `\u0030${String.fromCharCode(0x100 + Math.min(plain.length, 0xff))}${plain}`;
}

/**
 * A key whose order by code units is the order of the texts as a Chinese reader expects it: signs, numbers by their
 * value, Latin letters, then Chinese by sound (pinyin, tone). Case and width do not count.
 * @param personName the text is a person's name, so that surnames count by their own reading (单 as shan).
 */
export function sortKey(text: string, personName = false): string {
  const { order, surnameOrder } = readingTable();
  const plain = fold(text);
  let key = '';
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code >= chinese.first && code <= chinese.last) {
      const place = (at === 0 && personName ? surnameOrder : order)[code - chinese.first] ?? 0;
      key += place === 0 ? String.fromCharCode(restBase) + plain.charAt(at) : String.fromCharCode(chineseBase + place);
    } else if (code >= 0x30 && code <= 0x39) {
      let end = at + 1;
      while (end < plain.length && plain.charCodeAt(end) >= 0x30 && plain.charCodeAt(end) <= 0x39) end += 1;
      key += digitRun(plain.slice(at, end));
      at = end - 1;
    } else {
      key += signKey(code, plain.charAt(at));
    }
  }
  return key;
}

function signKey(code: number, sign: string): string {
  if (code >= 0x61 && code <= 0x7a) return sign;
  if (code < 0x30) return sign;
  if (code < 0x80) return `\u002f${sign}`;
  return String.fromCharCode(restBase + 1) + sign;
}

/** Order of two keys by code units. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
