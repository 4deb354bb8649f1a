import type { Block, HeadingLevel, LabelledLine, Paragraph } from './model';

const prefixes: readonly { readonly level: HeadingLevel; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^[一二三四五六七八九十百]{1,4}、/ },
  { level: 2, pattern: /^（[一二三四五六七八九十百]{1,4}）/ },
  { level: 3, pattern: /^\d{1,2}[.．](?!\d)/ },
  { level: 4, pattern: /^（\d{1,2}）/ },
];

/** Longest first sentence, its mark included, that is read as a heading with the text running on behind it. */
export const longestRunIn = 30;
/** Longest line without an end mark that is read as a heading. */
const longestHeading = 60;

const endMark = /[。！？；：，、…]$/;

/** Level that the number at the head of a line stands for (GB/T 9704-2012, 7.3.3: 一、（一）1.（1）); null without one. */
export function levelOf(line: string): HeadingLevel | null {
  return prefixes.find(({ pattern }) => pattern.test(line))?.level ?? null;
}

function plain(text: string): Paragraph {
  return { kind: 'paragraph', head: '', level: null, text };
}

/**
 * Reads one line: a numbered line without an end mark is a heading; a numbered line whose first sentence is short and has
 * text behind it begins with a heading; a numbered whole sentence, like any other line, is plain text.
 */
export function paragraphOf(line: string): Paragraph {
  const level = levelOf(line);
  if (level === null) return plain(line);
  if (!endMark.test(line) && !line.includes('。') && line.length <= longestHeading) {
    return { kind: 'paragraph', head: line, level, text: '' };
  }
  const stop = line.indexOf('。') + 1;
  if (stop > 0 && stop <= longestRunIn && stop < line.length) {
    return { kind: 'paragraph', head: line.slice(0, stop), level, text: line.slice(stop) };
  }
  return plain(line);
}

const labels = ['出席', '请假', '列席', '缺席', '参加', '主持', '召集人', '记录'];
const labelled = new RegExp(`^((?:${labels.join('|')})[人者]?)：(.+)$`);

function labelledOf(line: string): LabelledLine | null {
  const match = labelled.exec(line);
  return match ? { kind: 'labelled', label: match[1] ?? '', text: match[2] ?? '' } : null;
}

/**
 * Lines of text as blocks of a document; empty lines are dropped.
 * @param minutes whether lines such as 出席：… are labelled lines (GB/T 9704-2012, 10.3).
 */
export function blocksOf(lines: readonly string[], minutes = false): Block[] {
  return lines
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '')
    .map((line) => (minutes ? labelledOf(line) : null) ?? paragraphOf(line));
}
