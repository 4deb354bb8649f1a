import { readFileSync } from 'node:fs';
import type { DocumentModel } from '../../src/domain/document';
import { loadPageMaker, makePdf, type PageMaker } from './document-paper';
import { letter, longText, samples } from './document-samples';
import { expect, test } from './fixtures';
import {
  areaProblems,
  breakProblems,
  colophonProblems,
  emptyRowsAbove,
  fileProblems,
  fullPageProblems,
  letterProblems,
  pageNumberProblems,
  paperProblems,
  sealedProblems,
  titleProblems,
} from './geometry';
import { readPdfPages, type PdfPage } from './pdf-pages';

let pageOf: PageMaker;
test.beforeAll(async () => {
  pageOf = await loadPageMaker();
});

const everyPage = (pages: readonly PdfPage[]): string[] => [
  ...paperProblems(pages),
  ...breakProblems(pages),
  ...areaProblems(pages),
];

function textOf(page: PdfPage | undefined): string {
  return page?.lines.map(({ text }) => text).join('\n') ?? '';
}

test('a letter stands on paper as GB/T 9704 has it, and its PDF is text in the shipped fonts', async ({
  page,
  shellKind,
}, testInfo) => {
  const [model] = samples['letter'] ?? [];
  if (!model) throw new Error('no sample');
  const path = testInfo.outputPath('letter.pdf');
  await makePdf(page, shellKind, pageOf([model]), path);
  await testInfo.attach('信函', { path, contentType: 'application/pdf' });
  const pages = readPdfPages(path);
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) throw new Error('no pages');
  expect(pages).toHaveLength(2);
  expect(everyPage(pages)).toEqual([]);
  expect(letterProblems(first, '安司执监检〔2026〕1号')).toEqual([]);
  expect(titleProblems(first, model.title)).toEqual([]);
  expect(pageNumberProblems(pages, (number) => number > 1)).toEqual([]);
  expect(sealedProblems(last, '安澜县司法局', '2026年11月22日')).toEqual([]);
  const title = first.lines.find(({ text }) => text.startsWith('安澜县司法局关于'));
  expect(title && emptyRowsAbove(first, title)).toBeGreaterThan(2);
  expect(textOf(last)).toContain('抄送：安澜县人民政府办公室，');
  const copies = last.lines.filter(({ top }) => top > 230 && top < 262).at(-1);
  expect(copies?.bottom).toBeGreaterThan(259);
  expect(last.rules).toEqual([]);
  // Fonts are embedded, so that it prints alike everywhere.
  expect(readFileSync(path, 'latin1')).toContain('FandolFang');
});

test('pages of text hold 22 lines of 28 characters, numbered at the outer side', async ({
  page,
  shellKind,
}, testInfo) => {
  const path = testInfo.outputPath('long.pdf');
  await makePdf(page, shellKind, pageOf(samples['long'] ?? []), path);
  const pages = readPdfPages(path);
  expect(pages).toHaveLength(4);
  expect(everyPage(pages)).toEqual([]);
  for (const full of pages.slice(1, -1)) expect(fullPageProblems(full)).toEqual([]);
  expect(pageNumberProblems(pages, (number) => number > 1)).toEqual([]);
  expect(textOf(pages[0])).toMatch(/000001〔〕号|000001〔 *〕 *号/);
  expect(textOf(pages[0])).toContain('机密★1年');
});

test('a document in 文件格式 has its head, its enclosures and its colophon in their places', async ({
  page,
  shellKind,
}, testInfo) => {
  const path = testInfo.outputPath('file.pdf');
  await makePdf(page, shellKind, pageOf(samples['file'] ?? []), path);
  const pages = readPdfPages(path);
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) throw new Error('no pages');
  expect(everyPage(pages)).toEqual([]);
  expect(fileProblems(first, '安司发〔2026〕12号')).toEqual([]);
  expect(pageNumberProblems(pages, () => true)).toEqual([]);
  expect(colophonProblems(last)).toEqual([]);
  expect(textOf(last)).toContain('安澜县司法局办公室2026年11月22日印发');
  expect(textOf(first)).toContain('签发人：张明远');
  const enclosure = pages.find(({ lines }) => lines[0]?.text === '附件1');
  expect(enclosure?.lines[1]?.text).toBe('2026年度行政执法监督工作计划');
  expect(
    pages.filter(({ lines }) => lines.some(({ text }) => text === '序号受检单位检查内容时间')).length,
  ).toBeGreaterThan(2);
  expect(pages.filter(({ rules }) => rules.some(({ bottom, red }) => !red && Math.abs(bottom - 262) < 0.5))).toEqual([
    last,
  ]);
});

test('minutes and forms print as their layouts have them', async ({ page, shellKind }, testInfo) => {
  const path = testInfo.outputPath('minutes.pdf');
  await makePdf(page, shellKind, pageOf(samples['minutes'] ?? []), path);
  const minutes = readPdfPages(path);
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (!first || !last) throw new Error('no pages');
  expect(everyPage(minutes)).toEqual([]);
  expect(fileProblems(first, '第3号')).toEqual([]);
  expect(colophonProblems(last)).toEqual([]);
  const path2 = testInfo.outputPath('form.pdf');
  await makePdf(page, shellKind, pageOf(samples['form'] ?? []), path2);
  const forms = readPdfPages(path2);
  expect(everyPage(forms)).toEqual([]);
  expect(titleProblems(forms[0] as PdfPage, '行政执法监督通知书')).toEqual([]);
  expect(textOf(forms.at(-1))).toContain('送达回证');
  expect(forms.at(-1)?.rules.filter(({ left, right }) => right - left > 150).length).toBeGreaterThanOrEqual(5);
});

test('a signature finds company on its page, whatever the length of the text', async ({
  page,
  shellKind,
}, testInfo) => {
  const bodies = [13, 14, 15, 16, 35, 36, 37, 38].map((lines): DocumentModel =>
    letter({
      blocks: [{ kind: 'paragraph', level: null, head: '', text: '检'.repeat(lines * 28 - 2) }],
      attachments: [],
      note: null,
    }),
  );
  const path = testInfo.outputPath('endings.pdf');
  await makePdf(page, shellKind, pageOf(bodies), path);
  const signed = readPdfPages(path).filter((each) => textOf(each).includes('2026年11月22日'));
  expect(signed).toHaveLength(bodies.length);
  for (const each of signed) {
    expect(each.lines.filter(({ text }) => text.startsWith('检')).length).toBeGreaterThanOrEqual(2);
    expect(textOf(each)).toContain('抄送：');
  }
});

test('the checks notice a page that is a millimetre off', async ({ page, shellKind }, testInfo) => {
  const html = pageOf([letter({ blocks: longText(4) })]).replaceAll('viewBox="0 0 ', 'viewBox="-100 -100 ');
  const path = testInfo.outputPath('moved.pdf');
  await makePdf(page, shellKind, html, path);
  const pages = readPdfPages(path);
  const [first, second] = pages;
  if (!first || !second) throw new Error('no pages');
  expect(letterProblems(first, '1号').join('\n')).toMatch(
    /letterhead upper edge[^]*last double rule above the lower edge/,
  );
  expect(fullPageProblems(second).length).toBeGreaterThan(22);
  expect(pageNumberProblems(pages, (number) => number > 1).length).toBeGreaterThan(1);
  expect(
    breakProblems([{ ...second, lines: second.lines.map((line) => ({ ...line, text: `，${line.text}` })) }]).length,
  ).toBe(second.lines.length);
});
