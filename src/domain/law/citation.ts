import { chineseNumeral } from './numerals';

/** A place in a law, with the version meant. What a document keeps of its legal basis. */
export interface Citation {
  /** Identifier of the law's record. */
  readonly lawId: string;
  /** Full name without 《》. */
  readonly title: string;
  /** 2021年修订. */
  readonly version: string;
  /** Label of the article as the law writes it: 第二十五条, 第二十五条之一. */
  readonly article: string;
  /** 款, counted from 1; null where the whole article or the only 款 is meant. */
  readonly paragraph: number | null;
  /** 项, by its number; null where none is meant. */
  readonly item: number | null;
  /** 目, by its number. */
  readonly subItem?: number | null;
}

/** How a citation names its law: in full, in full with the short name that follows, or by that short name. */
export const citationForms = ['full', 'defining', 'short'] as const;
/** One of {@link citationForms}. */
export type CitationForm = (typeof citationForms)[number];

/** The title in 《》; titles inside it stand in 〈〉 (GB/T 15834-2011, clause 4.15.3.5). */
export function bookTitle(title: string): string {
  const bare = /^《([^《》]*(?:《[^《》]*》[^《》]*)*)》$/.exec(title)?.[1] ?? title;
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

const kinds =
  /(条例|规定|办法|细则|决定|规则|指导意见|实施意见|意见|通知|规程|规范|方案|制度|准则|解释|公约)(?:（[^）]*）|\([^)]*\))*$/;

/**
 * The name by which a document speaks of a law after it was named in full: 行政处罚法 for 中华人民共和国行政处罚法, else
 * the kind of text (条例, 指导意见); the title itself where it has no shorter form.
 */
export function shortTitle(title: string): string {
  const national = /^中华人民共和国(.+)$/.exec(title)?.[1];
  if (national !== undefined) return national;
  return kinds.exec(title)?.[1] ?? title;
}

function nameIn(title: string, form: CitationForm): string {
  const short = shortTitle(title);
  if (form === 'short') return bookTitle(short);
  return form === 'full' || short === title ? bookTitle(title) : `${bookTitle(title)}（以下简称${bookTitle(short)}）`;
}

/**
 * Writes a citation in the form of official documents: 《行政执法监督条例》第二十五条第一款第（三）项. Numbers of 款 and 项
 * are Chinese, that of 目 is Arabic as in the law itself.
 */
export function citationText(
  citation: Pick<Citation, 'title' | 'article' | 'paragraph' | 'item' | 'subItem'>,
  form: CitationForm = 'full',
): string {
  const { title, article, paragraph, item, subItem = null } = citation;
  const parts = [
    nameIn(title, form),
    article,
    paragraph === null ? '' : `第${chineseNumeral(paragraph)}款`,
    item === null ? '' : `第（${chineseNumeral(item)}）项`,
    subItem === null ? '' : `第${subItem}目`,
  ];
  return parts.join('');
}
