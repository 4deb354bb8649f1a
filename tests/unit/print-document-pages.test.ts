import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layouts, type DocumentModel } from '@/domain/document';
import { composeDocument, defaultMeasure, documentPage, type Sheet, type TextLine } from '@/ui/print/document';
import { area, pitch, sizes } from '@/ui/print/document/form';
import { form, letter } from '../e2e/document-samples';

function textsOf(sheet: Sheet): TextLine[] {
  return sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
}

/** Text of a line, without blanks. */
function read(line: TextLine): string {
  return line.runs
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');
}

const isNumber = (line: TextLine): boolean => /^—\d+—$/.test(read(line));

/** Characters in any order, without blanks: what is printed, and what should be. */
function sorted(texts: readonly string[]): string {
  return [...texts.join('').replaceAll(/\s/g, '')].sort().join('');
}

function compose(model: DocumentModel): Sheet[] {
  return composeDocument(model, defaultMeasure);
}

function paragraphs(texts: readonly string[]): DocumentModel['blocks'] {
  return texts.map((text) => ({ kind: 'paragraph', level: null, head: '', text }));
}

/** A letter whose text takes so many lines, each of 28 characters. */
function ofLines(lines: number, parts: Partial<DocumentModel> = {}): DocumentModel {
  return letter({ blocks: paragraphs(['检'.repeat(lines * 28 - 2)]), attachments: [], note: null, ...parts });
}

function printed(model: DocumentModel): string[] {
  return compose(model).flatMap((sheet) =>
    textsOf(sheet)
      .filter((line) => !isNumber(line))
      .map(read),
  );
}

const texts = fc.array(fc.stringMatching(/^[一-龥]{1,40}[，。]?[一-龥0-9]{0,200}$/), { minLength: 1, maxLength: 25 });

