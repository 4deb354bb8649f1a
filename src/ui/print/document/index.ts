import type { DocumentModel } from '@/domain/document';
import type { DocumentPaper } from '@/services/print-document';
import { escapeHtml } from '../html';
import { composeDocument, documentParts, type DocumentPart } from './compose';
import type { Measure } from './form';
import { defaultMeasure } from './measure';
import { sheetSvg } from './svg';

export { composeDocument, documentParts, type DocumentPart } from './compose';
export { defaultMeasure } from './measure';
export type { Mark, Measure, Rule, Run, Sheet, TextLine } from './form';

/** How a page of documents is made. */
export interface PageOptions {
  /** What the page is called, which printers and PDF files show; the first document's title where missing. */
  readonly title?: string;
  readonly measure?: Measure;
}

/** The sheets of documents as HTML, one section a sheet, for a page that is there already. */
export function documentSheets(
  models: readonly DocumentModel[],
  measure: Measure = defaultMeasure,
  parts: readonly DocumentPart[] = documentParts,
): string {
  return models.flatMap((model) => composeDocument(model, measure, parts).map(sheetSvg)).join('');
}

/** A whole page around sheets. */
export function pageOfSheets(sheets: string, title: string): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="stylesheet" href="/fonts.css"><link rel="stylesheet" href="/document.css"></head>',
    `<body class="unnumbered">${sheets}</body></html>`,
  ].join('');
}

/**
 * Documents as a whole HTML page: every sheet of A4 with everything in its place, the same on screen, in print and in PDF.
 *
 * @param models documents in order; each begins on a sheet of its own
 */
export function documentPage(models: readonly DocumentModel[], options: PageOptions = {}): string {
  const sheets = documentSheets(models, options.measure ?? defaultMeasure);
  return pageOfSheets(sheets, options.title ?? models[0]?.title ?? '公文');
}

/** Parts of documents on paper, as the printing services take it. */
export function paperOf(parts: readonly DocumentPart[] = documentParts): DocumentPaper {
  return { sheets: (models) => documentSheets(models, defaultMeasure, parts), page: pageOfSheets };
}

/** Whole documents on paper. */
export const documentPaper: DocumentPaper = paperOf();
