import { addLine, nowhere, type GrowingArticle } from './draft';
import type { TextLine } from './lines';
import { readNumbered, type Numbered } from './marks';
import { chineseNumeral } from './numerals';

/** A document gone through for its numbered headings. */
export interface ReadHeadings {
  /** Lines before the first heading. */
  readonly head: readonly TextLine[];
  readonly pieces: readonly GrowingArticle[];
  /** Number of 一、 that stand as headings of their own. */
  readonly chapterCount: number;
}

function piece(label: string, chapter: string | null): GrowingArticle {
  return { ...nowhere, chapter, label, number: null, suffix: null, heading: null, lines: [] };
}

/** 一、总体要求 on a line of its own is a heading; with a sentence behind it, it is a piece. */
function isHeading({ level, text }: Numbered): boolean {
  return level === 1 && text.length <= 40 && !/[。；;]/.test(text);
}

/**
 * Goes through a document without articles (意见, 通知): each （一） is a piece that can be cited, as 第二部分第（四）项; so is
 * each 一、 with text of its own, as 第二部分.
 */
export function readHeadings(lines: readonly TextLine[]): ReadHeadings {
  const head: TextLine[] = [];
  const pieces: GrowingArticle[] = [];
  let chapter: string | null = null;
  let part = '';
  let chapterCount = 0;
  for (const line of lines) {
    const numbered = line.title ? null : readNumbered(line.text);
    const last = pieces.at(-1);
    if (numbered === null) {
      if (last) addLine(last, line.text, line.begins);
      else head.push(line);
      continue;
    }
    if (numbered.level === 1) {
      part = `第${chineseNumeral(numbered.number)}部分`;
      chapter = isHeading(numbered) ? `${chineseNumeral(numbered.number)}、${numbered.text}` : null;
      if (chapter !== null) chapterCount += 1;
    }
    const label = numbered.level === 1 ? part : `${part}第（${chineseNumeral(numbered.number)}）项`;
    const next = piece(label, chapter);
    if (!isHeading(numbered) && numbered.text !== '') next.lines.push(numbered.text);
    pieces.push(next);
  }
  return { head, pieces: pieces.filter((one) => one.lines.length > 0), chapterCount };
}
