import { err, ok, type Result } from '../kernel';
import { articleLabel, readArticles } from './articles';
import { nowhere, type DraftArticle, type GrowingArticle, type LawDraft, type LawRefusal } from './draft';
import { lawFacts } from './facts';
import { readHeadings } from './headings';
import { closeUp, type TextLine } from './lines';
import { findTitle } from './title';

const organ = /(会|府|院|部|局|厅|委|公室|办|主席|总理|省长|市长)$/;
const day = /^[\d〇零一二三四五六七八九十]+\s*年\s*[\d一二三四五六七八九十]+\s*月\s*[\d一二三四五六七八九十]+\s*日$/;

/** Takes the organ's name and the day under the last article away; they belong to no article. */
function takeSignature(articles: readonly GrowingArticle[]): readonly string[] {
  const last = articles.findLast((article) => article.label !== '附件');
  const taken: string[] = [];
  while (last && last.lines.length > 1) {
    const line = closeUp(last.lines.at(-1) ?? '');
    const isOne = day.test(line) || (line.length <= 30 && organ.test(line));
    if (!isOne) break;
    taken.unshift(line);
    last.lines.pop();
  }
  return taken;
}

function settled({ lines, ...article }: GrowingArticle): DraftArticle {
  return { ...article, text: lines.join('\n') };
}

function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, 8).join('、');
  return labels.length > 8 ? `${shown}等${labels.length}条` : shown;
}

/** What is odd about the numbers of the articles: missing, double, out of order; and articles without text. */
export function numberRemarks(articles: readonly DraftArticle[]): readonly string[] {
  const missing: string[] = [];
  const twice: string[] = [];
  const early: string[] = [];
  const seen = new Set<string>();
  let last = 0;
  for (const { number, label } of articles) {
    if (number === null) continue;
    if (seen.has(label)) twice.push(label);
    else if (number < last) early.push(label);
    for (let at = last + 1; at < number && missing.length < 200; at += 1) missing.push(articleLabel(at, null));
    seen.add(label);
    last = Math.max(last, number);
  }
  const empty = articles.filter((article) => article.text === '').map((article) => article.label);
  return [
    ...(missing.length > 0 ? [`条号不连续，缺${listed(missing)}，请对照原文核对`] : []),
    ...(twice.length > 0 ? [`${listed(twice)}出现不止一次，文件中可能有两份文本，请核对`] : []),
    ...(early.length > 0 ? [`${listed(early)}的次序在前一条之前，请核对`] : []),
    ...(empty.length > 0 ? [`${listed(empty)}只有条号，没有内容，请核对`] : []),
  ];
}

function refuse(kind: LawRefusal['kind'], message: string): Result<never, LawRefusal> {
  return err({ kind, message });
}

function noteOf(lines: readonly TextLine[]): string {
  return lines.map((line) => line.text).join('\n');
}

interface Gathered {
  readonly form: LawDraft['form'];
  readonly head: readonly TextLine[];
  readonly articles: readonly GrowingArticle[];
  readonly chapterCount: number;
}

function gather(lines: readonly TextLine[]): Gathered | null {
  const read = readArticles(lines);
  if (read.articles.some((article) => article.number !== null)) return { form: 'articles', ...read };
  const { head, pieces, chapterCount } = readHeadings(lines);
  return pieces.length >= 2 ? { form: 'headings', head, articles: pieces, chapterCount } : null;
}

/** In a document the lines under the title are its opening; only what stands in brackets says when it was made. */
function partHead(form: LawDraft['form'], rest: readonly TextLine[]) {
  if (form === 'articles') return { note: noteOf(rest), opening: [] };
  const isNote = (line: TextLine): boolean => /^[（(].*[）)]$/.test(line.text) || line.text.length < 20;
  const start = rest.findIndex((line) => !isNote(line) || /：$/.test(line.text));
  const cut = start < 0 ? rest.length : start;
  return { note: noteOf(rest.slice(0, cut)), opening: rest.slice(cut).map((line) => line.text) };
}

/**
 * Reads a law's lines: title, the note under it, 编, 章, 节 and 条. A document without articles is kept by its numbered
 * headings 一、（一）; a text that has neither is refused.
 * @param lines of the file, see linesOfText and linesOfParagraphs.
 * @param fileName with its ending: names the file in sentences, and stands in for a title that is not found.
 */
export function parseLaw(lines: readonly TextLine[], fileName: string): Result<LawDraft, LawRefusal> {
  if (lines.length === 0) return refuse('empty', `“${fileName}”里没有文字，请确认选对了文件`);
  const gathered = gather(lines);
  if (gathered === null) {
    const sought = '行首的“第一条”“第二条”，或公文的“一、”“（一）”';
    return refuse(
      'no-articles',
      `“${fileName}”里没有找到条文：找的是${sought}。请确认选对了文件；扫描件、图片要先识别成文字；条号不在行首的，请改到行首再导入`,
    );
  }
  const { form, head, articles, chapterCount } = gathered;
  const found = findTitle(head, fileName);
  const { note, opening } = partHead(form, found.rest);
  const signature = takeSignature(articles);
  const settledArticles = articles.map(settled);
  const preface = opening.length > 0 ? [opened(opening)] : [];
  const facts = lawFacts({
    title: found.title,
    note,
    signature: form === 'headings' ? signature : [],
    ending: settledArticles
      .slice(-3)
      .map((article) => article.text)
      .join('\n'),
    documentNo: found.documentNo,
  });
  return ok({
    title: found.title,
    note,
    form,
    articles: [...preface, ...settledArticles],
    articleCount: settledArticles.filter((one) => form === 'headings' || one.number !== null).length,
    chapterCount,
    remarks: [
      ...(form === 'headings' ? ['文中没有“第一条”，已按“一、”“（一）”分段，引用时写作“第二部分第（四）项”'] : []),
      ...numberRemarks(settledArticles),
      ...(signature.length > 0 ? [`文末的“${signature.join('　')}”是落款，没有归入条文`] : []),
    ],
    facts,
  });
}

function opened(lines: readonly string[]): DraftArticle {
  return { ...nowhere, label: '引言', number: null, suffix: null, heading: null, text: lines.join('\n') };
}
