import { toHalfWidth } from '../kernel';
import { closeUp } from './lines';
import { numeralSigns, readNumeral } from './numerals';

const numeral = `[${numeralSigns}]+`;

/** Levels above the article. */
export type HeadingKind = '编' | '分编' | '章' | '节';

/** What a line turned out to be. */
export type Mark =
  | { readonly kind: 'heading'; readonly level: HeadingKind; readonly number: number | null; readonly text: string }
  | {
      readonly kind: 'article';
      readonly number: number;
      /** 1 in 第二十五条之一. */
      readonly suffix: number | null;
      /** The words in brackets behind the label, as 第一条（目的和依据）. */
      readonly heading: string | null;
      readonly text: string;
      /** Nothing parts the label from the text: a paragraph may begin with a reference in the same way. */
      readonly tight: boolean;
    }
  | { readonly kind: 'contents' }
  | { readonly kind: 'annex'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

const headingPattern = new RegExp(
  `^第\\s*(${numeral})\\s*(分编|编|章|节)(?=[\\s：:]|$|[^规所的、和或至中])[\\s：:]*(.*)$`,
);
const articlePattern = new RegExp(`^第\\s*(${numeral})\\s*条(?:\\s*之\\s*(${numeral}))?(.*)$`, 's');
/** What follows an article's number where a sentence speaks about the article instead of being it. */
const reference = /^(第|规定|所|、|和|或|至|中|的|及|以|、|，|,)/;
const leaders = /[\s.·…‥—\-_]*\d*\s*$/;

function readHeading(line: string): Mark | null {
  const plain = toHalfWidth(line);
  if (/^(总则|附则|序言)$/.test(closeUp(plain))) {
    return { kind: 'heading', level: '章', number: null, text: closeUp(plain) };
  }
  const match = headingPattern.exec(plain);
  if (!match) return null;
  const name = closeUp((match[3] ?? '').replace(leaders, '').trim());
  if (name.length > 40 || /[。；;，,]/.test(name)) return null;
  const level = match[2] as HeadingKind;
  const label = `第${match[1] ?? ''}${level}`;
  return {
    kind: 'heading',
    level,
    number: readNumeral(match[1] ?? ''),
    text: name === '' ? label : `${label} ${name}`,
  };
}

function readArticle(line: string): Mark | null {
  // Only the label is narrowed; the text keeps its signs.
  const match = articlePattern.exec(line.replace(/[０-９]/g, toHalfWidth));
  if (!match) return null;
  const number = readNumeral(match[1] ?? '');
  if (number === null || number === 0) return null;
  const rest = match[3] ?? '';
  const suffix = match[2] === undefined ? null : readNumeral(match[2]);
  const titled = /^[\s\u3000]*[（(【]([^）)】。；]{1,30})[）)】][\s\u3000：:]*(.*)$/s.exec(rest);
  // （一） behind the label is the first item of the article, not its heading.
  const heading = titled && readNumeral(titled[1] ?? '') === null ? closeUp((titled[1] ?? '').trim()) : null;
  const parted = rest === '' || /^[\s\u3000：:]/.test(rest) || heading !== null;
  if (!parted && reference.test(rest)) return null;
  const text = (heading === null ? rest : (titled?.[2] ?? '')).replace(/^[\s\u3000：:]+/, '');
  return { kind: 'article', number, suffix, heading, text, tight: !parted };
}

/** Tells what a line of a law is, by itself. */
export function readMark(line: string): Mark {
  if (/^(目录|目次)$/.test(closeUp(line))) return { kind: 'contents' };
  if (
    /^附\s*(件|表|录|图)?\s*\d*\s*[：:]/.test(line) ||
    /^附\s*(件|表|录|图)\s*[\d一二三四五六七八九十]*$/.test(line)
  ) {
    return { kind: 'annex', text: line };
  }
  return readHeading(line) ?? readArticle(line) ?? { kind: 'text', text: line };
}

const bulletOne = new RegExp(`^(${numeral})、\\s*(.*)$`, 's');
const bulletTwo = new RegExp(`^[（(]\\s*([〇零一二三四五六七八九十百]+)\\s*[）)]\\s*(.*)$`, 's');

/** Level of a numbered heading in a document without articles: 一、 is 1, （一） is 2. */
export interface Numbered {
  readonly level: 1 | 2;
  readonly number: number;
  readonly text: string;
}

/** Reads 一、 and （一） at the beginning of a line; null where there is neither. */
export function readNumbered(line: string): Numbered | null {
  const first = /^\d/.test(line) ? null : bulletOne.exec(line);
  const match = first ?? bulletTwo.exec(line);
  const number = match ? readNumeral(match[1] ?? '') : null;
  return match && number !== null && number > 0 ? { level: first ? 1 : 2, number, text: match[2] ?? '' } : null;
}
