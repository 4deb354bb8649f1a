import { documentObjection, officialDocument, type DocumentObjection } from '@/domain/document';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import {
  deadlineExtension,
  escalation,
  finding,
  rectificationMeasure,
  stepsStanding,
  verification,
  type DeadlineExtensionRecord,
  type Escalation,
  type Finding,
  type RectificationMeasure,
  type Verification,
} from '@/domain/finding';
import { checkRecord, emptyValues, err, ok, type LedgerRow, type Mutation, type Values } from '@/domain/kernel';
import { allRows } from './all-rows';
import { problemsOfRefusal, type DocumentAnswer, type DocumentRow } from './documents';
import type { Workbench } from './workbench';

/** A finding with its record. */
export type FindingRow = LedgerRow<Finding>;

/** What a finding is registered with. Everything else follows in its course. */
export type FindingInput = Pick<Finding, 'entity' | 'fact' | 'source' | 'foundOn'> & Partial<Finding>;

/** A finding with all that belongs to it. */
export interface OpenedFinding {
  readonly row: FindingRow;
  readonly body: LedgerRow<EnforcementEntity> | null;
  readonly measures: readonly LedgerRow<RectificationMeasure>[];
  readonly extensions: readonly LedgerRow<DeadlineExtensionRecord>[];
  readonly verifications: readonly LedgerRow<Verification>[];
  readonly escalations: readonly LedgerRow<Escalation>[];
  /** The document that carries it, and those of its escalations; the earliest first. */
  readonly documents: readonly DocumentRow[];
  /** Objections against these documents. */
  readonly objections: readonly LedgerRow<DocumentObjection>[];
  /** Later findings of the same kind that name this one. */
  readonly recurrences: readonly FindingRow[];
}

/** Numbers of a year that are taken, the highest of them. */
async function lastSerial(bench: Workbench, prefix: string): Promise<number> {
  const filters = [{ field: 'number', op: 'contains', value: prefix } as const];
  const rows = await allRows(bench, { ledger: finding.id, filters });
  const serials = rows.map((row) => Number(String(row.values['number']).slice(prefix.length)));
  return Math.max(0, ...serials.filter(Number.isInteger));
}

/**
 * Registers findings in one commit; each gets the next number of the year.
 * @returns the records in the order given, or what is wrong with the first that is not right.
 */
export async function createFindings(
  bench: Workbench,
  inputs: readonly FindingInput[],
): Promise<DocumentAnswer<readonly FindingRow[]>> {
  const context = bench.session.context();
  const prefix = `WT-${context.today.slice(0, 4)}-`;
  const last = await lastSerial(bench, prefix);
  const records = inputs.map((input, at): Values => ({
    ...emptyValues(finding),
    ...input,
    number: input.number ?? `${prefix}${last + at + 1}`,
    status: 'open',
  }));
  for (const values of records) {
    const problems = checkRecord(finding, values, context);
    if (problems.length > 0) return err(problems);
  }
  const label = inputs.length === 1 ? '登记问题' : `登记问题${inputs.length}个`;
  const mutations = records.map((values): Mutation => ({ op: 'create', ledger: finding.id, values }));
  const written = await bench.storage.commit({ kind: 'create', label }, mutations, context);
  return written.ok ? ok(written.value.rows as readonly FindingRow[]) : err(problemsOfRefusal(written.error));
}

async function partsOf<V>(bench: Workbench, ledger: string, id: string): Promise<readonly LedgerRow<V>[]> {
  const filters = [{ field: 'finding', op: 'equals', value: id } as const];
  return (await allRows(bench, { ledger, filters })) as readonly LedgerRow<V>[];
}

function byDay<R>(rows: readonly R[], dayOf: (row: R) => string): readonly R[] {
  return rows.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

async function documentsOf(
  bench: Workbench,
  row: FindingRow,
  escalations: readonly LedgerRow<Escalation>[],
): Promise<readonly DocumentRow[]> {
  const ids = [row.values.document, ...escalations.map((one) => one.values.document)];
  const known = [...new Set(ids.filter((id) => id !== null))];
  const rows = (await bench.storage.rows(officialDocument.id, known)) as readonly DocumentRow[];
  return byDay(rows, (one) => one.values.signedOn ?? '9999');
}

async function objectionsTo(
  bench: Workbench,
  documents: readonly DocumentRow[],
): Promise<readonly LedgerRow<DocumentObjection>[]> {
  if (documents.length === 0) return [];
  const filters = [{ field: 'document', op: 'any', values: documents.map((row) => row.id) } as const];
  const rows = await allRows(bench, { ledger: documentObjection.id, filters });
  return byDay(rows as readonly LedgerRow<DocumentObjection>[], (one) => one.values.raisedOn);
}

/** A finding with all that belongs to it; null where there is none of that id. */
export async function openFinding(bench: Workbench, id: string): Promise<OpenedFinding | null> {
  const [row] = (await bench.storage.rows(finding.id, [id])) as readonly FindingRow[];
  if (!row) return null;
  const again = [{ field: 'recurrenceOf', op: 'equals', value: id } as const];
  const [bodies, measures, extensions, verifications, escalations, recurrences] = await Promise.all([
    bench.storage.rows(enforcementEntity.id, [row.values.entity]),
    partsOf<RectificationMeasure>(bench, rectificationMeasure.id, id),
    partsOf<DeadlineExtensionRecord>(bench, deadlineExtension.id, id),
    partsOf<Verification>(bench, verification.id, id),
    partsOf<Escalation>(bench, escalation.id, id),
    allRows(bench, { ledger: finding.id, filters: again }),
  ]);
  const documents = await documentsOf(bench, row, escalations);
  return {
    row,
    body: (bodies[0] as LedgerRow<EnforcementEntity> | undefined) ?? null,
    measures: byDay(measures, (one) => one.values.dueOn ?? '9999'),
    extensions: byDay(extensions, (one) => one.values.askedOn),
    verifications: byDay(verifications, (one) => one.values.verifiedOn),
    escalations: byDay(escalations, (one) => one.values.on),
    documents,
    objections: await objectionsTo(bench, documents),
    recurrences: recurrences as readonly FindingRow[],
  };
}

/** Codes of the ladder's steps that stand with a finding: by its own document and by its escalations. */
export function stepsTaken({ row, documents, escalations }: OpenedFinding): readonly string[] {
  const documentAt = (id: string | null) => documents.find((one) => one.id === id)?.values ?? null;
  const taken = escalations.map(({ values }) => ({ step: values.step, document: documentAt(values.document) }));
  return stepsStanding(documentAt(row.values.document), taken);
}
