import { z } from 'zod';
import guangdong from '#resources/scoring-sheets/guangdong-2017.json';
import penalty from '#resources/scoring-sheets/penalty-ordinary.json';
import type { CodeTables } from '../kernel';

/** Checks that the application computes; an item or veto names the one that bears on it. */
export const checkKinds = ['case-days', 'publication', 'officers', 'certificates'] as const;
/** One of {@link checkKinds}. */
export type CheckKind = (typeof checkKinds)[number];

const check = z.nullable(z.enum(checkKinds));

const sheetItem = z.strictObject({
  id: z.string().min(1),
  /** What is asked for, as a sentence. */
  text: z.string().min(1),
  /** Points of the item, which is also the most that can be taken off. */
  points: z.number().positive(),
  /** Points taken off for each place; null where the item is lost as a whole. */
  perPlace: z.nullable(z.number().positive()),
  /** Article; empty for what is customary. */
  law: z.string(),
  check,
});

/** Scoring sheet (评分标准) of case-file review as versioned data. */
export const scoringSheet = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  version: z.string().min(1),
  /** Codes of the table case-file-kind that it is made for. */
  kinds: z.array(z.string().min(1)).min(1),
  total: z.number().positive(),
  /** Where it comes from, and what of it is customary only. */
  source: z.string().min(1),
  /** Any one of these makes the file score 0 and fail. */
  vetoes: z.array(z.strictObject({ id: z.string().min(1), text: z.string().min(1), law: z.string(), check })),
  groups: z
    .array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), items: z.array(sheetItem).min(1) }))
    .min(1),
  /** Grades from the best down, codes of the table review-grade, each with the score it begins at. */
  bands: z.array(z.strictObject({ grade: z.string().min(1), from: z.number().min(0) })).min(1),
});

/** A scoring sheet. */
export type ScoringSheet = z.infer<typeof scoringSheet>;
/** One item of a sheet. */
export type SheetItem = z.infer<typeof sheetItem>;
/** One veto of a sheet. */
export type SheetVeto = ScoringSheet['vetoes'][number];

/** The sheets that come with the application. */
export const shippedSheets: readonly ScoringSheet[] = [penalty, guangdong].map((sheet) => scoringSheet.parse(sheet));

/** All items of a sheet in its order. */
export function itemsOf(sheet: ScoringSheet): readonly SheetItem[] {
  return sheet.groups.flatMap((group) => group.items);
}

/**
 * Reads a sheet out of a file or a record.
 * @returns null where it is none.
 */
export function readSheet(value: unknown): ScoringSheet | null {
  const parsed = scoringSheet.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function bandProblems({ bands, total }: ScoringSheet): readonly string[] {
  const falling = bands.every((band, at) => at === 0 || band.from < (bands[at - 1]?.from ?? 0));
  return [
    ...(falling ? [] : ['等次的起点分应从高到低排列']),
    ...(bands.at(-1)?.from === 0 ? [] : ['最低等次的起点分应为0']),
    ...((bands[0]?.from ?? 0) <= total ? [] : [`最高等次的起点分不能超过总分${total}`]),
  ];
}

/** Codes of a sheet that the tables of this program do not have, in sentences: they would be shown as bare codes. */
export function unknownCodes({ kinds, bands }: ScoringSheet, codes: CodeTables): readonly string[] {
  const missing = (table: string, used: readonly string[]): readonly string[] =>
    used.filter((code) => !codes[table]?.entries.some((entry) => entry.code === code));
  return [
    ...missing('case-file-kind', kinds).map((code) => `本机没有编号为“${code}”的案卷类型，请先升级本机的工作台`),
    ...missing(
      'review-grade',
      bands.map(({ grade }) => grade),
    ).map((code) => `本机没有编号为“${code}”的等次，请先升级本机的工作台`),
  ];
}

/** What is wrong with a sheet, in sentences; empty where it can be used. */
export function checkSheet(sheet: ScoringSheet): readonly string[] {
  const items = itemsOf(sheet);
  const sum = Math.round(items.reduce((all, item) => all + item.points, 0) * 100) / 100;
  const ids = [...items, ...sheet.vetoes].map((one) => one.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  return [
    ...(sum === sheet.total ? [] : [`各项分值合计${sum}分，与总分${sheet.total}分不符`]),
    ...(twice === undefined ? [] : [`编号“${twice}”用了不止一次，请改为不同的编号`]),
    ...items
      .filter((item) => item.perPlace !== null && item.perPlace > item.points)
      .map((item) => `“${item.text}”每处扣分${item.perPlace ?? 0}分，超过该项分值${item.points}分`),
    ...bandProblems(sheet),
  ];
}
