import certificateActions from '#resources/sample/certificate-actions.json';
import documents from '#resources/sample/documents.json';
import draws from '#resources/sample/draws.json';
import duties from '#resources/sample/duties.json';
import entities from '#resources/sample/entities.json';
import findings from '#resources/sample/findings.json';
import inspections from '#resources/sample/inspections.json';
import laws from '#resources/sample/laws.json';
import officers from '#resources/sample/officers.json';
import plans from '#resources/sample/plans.json';
import reviews from '#resources/sample/reviews.json';
import staff from '#resources/sample/staff.json';
import supervisors from '#resources/sample/supervisors.json';
import { addDays, emptyValues, type DateText, type FieldValue, type Mutation, type NewId } from '../kernel';
import { ledgerOf } from '../registry';

/** A record of the sample as written in resources/sample. */
interface SampleRecord {
  readonly ledger: string;
  /** Name by which other records refer to it. */
  readonly key?: string;
  /**
   * Values by field. {"day": -30} is the day 30 days before today, {"year": -1} the year before this one,
   * {"ref": "e-market"} the record of that key; {year} and {year-1} inside a text are years too.
   */
  readonly values: Readonly<Record<string, unknown>>;
}

const records: readonly SampleRecord[] = [
  ...entities,
  ...officers,
  ...certificateActions,
  ...supervisors,
  ...staff,
  ...duties,
  ...laws,
  ...documents,
  ...plans,
  ...inspections,
  ...draws,
  ...reviews,
  ...findings,
];

interface Placing {
  readonly today: DateText;
  readonly idOf: (key: string) => string;
}

function yearIn(placing: Placing, offset: number): number {
  return Number(placing.today.slice(0, 4)) + offset;
}

function placed(value: unknown, placing: Placing): FieldValue {
  if (typeof value === 'string') {
    return value.replace(/\{year([+-]\d+)?\}/g, (_, offset: string | undefined) =>
      String(yearIn(placing, Number(offset ?? 0))),
    );
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => String(placed(item, placing)));
  const mark = value as { readonly day?: number; readonly year?: number; readonly ref?: string };
  if (mark.day !== undefined) return addDays(placing.today, mark.day);
  if (mark.year !== undefined) return yearIn(placing, mark.year);
  if (mark.ref !== undefined) return placing.idOf(mark.ref);
  throw new Error('sample value of unknown form');
}

/**
 * The sample data of an invented county, placed around today so that warnings show: entities, officers with certificates
 * and actions, lay supervisors with terms, activities, evaluations and cards, judicial offices, staff, two versions of the
 * supervision duty list, the year's supervision plan, and last year's documents with their numbers and service. All names and numbers are invented; check digits are right.
 * @param newId makes the records' identifiers.
 * @param today local day.
 * @returns the mutations of one commit, to be made with the mark `sample`.
 */
export function sampleMutations(newId: NewId, today: DateText): readonly Mutation[] {
  const created = records.map((record) => ({ record, id: newId() }));
  const ids = new Map(created.flatMap(({ record, id }) => (record.key ? [[record.key, id] as const] : [])));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`no sample record ${key}`);
    return id;
  };
  return created.map(({ record, id }) => {
    const given = Object.entries(record.values).map(([name, value]) => [name, placed(value, { today, idOf })]);
    const values = { ...emptyValues(ledgerOf(record.ledger)), ...Object.fromEntries(given) };
    return { op: 'create', ledger: record.ledger, id, values };
  });
}
