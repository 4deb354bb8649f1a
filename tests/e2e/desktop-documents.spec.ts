import { writeFile } from 'node:fs/promises';
import type { DesktopBridge } from '../../src/shell/contract';
import { loadPageMaker } from './document-paper';
import { letter } from './document-samples';
import { expect, test } from './fixtures';
import { letterProblems } from './geometry';
import { readPdfPages } from './pdf-pages';

test('a batch of documents becomes a PDF each, every one whole and with its fonts', async ({
  page,
  desk,
}, testInfo) => {
  const pageOf = await loadPageMaker();
  const numbers = ['安司执监检〔2026〕7号', '安司执监检〔2026〕8号', '安司执监检〔2026〕9号'];
  const pages = numbers.map((number) => pageOf([letter({ number, addressees: [`镕喆堃水务局${number}`] })]));
  const files = await page.evaluate(async (htmls) => {
    const { desktop } = globalThis as unknown as { desktop: DesktopBridge };
    const jobs = htmls.map((html) => ({ html, title: '通知', paper: 'A4' as const, landscape: false }));
    const answer = await desktop.invoke('renderPdfs', { pages: jobs });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value.files.map(({ bytes }) => [...bytes]);
  }, pages);
  expect(files).toHaveLength(3);
  for (const [at, bytes] of files.entries()) {
    const path = testInfo.outputPath(`${at}.pdf`);
    await writeFile(path, Uint8Array.from(bytes));
    const [first, ...more] = readPdfPages(path);
    expect(more).toHaveLength(1);
    expect(first && letterProblems(first, numbers[at] ?? '')).toEqual([]);
    expect(first?.lines.some(({ text }) => text.startsWith('镕喆堃水务局'))).toBe(true);
  }
  expect(desk.app?.windows()).toHaveLength(1);
});
