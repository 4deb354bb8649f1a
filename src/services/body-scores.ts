import { caseFile, resultStates, reviewBatch, type CaseFile, type ReviewBatch } from '@/domain/file-review';
import type { FieldValue, Filter, LedgerRow } from '@/domain/kernel';
import { bodyParts, partQuery } from './body-parts';
import type { Workbench } from './workbench';

/** How a body came off in one round of case-file review. */
export interface BodyScore {
  /** Identifier of the batch; null for results that belong to none. */
  readonly batch: string | null;
  readonly name: string;
  readonly year: number | null;
  readonly files: number;
  readonly mean: number;
  /** Number of files by grade. */
  readonly grades: Readonly<Record<string, number>>;
  /** Place among the bodies of the batch by mean score, equal ones sharing it, and their number; null without a batch. */
  readonly place: number | null;
  readonly bodies: number;
}

type Scored = Pick<CaseFile, 'entity' | 'score' | 'grade' | 'batch'>;

const fields = ['entity', 'score', 'grade', 'batch'] as const;
const decided: Filter = { field: 'status', op: 'any', values: [...resultStates] };

function scoredOf([entity, score, grade, batch]: readonly FieldValue[]): readonly Scored[] {
  return typeof score === 'number' ? [{ entity, score, grade, batch } as Scored] : [];
}

async function scoredFiles(bench: Workbench, filters: readonly Filter[]): Promise<readonly Scored[]> {
  const values = await bench.storage.values(
    { ledger: caseFile.id, filters: [...filters, decided], sort: [{ field: 'reviewedOn' }] },
    fields,
  );
  return values.flatMap(scoredOf);
}

function meanOf(files: readonly Scored[]): number {
  return Math.round((files.reduce((sum, one) => sum + (one.score ?? 0), 0) / files.length) * 100) / 100;
}

function gradesOf(files: readonly Scored[]): Readonly<Record<string, number>> {
  const grades: Record<string, number> = {};
  for (const { grade } of files) if (grade !== null) grades[grade] = (grades[grade] ?? 0) + 1;
  return grades;
}

/** Means of all bodies with files among some. */
function meansByBody(files: readonly Scored[]): ReadonlyMap<string, number> {
  const entities = [...new Set(files.map((one) => one.entity))];
  return new Map(entities.map((entity) => [entity, meanOf(files.filter((one) => one.entity === entity))]));
}

function scoreOf(
  body: string,
  own: readonly Scored[],
  batch: LedgerRow<ReviewBatch> | null,
  all: readonly Scored[],
): BodyScore {
  const means = meansByBody(all);
  const mean = meanOf(own);
  return {
    batch: batch?.id ?? null,
    name: batch?.values.name ?? '批次以外的评查结果',
    year: batch?.values.year ?? null,
    files: own.length,
    mean,
    grades: gradesOf(own),
    place: batch === null ? null : 1 + [...means].filter(([entity, other]) => entity !== body && other > mean).length,
    bodies: batch === null ? 0 : means.size,
  };
}

/** A body's results in every round of review that it took part in, with its place in each, the latest year first. */
export async function bodyScores(bench: Workbench, body: string): Promise<readonly BodyScore[]> {
  const own = await scoredFiles(bench, partQuery(bodyParts.files, body).filters ?? []);
  const ids = [...new Set(own.flatMap((one) => one.batch ?? []))];
  const batches = (await bench.storage.rows(reviewBatch.id, ids)) as readonly LedgerRow<ReviewBatch>[];
  const scores = await Promise.all(
    batches.map(async (batch) => {
      const all = await scoredFiles(bench, [{ field: 'batch', op: 'equals', value: batch.id }]);
      return scoreOf(
        body,
        own.filter((one) => one.batch === batch.id),
        batch,
        all,
      );
    }),
  );
  const loose = own.filter((one) => one.batch === null);
  const sorted = scores.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return loose.length === 0 ? sorted : [...sorted, scoreOf(body, loose, null, [])];
}
