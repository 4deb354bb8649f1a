import { fold } from './collation';
import type { ReadingTable } from './pinyin';

const longestWord = 40;

/** The words of a search text, each without regard to case and width, at most 8. */
export function searchWords(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => word.slice(0, longestWord));
}

/** Whether a word has letters and so may be meant as pinyin or initials. */
export function hasLetters(word: string): boolean {
  return /[a-z]/.test(word);
}

/** A word looked for in a text: letters may stand for themselves, for pinyin, or for initials, in any mixture. */
interface Looking {
  readonly text: string;
  readonly end: number;
  readonly word: string;
  readonly table: ReadingTable;
}

/** Letters that a reading and the word have in common from a position of the word on. */
function common(reading: string, word: string, from: number): number {
  let same = 0;
  while (
    same < reading.length &&
    from + same < word.length &&
    reading.charCodeAt(same) === word.charCodeAt(from + same)
  ) {
    same += 1;
  }
  return same;
}

/** The bit of a small letter in the table of initials; none for anything else. */
function letterBit(code: number): number {
  return code >= 97 && code <= 122 ? 1 << (code - 97) : 0;
}

function byReading(looking: Looking, at: number, from: number, reading: string): boolean {
  const same = common(reading, looking.word, from);
  if (same === 0) return false;
  if (from + same === looking.word.length) return true;
  if (same === reading.length && matchesAt(looking, at + 1, from + same)) return true;
  if (same > 1 && reading.charAt(1) === 'h' && matchesAt(looking, at + 1, from + 2)) return true;
  return reading.length > 1 && matchesAt(looking, at + 1, from + 1);
}

function matchesAt(looking: Looking, at: number, from: number): boolean {
  const { text, end, word, table } = looking;
  if (from >= word.length) return true;
  if (at >= end) return false;
  const code = text.charCodeAt(at);
  if (code === word.charCodeAt(from)) return matchesAt(looking, at + 1, from + 1);
  const bit = letterBit(word.charCodeAt(from));
  if (((table.initials[code] ?? 0) & bit) === 0) return false;
  for (const reading of table.readings(code)) if (byReading(looking, at, from, reading)) return true;
  return false;
}

/**
 * Whether a word with letters is found between two positions of a folded text: each letter run as full pinyin, initials
 * or a mixture, the last syllable possibly unfinished, with any reading of a character.
 */
export function findByReading(looking: Looking, start: number): boolean {
  const { text, end, word, table } = looking;
  const head = word.charCodeAt(0);
  const bit = letterBit(head);
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== head && ((table.initials[code] ?? 0) & bit) === 0) continue;
    if (matchesAt(looking, at, 0)) return true;
  }
  return false;
}
