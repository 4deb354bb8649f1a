import { addLine, isFinished, nowhere, type GrowingArticle, type Place } from './draft';
import type { TextLine } from './lines';
import { readMark, type HeadingKind, type Mark } from './marks';
import { chineseNumeral } from './numerals';

/** A text gone through for chapters and articles. */
export interface ReadArticles {
  /** Lines before the first chapter or article, the table of contents left out. */
  readonly head: readonly TextLine[];
  readonly articles: readonly GrowingArticle[];
  readonly chapterCount: number;
}

interface Reading {
  head: TextLine[];
  /** Text under a heading before any article of it. */
  lead: TextLine[];
  articles: GrowingArticle[];
  headings: Set<string>;
  chapters: number;
  place: Place;
  annexed: boolean;
  last: string | undefined;
}

type Heading = Extract<Mark, { kind: 'heading' }>;
type Article = Extract<Mark, { kind: 'article' }>;

const pageNumber = /^[\s—–\-－·]*\d{1,4}[\s—–\-－·]*$|^第\s*\d+\s*页/;

function below(place: Place, level: HeadingKind, text: string): Place {
  if (level === '编') return { part: text, chapter: null, section: null };
  if (level === '分编') {
    const whole = place.part?.split('　')[0] ?? null;
    return { part: whole === null ? text : `${whole}　${text}`, chapter: null, section: null };
  }
  return level === '章' ? { ...place, chapter: text, section: null } : { ...place, section: text };
}

/** A heading that comes again before any article: all before it was a table of contents. */
function takeHeading(reading: Reading, heading: Heading): void {
  const key = `${heading.level}${heading.number ?? heading.text}`;
  const again = heading.level !== '节' && reading.headings.has(key);
  if (again && reading.articles.length === 0) {
    reading.head.push(...reading.lead);
    reading.lead = [];
    reading.headings.clear();
    reading.chapters = 0;
    reading.place = nowhere;
  }
  // Chapters are counted anew in each part.
  if (heading.level === '编' || heading.level === '分编') {
    for (const known of [...reading.headings]) if (known.startsWith('章')) reading.headings.delete(known);
  }
  reading.headings.add(key);
  if (heading.level === '章') reading.chapters += 1;
  reading.place = below(reading.place, heading.level, heading.text);
}

function expectedAfter(articles: readonly GrowingArticle[]): number {
  return (articles.findLast((article) => article.number !== null)?.number ?? 0) + 1;
}

function unnumbered(label: string, place: Place, lines: readonly string[]): GrowingArticle {
  return { ...place, label, number: null, suffix: null, heading: null, lines: [...lines] };
}

/** What stands under a heading before its first article: a preamble, as in a constitution. */
function closeLead(reading: Reading): void {
  const lines = reading.lead.map((line) => line.text);
  if (lines.length > 0) reading.articles.push(unnumbered('引言', reading.place, lines));
  reading.lead = [];
}

/** The label as laws print it, whatever signs the file writes its numbers with. */
export function articleLabel(number: number, suffix: number | null): string {
  return `第${chineseNumeral(number)}条${suffix === null ? '' : `之${chineseNumeral(suffix)}`}`;
}

function takeArticle(reading: Reading, article: Article): void {
  closeLead(reading);
  const { number, suffix, heading, text } = article;
  const lines = text === '' ? [] : [text];
  reading.articles.push({
    ...reading.place,
    label: articleLabel(number, suffix),
    number,
    suffix,
    heading,
    lines,
  });
}

function takeText(reading: Reading, line: TextLine): void {
  const article = reading.articles.at(-1);
  if (article) addLine(article, line.text, line.begins);
  else if (reading.headings.size > 0) reading.lead.push(line);
  else reading.head.push(line);
}

function isArticle(reading: Reading, mark: Article, line: TextLine): boolean {
  const expected = expectedAfter(reading.articles);
  const fresh = line.begins || isFinished(reading.last) || reading.articles.length === 0;
  return mark.tight ? mark.number === expected && fresh : fresh || mark.number >= expected;
}

function takeLine(reading: Reading, line: TextLine): void {
  const mark: Mark = reading.annexed || line.title ? { kind: 'text', text: line.text } : readMark(line.text);
  if (mark.kind === 'heading') takeHeading(reading, mark);
  else if (mark.kind === 'article' && isArticle(reading, mark, line)) takeArticle(reading, mark);
  else if (mark.kind === 'annex' && reading.articles.length > 0) {
    reading.annexed = true;
    reading.articles.push(unnumbered('附件', nowhere, [mark.text]));
  } else if (mark.kind !== 'contents') takeText(reading, line);
}

/** Goes through the lines of a law: 编, 章, 节 and 条, with the text of each article. */
export function readArticles(lines: readonly TextLine[]): ReadArticles {
  const reading: Reading = {
    head: [],
    lead: [],
    articles: [],
    headings: new Set(),
    chapters: 0,
    place: nowhere,
    annexed: false,
    last: undefined,
  };
  for (const line of lines) {
    if (pageNumber.test(line.text)) continue;
    takeLine(reading, line);
    reading.last = line.text;
  }
  const { head, articles, chapters } = reading;
  return { head: articles.length > 0 ? head : lines, articles, chapterCount: chapters };
}
