/**
 * The language of wording, for people who write documents: {{标签}} stands for what was filled in, {{如果 标签}}…{{否则}}…{{结束}}
 * for text that depends on it, {{逐项 标签}}…{{结束}} for text that comes once an item, with {{本项}} and {{序号 一、}} inside.
 * Full-width braces and equals signs are read as the half-width ones.
 */

/** How the running number of an item is written. */
export const ordinalStyles = ['1', '一', '一、', '（一）', '1.', '（1）'] as const;
/** One of {@link ordinalStyles}. */
export type OrdinalStyle = (typeof ordinalStyles)[number];

/** When the text of a condition stands: the field is filled in, or it has (or has not) one value. */
export interface WordingTest {
  readonly name: string;
  readonly op: 'filled' | 'is' | 'is-not';
  readonly value: string;
}

/** Where a tag stands, for messages. */
interface Place {
  /** Paragraph, counted from 1. */
  readonly paragraph: number;
  /** The tag as it was written, braces included. */
  readonly tag: string;
}

/** A piece of parsed wording. */
export type WordingNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `alone`: fills its line, so that items of a list become paragraphs. */
  | { readonly kind: 'word'; readonly name: string; readonly alone: boolean; readonly place: Place }
  | { readonly kind: 'item'; readonly column: string | null; readonly place: Place }
  | { readonly kind: 'ordinal'; readonly style: OrdinalStyle; readonly place: Place }
  | {
      readonly kind: 'if';
      readonly test: WordingTest;
      readonly then: readonly WordingNode[];
      readonly otherwise: readonly WordingNode[];
      readonly place: Place;
    }
  | {
      readonly kind: 'each';
      readonly name: string;
      readonly body: readonly WordingNode[];
      /** Fills its line, so that every item makes a paragraph. */
      readonly alone: boolean;
      readonly place: Place;
    };

/** What is wrong with a wording: the paragraph, counted from 1, and a sentence without it. */
export interface WordingIssue {
  readonly paragraph: number;
  readonly message: string;
}

/** Parsed wording. With issues the tree holds what could be read. */
export interface Wording {
  readonly nodes: readonly WordingNode[];
  readonly issues: readonly WordingIssue[];
}

const tagPattern = /(?:\{\{|｛｛)([^{}｛｝]*)(?:\}\}|｝｝)/g;
const blanks = '[\\s\\u3000]*';
const conditionPattern = new RegExp(`^(.+?)${blanks}(=|＝|≠|!=|不等于|等于)${blanks}(.+)$`);

/** Words that open, part and close; no field may be called so. */
export const controlWords = ['如果', '否则', '结束', '逐项', '本项', '序号'] as const;

interface Frame {
  readonly kind: 'root' | 'if' | 'each';
  readonly nodes: WordingNode[];
  readonly otherwise: WordingNode[];
  readonly name: string;
  readonly test: WordingTest | null;
  readonly atLineStart: boolean;
  readonly place: Place;
  parted: boolean;
}

interface Reading {
  readonly text: string;
  readonly frames: Frame[];
  readonly issues: WordingIssue[];
}

