/** A run of text; marked where it is one of the words looked for. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/** Parts a text at the words looked for, without regard to case. Words written in letters may stand for pinyin and mark nothing. */
export function runsOf(text: string, words: readonly string[]): readonly Run[] {
  const wanted = words.filter((word) => word.length > 0).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, marked: at % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/** The piece of a text around the first word found, at most `length` signs. */
export function excerptAround(text: string, words: readonly string[], length: number): string {
  const flat = text.replace(/\n/g, ' ');
  const places = words.map((word) => flat.toLowerCase().indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const from = first + 10 <= length ? 0 : first - Math.floor(length / 4);
  const piece = flat.slice(from, from + length);
  return `${from > 0 ? '…' : ''}${piece}${from + length < flat.length ? '…' : ''}`;
}
