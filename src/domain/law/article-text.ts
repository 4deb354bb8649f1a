import { toHalfWidth } from '../kernel';
import { readNumeral } from './numerals';

/** 目: a numbered part of an item. */
export interface SubItem {
  readonly number: number;
  readonly text: string;
}

/** 项: （一） and what stands behind it, with its label. */
export interface ArticleItem {
  readonly number: number;
  readonly text: string;
  readonly subItems: readonly SubItem[];
}

/** 款: a paragraph of an article with the items that follow it. */
export interface ArticleParagraph {
  /** Counted from 1. */
  readonly number: number;
  /** Empty where the article begins with an item. */
  readonly text: string;
  readonly items: readonly ArticleItem[];
}

interface Growing {
  text: string;
  items: { number: number; text: string; subItems: SubItem[] }[];
}

function itemNumber(line: string): number | null {
  const match = /^[（(]\s*([〇零一二三四五六七八九十百]+)\s*[）)]/.exec(line);
  return match ? readNumeral(match[1] ?? '') : null;
}

function subItemNumber(line: string): number | null {
  const match = /^[（(]?(\d{1,2})[）).、．]/.exec(toHalfWidth(line.slice(0, 5)));
  return match ? Number(match[1]) : null;
}

/**
 * Parts an article's text into 款, 项 and 目 as 《立法法》第六十五条 orders them: a line that begins without a number is a
 * new 款, one with （一） an item of the 款 before it, one with 1. a part of the item before it.
 * @param text the article's text, one 款, 项 or 目 a line.
 */
export function articleParagraphs(text: string): readonly ArticleParagraph[] {
  const found: Growing[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const item = itemNumber(line);
    const last = found.at(-1);
    const lastItem = last?.items.at(-1);
    const sub = item === null && lastItem ? subItemNumber(line) : null;
    if (item !== null) {
      const owner = last ?? { text: '', items: [] };
      if (!last) found.push(owner);
      owner.items.push({ number: item, text: line, subItems: [] });
    } else if (sub !== null && lastItem) lastItem.subItems.push({ number: sub, text: line });
    else found.push({ text: line, items: [] });
  }
  return found.map(({ text: own, items }, at) => ({ number: at + 1, text: own, items }));
}