interface Tag {
  readonly inner: string;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

function trimmed(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

function testOf(text: string): WordingTest {
  const match = conditionPattern.exec(text);
  if (!match) return { name: text, op: 'filled', value: '' };
  const negative = ['≠', '!=', '不等于'].includes(match[2] ?? '');
  return {
    name: trimmed(match[1] ?? ''),
    op: negative ? 'is-not' : 'is',
    value: trimmed(match[3] ?? '').replace(/^[“"]|[”"]$/g, ''),
  };
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === '\n';
}

function endsLine(text: string, at: number): boolean {
  return at === text.length || text.charAt(at) === '\n';
}

function add(frame: Frame, node: WordingNode): void {
  (frame.parted ? frame.otherwise : frame.nodes).push(node);
}

function frameOf(
  kind: Frame['kind'],
  place: Place,
  rest: Partial<Pick<Frame, 'name' | 'test' | 'atLineStart'>>,
): Frame {
  return {
    kind,
    place,
    nodes: [],
    otherwise: [],
    parted: false,
    name: rest.name ?? '',
    test: rest.test ?? null,
    atLineStart: rest.atLineStart ?? false,
  };
}

function innermost(reading: Reading): Frame {
  const frame = reading.frames.at(-1);
  if (!frame) throw new Error('wording without a frame');
  return frame;
}

function closed(frame: Frame, text: string, end: number): WordingNode {
  const { place, nodes: body, otherwise, name } = frame;
  if (frame.test !== null) return { kind: 'if', test: frame.test, then: body, otherwise, place };
  const oneLine = !body.some((node) => node.kind === 'text' && node.text.includes('\n'));
  return { kind: 'each', name, body, alone: frame.atLineStart && endsLine(text, end) && oneLine, place };
}

function readOrdinal(reading: Reading, tag: Tag): void {
  const asked = trimmed(tag.inner.slice(2)).replace('(', '（').replace(')', '）') || '1';
  const style = ordinalStyles.find((one) => one === asked);
  if (style) add(innermost(reading), { kind: 'ordinal', style, place: tag.place });
  else {
    const known = ordinalStyles.map((one) => `{{序号 ${one}}}`).join('、');
    reading.issues.push({ ...at(tag), message: `“${tag.place.tag}”的编号样式不认识，可用：${known}` });
  }
}

function at(tag: Tag): { readonly paragraph: number } {
  return { paragraph: tag.place.paragraph };
}

function readOpening(reading: Reading, tag: Tag, word: string, rest: string): void {
  if (rest === '') {
    reading.issues.push({ ...at(tag), message: `“${tag.place.tag}”后面缺少填写项的名称，如“{{${word} 检查内容}}”` });
  }
  const atLineStart = startsLine(reading.text, tag.start);
  reading.frames.push(
    word === '如果'
      ? frameOf('if', tag.place, { test: testOf(rest) })
      : frameOf('each', tag.place, { name: rest, atLineStart }),
  );
}

function readClosing(reading: Reading, tag: Tag): void {
  const frame = innermost(reading);
  if (frame.kind === 'root') {
    reading.issues.push({ ...at(tag), message: '“{{结束}}”前面没有与它相配的“{{如果 …}}”或“{{逐项 …}}”' });
    return;
  }
  reading.frames.pop();
  add(innermost(reading), closed(frame, reading.text, tag.end));
}

function readParting(reading: Reading, tag: Tag): void {
  const frame = innermost(reading);
  if (frame.kind === 'if' && !frame.parted) frame.parted = true;
  else reading.issues.push({ ...at(tag), message: '“{{否则}}”前面没有与它相配的“{{如果 …}}”' });
}

function readTag(reading: Reading, tag: Tag): void {
  const { inner, place } = tag;
  const opening = /^(如果|逐项)[\s\u3000]*(.*)$/s.exec(inner);
  if (opening) return readOpening(reading, tag, opening[1] ?? '', trimmed(opening[2] ?? ''));
  if (inner === '结束') return readClosing(reading, tag);
  if (inner === '否则') return readParting(reading, tag);
  if (inner.startsWith('序号')) return readOrdinal(reading, tag);
  const frame = innermost(reading);
  if (inner.startsWith('本项')) return add(frame, { kind: 'item', column: trimmed(inner.slice(2)) || null, place });
  if (inner === '') {
    reading.issues.push({ ...at(tag), message: '“{{}}”里没有写填写项的名称' });
    return;
  }
  const alone = startsLine(reading.text, tag.start) && endsLine(reading.text, tag.end);
  add(frame, { kind: 'word', name: inner, alone, place });
}

function readText(reading: Reading, text: string, paragraph: number): void {
  if (text === '') return;
  add(innermost(reading), { kind: 'text', text });
  for (const [line, part] of text.split('\n').entries()) {
    const stray = /\{\{|\}\}|｛｛|｝｝/.exec(part);
    if (!stray) continue;
    const message = `有一个“${stray[0]}”没有配对，填写项应写成“{{名称}}”`;
    reading.issues.push({ paragraph: paragraph + line, message });
  }
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/**
 * Parses wording; paragraphs are lines. Total: any text gives a tree, and what could not be read is among the issues.
 */
export function parseWording(text: string): Wording {
  const root = frameOf('root', { paragraph: 1, tag: '' }, {});
  const reading: Reading = { text, frames: [root], issues: [] };
  let from = 0;
  let paragraph = 1;
  for (const match of text.matchAll(tagPattern)) {
    const before = text.slice(from, match.index);
    readText(reading, before, paragraph);
    paragraph += linesIn(before);
    const end = match.index + match[0].length;
    readTag(reading, {
      inner: trimmed(match[1] ?? ''),
      start: match.index,
      end,
      place: { paragraph, tag: match[0] },
    });
    paragraph += linesIn(match[0]);
    from = end;
  }
  readText(reading, text.slice(from), paragraph);
  while (reading.frames.length > 1) {
    const frame = innermost(reading);
    const message = `“${frame.place.tag}”没有结束，请在它管到的文字后面写“{{结束}}”`;
    reading.issues.push({ paragraph: frame.place.paragraph, message });
    reading.frames.pop();
    add(innermost(reading), closed(frame, text, text.length));
  }
  return { nodes: root.nodes, issues: reading.issues };
}
