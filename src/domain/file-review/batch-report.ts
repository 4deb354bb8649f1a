import type { CaseFile } from './case-file';
import { roundPoints, type ReviewMarks } from './scoring';
import type { ScoringSheet } from './scoring-sheet';

/** A decided file as the report looks at it. */
export interface ReportFile {
  readonly id: string;
  readonly file: CaseFile;
  /** Full name of the body. */
  readonly body: string;
  /** What the chair decided; null for a result that was recorded without. */
  readonly marks: ReviewMarks | null;
}

/** A body's place in the ranking. */
export interface BodyRank {
  readonly place: number;
  readonly entity: string;
  readonly body: string;
  readonly files: number;
  /** Mean score of its files. */
  readonly mean: number;
  /** Number of files by grade. */
  readonly grades: Readonly<Record<string, number>>;
}

/** A file's place in the ranking. */
export interface FileRank extends ReportFile {
  readonly place: number;
}

/** A fault with its frequency. */
export interface Fault {
  readonly item: string;
  readonly text: string;
  readonly group: string;
  readonly veto: boolean;
  /** Files in which it was found, and points taken off for it in all. */
  readonly files: number;
  readonly points: number;
}

/** What a batch comes to. */
export interface BatchReport {
  readonly files: readonly FileRank[];
  readonly bodies: readonly BodyRank[];
  readonly faults: readonly Fault[];
  /** Number of files by grade, the best first. */
  readonly grades: Readonly<Record<string, number>>;
  readonly mean: number | null;
}

/** Equal scores share a place; the next one counts all before it. */
function placed<T>(sorted: readonly T[], score: (one: T) => number): readonly (T & { readonly place: number })[] {
  return sorted.map((one) => ({ ...one, place: sorted.filter((other) => score(other) > score(one)).length + 1 }));
}

function countBy(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Counts in the order of the sheet's grades, the best first. */
function bestFirst(
  { bands }: ScoringSheet,
  counts: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(bands.flatMap(({ grade }) => (counts[grade] ? [[grade, counts[grade]]] : [])));
}

function scoreOfFile({ file }: ReportFile): number {
  return file.score ?? 0;
}

function meanScore(files: readonly ReportFile[]): number {
  return roundPoints(files.reduce((sum, one) => sum + scoreOfFile(one), 0) / files.length);
}

function bodyRanks(files: readonly ReportFile[]): readonly BodyRank[] {
  const entities = [...new Set(files.map((one) => one.file.entity))];
  const bodies = entities.map((entity) => {
    const own = files.filter((one) => one.file.entity === entity);
    const grades = countBy(own.map((one) => one.file.grade ?? ''));
    return { entity, body: own[0]?.body ?? '', files: own.length, mean: meanScore(own), grades };
  });
  return placed(
    bodies.toSorted((a, b) => b.mean - a.mean || a.body.localeCompare(b.body, 'zh-CN')),
    (one) => one.mean,
  );
}

/** Faults by frequency: first by files, then vetoes before others, then by points. */
export function faultsOf(sheet: ScoringSheet, files: readonly ReportFile[]): readonly Fault[] {
  const kinds = [
    ...sheet.vetoes.map((veto) => ({ item: veto.id, text: veto.text, group: '否决项', veto: true })),
    ...sheet.groups.flatMap((group) =>
      group.items.map((item) => ({ item: item.id, text: item.text, group: group.name, veto: false })),
    ),
  ];
  const faults = kinds.map((kind) => {
    const own = files.map((one) => [
      ...(one.marks?.vetoes ?? []).filter((mark) => mark.item === kind.item).map(() => 0),
      ...(one.marks?.deductions ?? []).filter((mark) => mark.item === kind.item).map((mark) => mark.points),
    ]);
    const hit = own.filter((points) => points.length > 0);
    return { ...kind, files: hit.length, points: roundPoints(hit.flat().reduce((sum, points) => sum + points, 0)) };
  });
  return faults
    .filter((fault) => fault.files > 0)
    .toSorted((a, b) => b.files - a.files || Number(b.veto) - Number(a.veto) || b.points - a.points);
}

/**
 * The report of a batch: ranking of files and bodies, grades and the most frequent faults (广东省行政执法案卷评查办法
 * art. 13: number and names of files, grades, main problems).
 * @param files those with a result.
 */
export function batchReport(sheet: ScoringSheet, files: readonly ReportFile[], most = 10): BatchReport {
  const sorted = files.toSorted(
    (a, b) => scoreOfFile(b) - scoreOfFile(a) || a.file.number.localeCompare(b.file.number, 'zh-CN'),
  );
  return {
    files: placed(sorted, scoreOfFile),
    bodies: bodyRanks(files),
    faults: faultsOf(sheet, files).slice(0, most),
    grades: bestFirst(sheet, countBy(files.map((one) => one.file.grade ?? ''))),
    mean: files.length === 0 ? null : meanScore(files),
  };
}

/** The faults of one file in a sentence each, with page: what stands in lists, in the feedback and in the findings. */
export function faultLines(marks: ReviewMarks): readonly string[] {
  const lines = [...marks.vetoes, ...marks.deductions].map((mark) => `${mark.reason}（${pageText(mark.page)}）`);
  return [...new Set(lines)];
}

/** A page as people write it: 第12页; words stay as they are. */
export function pageText(page: string): string {
  return /^[\d\-—~、,，]+$/.test(page) ? `第${page}页` : page;
}
