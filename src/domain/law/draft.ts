import type { LawFacts } from './facts';

/** An article as read from a file; the values of a 'law-article' without its law and place. */
export interface DraftArticle {
  /** 第二编 合同. */
  readonly part: string | null;
  /** 第一章 总则. */
  readonly chapter: string | null;
  /** 第一节 一般规定. */
  readonly section: string | null;
  /** 第二十五条, 第二十五条之一; 第二部分第（四）项 in a document without articles; 引言, 附件. */
  readonly label: string;
  /** Null where the text has no articles or the piece has no number. */
  readonly number: number | null;
  /** 1 in 第二十五条之一. */
  readonly suffix: number | null;
  /** 目的和依据, where the label is followed by it. */
  readonly heading: string | null;
  /** One 款, 项 or 目 a line. */
  readonly text: string;
}

/** A law or document as read from a file, not yet stored. */
export interface LawDraft {
  readonly title: string;
  /** The lines under the title: when adopted, amended, made public. */
  readonly note: string;
  /** 'headings': a document without articles, kept by its numbered headings 一、（一）. */
  readonly form: 'articles' | 'headings';
  readonly articles: readonly DraftArticle[];
  /** Number of numbered articles, or of headed pieces. */
  readonly articleCount: number;
  readonly chapterCount: number;
  /** Chinese sentences that a person should look at: missing numbers, lines left out. */
  readonly remarks: readonly string[];
  readonly facts: LawFacts;
}

/** Why a text cannot be kept as a law. */
export interface LawRefusal {
  readonly kind: 'empty' | 'no-articles';
  /** Chinese: which file, what was looked for, what to do. */
  readonly message: string;
}

/** Where the following articles stand. */
export interface Place {
  readonly part: string | null;
  readonly chapter: string | null;
  readonly section: string | null;
}

/** Before any heading. */
export const nowhere: Place = { part: null, chapter: null, section: null };

/** An article while its lines come in. */
export type GrowingArticle = Omit<DraftArticle, 'text'> & { readonly lines: string[] };

const finished = /[。；;：:！!？?”」』]$/;
const numberedLine = /^[（(]\s*[〇零一二三四五六七八九十百\d]+\s*[）)]|^\d{1,2}[.．、]/;

/** Whether a paragraph is at its end: what follows in the next line is another one. */
export function isFinished(line: string | undefined): boolean {
  return line === undefined || finished.test(line);
}

/**
 * Adds a line to an article: as a paragraph of its own, or, where the file breaks lines in the middle of sentences, as the
 * rest of the line before.
 */
export function addLine(article: GrowingArticle, text: string, begins: boolean): void {
  const last = article.lines.at(-1);
  if (last === undefined || begins || isFinished(last) || numberedLine.test(text)) {
    article.lines.push(text);
    return;
  }
  const gap = /[a-z\d]$/i.test(last) && /^[a-z\d]/i.test(text) ? ' ' : '';
  article.lines[article.lines.length - 1] = `${last}${gap}${text}`;
}
