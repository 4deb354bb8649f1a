import { articleParagraphs, citationText, type Citation, type CitationForm } from '@/domain/law';
import type { ArticleHit } from '@/services/law-search';

/** The part of an article that is cited; all null for the whole article. */
export interface CitedPart {
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly subItem: number | null;
}

/** The whole article. */
export const wholeArticle: CitedPart = { paragraph: null, item: null, subItem: null };

/** One line of an article as it is shown and can be chosen. */
export interface ArticleLine {
  readonly key: string;
  readonly text: string;
  /** 0 for 款, 1 for 项, 2 for 目. */
  readonly depth: 0 | 1 | 2;
  readonly part: CitedPart;
  /** 第一款, 第（三）项: what choosing the line means. */
  readonly name: string;
}

/** The lines of an article with what each is cited as. The only 款 of an article is not counted: it is the article. */
export function articleLines(text: string, numbered: boolean): readonly ArticleLine[] {
  const paragraphs = articleParagraphs(text);
  const named = (part: CitedPart): string => {
    const name = citationText({ title: '', article: '', ...part }).replace('《》', '');
    return name === '' ? '整条' : name;
  };
  const line = (key: string, own: string, depth: 0 | 1 | 2, part: CitedPart): ArticleLine => {
    const citable = numbered ? part : wholeArticle;
    return { key, text: own, depth, part: citable, name: named(citable) };
  };
  return paragraphs.flatMap(({ number, text: own, items }) => {
    const paragraph = paragraphs.length > 1 ? number : null;
    const head = own === '' ? [] : [line(`${number}`, own, 0, { ...wholeArticle, paragraph })];
    const below = items.flatMap((item) => [
      line(`${number}.${item.number}`, item.text, 1, { paragraph, item: item.number, subItem: null }),
      ...item.subItems.map((sub) =>
        line(`${number}.${item.number}.${sub.number}`, sub.text, 2, {
          paragraph,
          item: item.number,
          subItem: sub.number,
        }),
      ),
    ]);
    return [...head, ...below];
  });
}

/** Whether two parts are the same. */
export function samePart(a: CitedPart, b: CitedPart): boolean {
  return a.paragraph === b.paragraph && a.item === b.item && a.subItem === b.subItem;
}

function within(line: CitedPart, part: CitedPart): boolean {
  if (part.paragraph !== null && line.paragraph !== part.paragraph) return false;
  if (part.item !== null && line.item !== part.item) return false;
  return part.subItem === null || line.subItem === part.subItem;
}

/** The words of the part that is cited, one line a 款, 项 or 目. */
export function citedWords(lines: readonly ArticleLine[], part: CitedPart): string {
  return lines
    .filter((line) => within(line.part, part))
    .map((line) => line.text)
    .join('\n');
}

/** What the picker hands to a document. */
export interface Cited {
  /** Ready to be inserted. */
  readonly text: string;
  readonly citation: Citation;
  /** The words of the part that is cited. */
  readonly articleText: string;
}

/** The citation of a part of an article found. */
export function citationOf({ article, law }: ArticleHit, part: CitedPart): Citation {
  const { title, version } = law.values;
  return { lawId: law.id, title, version, article: article.values.label, ...part };
}

/** The words of a law within a sentence: quotation marks inside become single ones (GB/T 15834-2011, clause 4.8.3.4). */
export function quoted(citation: Citation, form: CitationForm, words: string): string {
  const inner = words.replaceAll('“', '‘').replaceAll('”', '’');
  return `${citationText(citation, form)}规定：“${inner}”`;
}
