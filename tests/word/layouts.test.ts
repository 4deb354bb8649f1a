import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentModel } from '@/domain/document';
import { writeDocument } from '@/exchange/document';
import {
  areaProblems,
  breakProblems,
  colophonProblems,
  fileProblems,
  fullPageProblems,
  letterProblems,
  pageNumberProblems,
  paperProblems,
} from '../e2e/geometry';
import { readPdfPages, type PdfPage } from '../e2e/pdf-pages';
import { convertToPdf, type Converted } from './office';
import { file, plain, plainRun, samples } from './samples';

/** Files whose last line of text comes near the foot of a page: so many lines before a short last paragraph. */
const nearFoot = [2, 3, 4, 5, 6, 7, 8, 9] as const;

function endingLow(lines: number): DocumentModel {
  const blocks = [plain(plainRun(26 + 28 * (lines + 12))), plain(plainRun(60))];
  return { ...file, title: '关于开展检查的通知', blocks, attachments: [], enclosures: [] };
}

let converted: Converted;
const read = new Map<string, readonly PdfPage[]>();

function pagesOf(name: string): readonly PdfPage[] {
  const known = read.get(name);
  if (known) return known;
  const pages = readPdfPages(converted.pdf(name));
  read.set(name, pages);
  return pages;
}

function pageOf(name: string, number: number): PdfPage {
  const page = pagesOf(name).at(number > 0 ? number - 1 : number);
  if (!page) throw new Error(`${name} has no page ${number}`);
  return page;
}

/** The same file with another upper margin. */
function withTop(bytes: Uint8Array, top: number): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const moved = xml.replace(/(<w:pgMar [^>]*)w:top="\d+"/g, `$1w:top="${top}"`);
  return zipSync({ ...parts, 'word/document.xml': strToU8(moved) });
}

beforeAll(async () => {
  const models: Record<string, DocumentModel> = { ...samples };
  for (const lines of nearFoot) models[`low-${lines}`] = endingLow(lines);
  const files: Record<string, Uint8Array> = {};
  for (const [name, model] of Object.entries(models)) files[name] = await writeDocument(model);
  files.moved = withTop(files.letter ?? new Uint8Array(), 2200);
  converted = convertToPdf(files);
});

afterAll(() => converted?.remove());

const numbered = {
  letter: (page: number) => page > 1,
  form: (page: number) => page <= 2,
  file: () => true,
  minutes: () => true,
} as const;

describe.each(['letter', 'form', 'file', 'minutes'] as const)(
  'a Word file in the layout %s, opened by an office',
  (name) => {
    it('is A4, keeps to the type area and breaks lines by the rules', () => {
      const pages = pagesOf(name);
      expect([...paperProblems(pages), ...areaProblems(pages), ...breakProblems(pages)]).toEqual([]);
    });

    it('numbers its pages at the place of the standard', () => {
      expect(pageNumberProblems(pagesOf(name), numbered[name])).toEqual([]);
    });
  },
);

describe('a Word file, opened by an office', () => {
  it('has 22 lines of 28 characters on a full page', () => {
    expect(fullPageProblems(pageOf('letter', 2))).toEqual([]);
  });

  it('is refused by the same checks where its margins are others', () => {
    expect(fullPageProblems(pageOf('moved', 2)).some((each) => each.includes('line 1 upper edge'))).toBe(true);
  });

  it('has the head of a letter in its place: letterhead, double rules, number', () => {
    expect(letterProblems(pageOf('letter', 1), samples.letter.number ?? '')).toEqual([]);
  });

  it('divides a long title between words, in the middle of the page', () => {
    const lines = pageOf('file', 1).lines.filter(({ top }) => top > 125 && top < 165);
    expect(lines.map(({ text }) => text).slice(0, 2)).toEqual([
      '关于印发《安澜县2026年度',
      '行政执法监督工作方案》的通知',
    ]);
    for (const { left, right } of lines.slice(0, 2)) expect(Math.abs((left + right) / 2 - 106)).toBeLessThan(0.6);
  });

  it('has no rules of a letter on its other pages', () => {
    expect(
      pagesOf('letter')
        .slice(1)
        .flatMap((page) => page.rules.filter(({ red }) => red)),
    ).toEqual([]);
  });

  it.each(['file', 'minutes'] as const)(
    'has the head of the layout %s in its place: letterhead, number, red rule',
    (name) => {
      expect(fileProblems(pageOf(name, 1), samples[name].number ?? '')).toEqual([]);
    },
  );

  it.each(['file', 'minutes'] as const)(
    'has the imprint of the layout %s at the foot of its last page, and there alone',
    (name) => {
      expect(colophonProblems(pageOf(name, -1))).toEqual([]);
      const printed = pagesOf(name).map((page) => page.lines.some(({ text }) => text.endsWith('日印发')));
      expect(printed.indexOf(true)).toBe(printed.length - 1);
    },
  );

  it('has the copies of a letter at the foot of its last page', () => {
    const line = pageOf('letter', -1).lines.find(({ text }) => text.startsWith('抄送：'));
    expect(line?.left).toBeCloseTo(28 + 14 * (25.4 / 72), 0);
    const last = pageOf('letter', -1)
      .lines.filter(({ bottom }) => bottom < 264)
      .at(-1);
    expect(last?.text.endsWith('。') && last.bottom > 258).toBe(true);
  });

  it('ends the date four characters before the right edge, with room for the seal above', () => {
    const { lines } = pageOf('letter', 4);
    const at = lines.findIndex(({ text }) => text === '2026年11月22日');
    const [above, organ, date] = lines.slice(at - 2, at + 1);
    expect(organ?.text).toBe('安澜县司法局');
    expect(Math.abs((date?.right ?? 0) - (184 - 4 * 5.57))).toBeLessThan(0.7);
    expect((organ?.top ?? 0) - (above?.bottom ?? 0)).toBeGreaterThan(20);
  });

  it('begins each enclosure on a page of its own, with 附件 in the first row and the title in the third', () => {
    const [label, title] = pageOf('letter', 5).lines;
    expect(label?.text).toBe('附件1');
    expect(title?.text).toBe(samples.letter.enclosures[0]?.title);
    expect((title?.top ?? 0) - (label?.top ?? 0)).toBeGreaterThan(2 * 10.2 - 2);
  });

  it('repeats the head of a table on every page', () => {
    const heads = pagesOf('letter').map((page) => page.lines.some(({ text }) => text.includes('案卷文号')));
    expect(heads.slice(4, -1).every((head) => head)).toBe(true);
  });

  it('prints counterfoil and proof of service on pages of their own', () => {
    const titles = pagesOf('form').map((page) => page.lines.slice(0, 3).map(({ text }) => text));
    expect(titles.slice(-2).map((lines) => lines[1])).toEqual(['行政执法监督通知书（存根）', '送达回证']);
  });

  it.each(nearFoot)('never leaves a signature without text on its page, nor an imprint over text (%i)', (lines) => {
    const page = pagesOf(`low-${lines}`).find((each) => each.lines.some(({ text }) => text === '2026年11月22日'));
    const at = page?.lines.findIndex(({ text }) => text === '安澜县司法局') ?? -1;
    expect(at).toBeGreaterThanOrEqual(2);
    const last = pagesOf(`low-${lines}`).at(-1);
    expect(last?.lines.at(-2)?.text.endsWith('日印发')).toBe(true);
    expect(areaProblems(pagesOf(`low-${lines}`))).toEqual([]);
  });
});
