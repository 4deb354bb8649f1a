import { z } from 'zod';
import { itemsOf, type ScoringSheet, type SheetItem } from './scoring-sheet';

const page = z.string().min(1);

const reviewMarks = z.strictObject({
  vetoes: z.array(z.strictObject({ item: z.string(), reason: z.string().min(1), page })),
  deductions: z.array(
    z.strictObject({
      item: z.string(),
      /** Number of places where the fault was found. */
      places: z.number().int().min(1),
      points: z.number().positive(),
      reason: z.string().min(1),
      /** Page or pages of the file: 12, 12-14, 封面. */
      page,
    }),
  ),
});

/** What somebody found in a file: vetoes and deductions, each with reason and page. */
export type ReviewMarks = z.infer<typeof reviewMarks>;
/** Points taken off under one item. */
export type Deduction = ReviewMarks['deductions'][number];
/** A veto found. */
export type VetoMark = ReviewMarks['vetoes'][number];

/** Marks of somebody who has not begun. */
export const noMarks: ReviewMarks = { vetoes: [], deductions: [] };

/** Reads marks from a record; what cannot be read is a bug of the writer and throws. */
export function readMarks(text: string): ReviewMarks {
  return reviewMarks.parse(JSON.parse(text));
}

/** Points have at most two decimals, which a mean of two needs. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Points taken off under an item; never more than the item has. */
export function deductedOf(item: SheetItem, marks: ReviewMarks): number {
  const sum = marks.deductions.filter((one) => one.item === item.id).reduce((all, one) => all + one.points, 0);
  return roundPoints(Math.min(item.points, sum));
}

/**
 * The score that marks give: total less deductions, and 0 with any veto (广东省行政执法案卷评查办法 art. 16, 17).
 * @returns `left` what would be left without the vetoes.
 */
export function scoreOf(sheet: ScoringSheet, marks: ReviewMarks): { readonly score: number; readonly left: number } {
  const deducted = itemsOf(sheet).reduce((all, item) => all + deductedOf(item, marks), 0);
  const left = roundPoints(sheet.total - deducted);
  return { score: marks.vetoes.length > 0 ? 0 : left, left };
}

/** The grade of a score, a code of the table review-grade. */
export function gradeOf(sheet: ScoringSheet, score: number): string {
  const band = sheet.bands.find(({ from }) => score >= from) ?? sheet.bands.at(-1);
  if (!band) throw new Error('a sheet has no bands');
  return band.grade;
}

/** Points to propose for a number of places: so many times the points of a place, as far as the item has any left. */
export function proposedPoints(item: SheetItem, places: number, taken: number): number {
  const wished = item.perPlace === null ? item.points : item.perPlace * places;
  return roundPoints(Math.max(0, Math.min(wished, item.points - taken)));
}

function deductionProblems(sheet: ScoringSheet, marks: ReviewMarks): readonly string[] {
  const items = itemsOf(sheet);
  const over = items.filter((item) => {
    const own = marks.deductions.filter((one) => one.item === item.id);
    return own.reduce((all, one) => all + one.points, 0) > item.points + 0.001;
  });
  return [
    ...marks.deductions
      .filter((one) => !items.some((item) => item.id === one.item))
      .map((one) => `评分标准中没有项目“${one.item}”，请删去这条扣分`),
    ...over.map((item) => `“${item.text}”扣分超过该项分值${item.points}分，请改小`),
  ];
}

/** What keeps marks from being handed in: each deduction and veto has a reason and a page, and fits the sheet. */
export function checkMarks(sheet: ScoringSheet, marks: ReviewMarks): readonly string[] {
  const blank = [...marks.deductions, ...marks.vetoes].some(
    (one) => one.reason.trim() === '' || one.page.trim() === '',
  );
  const unknown = marks.vetoes.filter((one) => !sheet.vetoes.some((veto) => veto.id === one.item));
  return [
    ...(blank ? ['每处扣分和每个否决项都要写明理由和页码'] : []),
    ...unknown.map((one) => `评分标准中没有否决项“${one.item}”，请删去`),
    ...deductionProblems(sheet, marks),
  ];
}
