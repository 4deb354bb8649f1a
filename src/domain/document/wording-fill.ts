import { chineseNumeral } from '../law';
import type { OrdinalStyle, WordingNode, WordingTest } from './wording';

/** What a word of the wording stands for. An empty text, list or table is one not filled in. */
export type WordValue =
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'list'; readonly items: readonly string[] }
  | { readonly form: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A line of filled-in wording: text, or the name of a table that stands there. */
export type FilledLine =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'table'; readonly name: string };

/** What the wording is filled in from. */
export interface Filling {
  readonly words: ReadonlyMap<string, WordValue>;
  /** What stands for a word that was not filled in. */
  readonly missing: (name: string) => string;
}

/** One item of a repetition. */
export interface WordingItem {
  readonly text: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly ordinal: number;
}

type Piece = string | { readonly table: string };

/** Whether a word was filled in. */
export function isFilled(value: WordValue | undefined): boolean {
  if (value === undefined) return false;
  if (value.form === 'text') return value.text.trim() !== '';
  return value.form === 'list' ? value.items.length > 0 : value.rows.length > 0;
}

/** The running number in its style; 12 gives 十二、 or （十二） or 12. */
export function ordinalText(number: number, style: OrdinalStyle): string {
  return style.replace(/一|1/, (sign) => (sign === '一' ? chineseNumeral(number) : String(number)));
}

/** Items inside a sentence: 甲、乙; those with a pause of their own are parted by ；. */
export function joinItems(items: readonly string[]): string {
  const plain = items.map((item) => item.replace(/[。；;，,、\s]+$/u, ''));
  return plain.join(plain.some((item) => /[、，；]/.test(item)) ? '；' : '、');
}

function textOf(value: WordValue): string {
  if (value.form === 'text') return value.text;
  return value.form === 'list' ? joinItems(value.items) : '';
}

function holds(test: WordingTest, filling: Filling): boolean {
  const value = filling.words.get(test.name);
  if (test.op === 'filled' || value === undefined) return isFilled(value) && test.op === 'filled';
  const same = value.form === 'list' ? value.items.includes(test.value) : textOf(value) === test.value;
  return test.op === 'is' ? same : !same;
}

function itemsOf(value: WordValue | undefined, name: string, filling: Filling): WordingItem[] {
  if (value === undefined || !isFilled(value)) {
    const text = filling.missing(name);
    return text === '' ? [] : [{ text, cells: {}, ordinal: 1 }];
  }
  if (value.form === 'table') {
    return value.rows.map((row, at) => ({
      text: row.filter((cell) => cell !== '').join('，'),
      cells: Object.fromEntries(value.columns.map((column, place) => [column, row[place] ?? ''])),
      ordinal: at + 1,
    }));
  }
  const items = value.form === 'list' ? value.items : value.text.split('\n').filter((line) => line.trim() !== '');
  return items.map((text, at) => ({ text, cells: {}, ordinal: at + 1 }));
}

function fillWord(node: Extract<WordingNode, { kind: 'word' }>, filling: Filling): Piece[] {
  const value = filling.words.get(node.name);
  if (value === undefined || !isFilled(value)) return [filling.missing(node.name)];
  if (value.form === 'table') return [{ table: node.name }];
  if (value.form === 'list' && node.alone) return [value.items.join('\n')];
  return [textOf(value)];
}

function fillEach(node: Extract<WordingNode, { kind: 'each' }>, filling: Filling): Piece[] {
  const items = itemsOf(filling.words.get(node.name), node.name, filling);
  return items.flatMap((item, at) => {
    const round = fillNodes(node.body, filling, item);
    return node.alone && at > 0 ? ['\n', ...round] : round;
  });
}

function fillNode(node: WordingNode, filling: Filling, item: WordingItem | null): Piece[] {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'word':
      return fillWord(node, filling);
    case 'item':
      return [node.column === null ? (item?.text ?? '') : (item?.cells[node.column] ?? filling.missing(node.column))];
    case 'ordinal':
      return [ordinalText(item?.ordinal ?? 1, node.style)];
    case 'if':
      return fillNodes(holds(node.test, filling) ? node.then : node.otherwise, filling, item);
    case 'each':
      return fillEach(node, filling);
  }
}

function fillNodes(nodes: readonly WordingNode[], filling: Filling, item: WordingItem | null): Piece[] {
  return nodes.flatMap((node) => fillNode(node, filling, item));
}

/**
 * Fills wording in. Lines that come out empty are dropped, so that a condition or repetition on lines of its own leaves
 * no gap.
 * @param item the item of a repetition that stands around the wording, with its running number.
 */
export function fillWording(
  nodes: readonly WordingNode[],
  filling: Filling,
  item: WordingItem | null = null,
): readonly FilledLine[] {
  const lines: FilledLine[] = [];
  let open = '';
  const end = (): void => {
    if (/[^\s\u3000]/.test(open)) lines.push({ kind: 'text', text: open });
    open = '';
  };
  for (const piece of fillNodes(nodes, filling, item)) {
    if (typeof piece !== 'string') {
      end();
      lines.push({ kind: 'table', name: piece.table });
      continue;
    }
    const [first = '', ...rest] = piece.split('\n');
    open += first;
    for (const line of rest) {
      end();
      open = line;
    }
  }
  end();
  return lines;
}

/** The items of a word as {@link fillWording} takes them one by one. */
export function itemsForRows(name: string, filling: Filling): readonly WordingItem[] {
  return itemsOf(filling.words.get(name), name, filling);
}