describe('a composed document', () => {
  it('holds every character of its model once, whatever the layout', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...layouts), fc.boolean(), (bodies, layout, sealed) => {
        const model = letter({
          layout,
          blocks: paragraphs(bodies),
          signature: { organs: ['安澜县司法局'], date: '2026-11-22', sealed },
        });
        const expected = [
          model.letterhead,
          model.urgency ?? '',
          model.number ?? '',
          model.title,
          `${model.addressees.join('、')}：`,
          ...bodies,
          '附件：',
          ...model.attachments.map((name, at) => `${at + 1}.${name}`),
          '安澜县司法局2026年11月22日',
          `（${model.note ?? ''}）`,
          `抄送：${model.copies.join('，')}。`,
        ];
        expect(sorted(printed(model))).toBe(sorted(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its lines apart and inside the type area', () => {
    for (const layout of layouts) {
      for (let lines = 1; lines < 60; lines += 1) {
        for (const [at, sheet] of compose(ofLines(lines, { layout })).entries()) {
          const body = textsOf(sheet).filter((line) => line.ink === 'black' && !isNumber(line));
          const rows = [...new Set(body.map((line) => line.baseline.toFixed(2)))].map(Number).sort((a, b) => a - b);
          expect(rows.length, `${layout}, ${lines} lines, page ${at + 1}`).toBeLessThanOrEqual(24);
          expect(Math.min(...rows)).toBeGreaterThan(area.top);
          expect(Math.max(...rows)).toBeLessThan(area.bottom);
          const text = body.filter((line) => line.size === sizes.three && read(line).startsWith('检'));
          const tops = text.map((line) => line.baseline);
          tops.slice(1).forEach((top, index) => expect(top - (tops[index] ?? 0)).toBeGreaterThan(pitch * 0.92));
        }
      }
    }
  });

  it('never lets the signature stand without text, wherever the text ends', () => {
    for (const layout of ['letter', 'file', 'form'] as const) {
      for (const sealed of [true, false]) {
        for (let lines = 1; lines < 70; lines += 1) {
          const model = ofLines(lines, {
            layout,
            attachments: lines % 3 === 0 ? ['材料清单'] : [],
            signature: { organs: ['安澜县司法局'], date: '2026-11-22', sealed },
          });
          const sheets = compose(model);
          const page = sheets.find((sheet) => textsOf(sheet).some((line) => read(line) === '2026年11月22日'));
          const body = page ? textsOf(page).filter((line) => read(line).includes('检检')) : [];
          expect(body.length, `${layout}, ${lines} lines`).toBeGreaterThanOrEqual(Math.min(2, lines));
          expect(page).toBe(sheets.at(-1));
          const copies = page ? textsOf(page).filter((line) => read(line) === '抄送：') : [];
          expect(copies).toHaveLength(1);
          const day = page ? textsOf(page).find((line) => read(line) === '2026年11月22日') : undefined;
          expect((copies[0]?.baseline ?? 0) - (day?.baseline ?? 0)).toBeGreaterThan(sizes.four);
        }
      }
    }
  });

  it('numbers pages at the right on odd sides and at the left on even ones, a letter from its second page on', () => {
    const sides = (model: DocumentModel): (string | null)[] =>
      compose(model).map((sheet) => {
        const line = textsOf(sheet).find(isNumber);
        const x = line?.runs[0]?.x ?? 0;
        return line ? `${read(line)} ${x > 100 ? 'right' : 'left'}` : null;
      });
    expect(sides(ofLines(55))).toEqual(
      [null, '—2— left', '—3— right', '—4— left'].slice(0, compose(ofLines(55)).length),
    );
    expect(sides(ofLines(40, { layout: 'file' }))[0]).toBe('—1— right');
    expect(sides(ofLines(3, { layout: 'form' }))).toEqual([null]);
  });

  it('puts enclosures on pages of their own, forms on sheets of their own, and the foot on the last page of the text', () => {
    const enclosures = [{ title: '检查清单', blocks: paragraphs(['第一项。']) }];
    const sheets = compose(
      ofLines(3, { layout: 'file', enclosures, receipt: form('送达回证'), counterfoil: form('存根') }),
    );
    expect(sheets).toHaveLength(4);
    const [, enclosure, counterfoil, receipt] = sheets.map((sheet) => textsOf(sheet).map(read));
    expect(enclosure?.slice(0, 2)).toEqual(['附件', '检查清单']);
    expect(enclosure).toContain('抄送：');
    expect(counterfoil).toContain('存根');
    expect(receipt).toContain('送达回证');
    expect(receipt?.some((text) => text.startsWith('—'))).toBe(false);
  });

  it('repeats the heading of a table on each page and divides a row that is higher than a page', () => {
    const columns = [
      { label: '序号', share: 1, align: 'center' as const },
      { label: '内容', share: 5, align: 'left' as const },
    ];
    const rows = [
      ...Array.from({ length: 40 }, (_, at) => [String(at), '检查内容']),
      ['41', '很长的内容。'.repeat(400)],
    ];
    const sheets = compose(
      ofLines(2, { blocks: [{ kind: 'table', caption: '安排', columns, rows }], signature: null, copies: [] }),
    );
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) expect(textsOf(sheet).map(read)).toContain('序号');
    const all = sheets.flatMap((sheet) => textsOf(sheet).map(read)).join('');
    expect(all.match(/很/g)).toHaveLength(400);
    for (const sheet of sheets)
      for (const mark of sheet.marks) if (mark.kind === 'rule') expect(mark.to.y).toBeLessThan(297);
  });

  it('leaves number and date open where there are none', () => {
    const all = printed(
      ofLines(2, { number: null, signature: { organs: ['安澜县司法局'], date: null, sealed: true } }),
    );
    expect(all).toContain('〔〕号');
    expect(all.some((text) => text === '年月日')).toBe(true);
  });

  it('becomes a page without script and inline style, with every sign escaped', () => {
    const html = documentPage([ofLines(2, { title: '<b>"&' })]);
    expect(html).not.toMatch(/<script|style=|<b>/);
    expect(html).toContain('&lt;b&gt;&quot;&amp;');
    expect(html).toContain('href="/document.css"');
  });
});
