import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, glyphsOf, widthOf } from '@/ui/print/document/break-lines';
import { cell, gridSpacing, sizes } from '@/ui/print/document/form';
import { titleLines } from '@/ui/print/document/title-lines';
import { defaultMeasure } from '@/ui/print/document';

const width = 156;

/** Lines of 3号仿宋 across the type area, the first indented by two characters. */
function linesOf(text: string, indent = 2): string[] {
  const glyphs = glyphsOf([{ role: 'fangsong', text }], sizes.three, defaultMeasure);
  const room = { first: width - indent * cell, rest: width, spacing: gridSpacing };
  return breakLines(glyphs, room).map((line) => line.map(({ char }) => char).join(''));
}

function widthOfLine(text: string): number {
  return widthOf(glyphsOf([{ role: 'fangsong', text }], sizes.three, defaultMeasure), gridSpacing);
}

const word = fc.stringMatching(/^[一-龥]{1,6}$/);
const piece = fc.oneof(
  { weight: 5, arbitrary: word },
  fc.integer({ min: 1, max: 2030 }).map((number) => `${number}年`),
  fc.constantFrom('，', '。', '、', '；', '：', '——', '……', ' ', '%', '”', '）', '？”'),
  word.map((text) => `《${text}》`),
  word.map((text) => `“${text}”`),
  fc.integer({ min: 1, max: 999 }).map((number) => `安司执监通〔2026〕${number}号`),
  fc.stringMatching(/^[A-Za-z0-9.-]{1,40}$/),
);
const texts = fc.array(piece, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
/** Texts in which a mark never follows another, so that every line finds a good end. */
const sentences = fc
  .array(fc.tuple(fc.constantFrom('（', '《', '“', ''), word, fc.constantFrom('，', '。', '；', '）', '》', '”', '')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.map((part) => part.join('')).join(''));

describe('lines of Chinese text', () => {
  it('lose nothing, double nothing, and fit their room', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesOf(text);
        expect(lines.join('')).toBe(text);
        lines.forEach((line, at) => {
          const room = at === 0 ? width - 2 * cell : width;
          expect(widthOfLine(line)).toBeLessThanOrEqual(room + 0.01);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('begin with no closing mark and end with no opening one', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        for (const [at, line] of linesOf(text).entries()) {
          if (at > 0) expect(line).not.toMatch(/^[，。；）》”]/);
          expect(line).not.toMatch(/.[（《“]$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hold 28 characters', () => {
    const lines = linesOf('一'.repeat(28 * 3), 0);
    expect(lines.map((line) => line.length)).toEqual([28, 28, 28]);
  });

  it('keep a dash, an ellipsis, a year, a document number and a Latin word whole', () => {
    for (const whole of ['——', '……', '2026年', '12月', '第25条', '10个', 'GB/T9704', '〔2026〕1号']) {
      for (let before = 1; before < 40; before += 1) {
        const lines = linesOf(`${'文'.repeat(before)}${whole}${'字'.repeat(10)}`);
        expect(
          lines.filter((line) => line.includes(whole)),
          `${whole} after ${before}`,
        ).toHaveLength(1);
      }
    }
  });

  it('divide what is longer than a line', () => {
    const lines = linesOf('a'.repeat(200));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('a'.repeat(200));
  });

  it('keep a combined character together', () => {
    const text = `${'字'.repeat(25)}葛\u{e0100}后`;
    expect(linesOf(text).join('')).toBe(text);
    expect(linesOf(text).some((line) => line.startsWith('\u{e0100}'))).toBe(false);
  });
});

describe('lines of a title', () => {
  const lines = (text: string, whole: readonly string[] = []): readonly string[] =>
    titleLines({ text, size: sizes.two, width, whole }, defaultMeasure);

  it('are one where the title fits', () => {
    expect(lines('行政执法监督通知书')).toEqual(['行政执法监督通知书']);
  });

  it('are of like length and divide no word, no name and no title of another document', () => {
    const title = '安澜县司法局关于对县市场监督管理局开展行政执法监督检查的通知';
    expect(lines(title, ['安澜县市场监督管理局'])).toEqual([
      '安澜县司法局关于对县市场监督管理局',
      '开展行政执法监督检查的通知',
    ]);
    const other = lines('安澜县司法局关于印发《2026年度行政执法监督工作计划》的通知');
    expect(other.some((line) => line.includes('《') && !line.includes('》'))).toBe(false);
    const long = lines('安澜县司法局关于印发《2026年度行政执法监督工作计划和重点检查事项清单》的通知');
    expect(long.filter((line) => /^[的》]|《$/.test(line))).toEqual([]);
  });

  it('lose nothing of any title, however long', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const title = text.replaceAll(/\s/g, '').slice(0, 120);
        fc.pre(title !== '');
        expect(lines(title).join('')).toBe(title);
      }),
      { numRuns: 100 },
    );
  });
});
