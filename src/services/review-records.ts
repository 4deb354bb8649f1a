import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import { caseFile, type CaseFile, type ReviewBatch } from '@/domain/file-review';
import { err, ok, type LedgerRow, type Mutation, type Result, type Values } from '@/domain/kernel';
import { allRows } from './all-rows';
import { problemsOfRefusal, type DocumentAnswer } from './documents';
import type { Workbench } from './workbench';

/** A review batch with its record. */
export type BatchRow = LedgerRow<ReviewBatch>;
/** A case file with its record. */
export type FileRow = LedgerRow<CaseFile>;

/** Writes mutations as one step of the review. */
export async function writeReview(
  bench: Workbench,
  label: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const intent = { kind: 'review-step', label } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? ok(written.value.rows) : err(problemsOfRefusal(written.error));
}

/** A refusal in one sentence. */
export function refusedReview(message: string, field: string | null = null): Result<never, DocumentProblems> {
  return err([{ field, message }]);
}

type DocumentProblems = Extract<DocumentAnswer<null>, { readonly ok: false }>['error'];

/** The change of one file. */
export function fileChange({ id, revision }: FileRow, changes: Values): Mutation {
  return { op: 'update', ledger: caseFile.id, id, revision, changes };
}

/** Rows of a ledger that name a record in a text or reference field. */
export async function rowsNaming<V>(
  bench: Workbench,
  ledger: string,
  field: string,
  values: readonly string[],
): Promise<readonly LedgerRow<V>[]> {
  if (values.length === 0) return [];
  const filters = [{ field, op: 'any', values } as const];
  return (await allRows(bench, { ledger, filters })) as readonly LedgerRow<V>[];
}

/** Bodies by id. */
export async function bodiesOf(
  bench: Workbench,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EnforcementEntity>> {
  const rows = await bench.storage.rows(enforcementEntity.id, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.values as EnforcementEntity]));
}
