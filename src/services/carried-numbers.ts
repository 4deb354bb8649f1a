import { documentNumber, numberText, type DocumentNumber } from '@/domain/document';
import { emptyValues, err, ok, type LedgerRow, type ListQuery, type Mutation, type Result } from '@/domain/kernel';
import { allRows } from './all-rows';
import { refusalText } from './records';
import type { Workbench } from './workbench';

/** Highest serial of a series, as it is remembered outside the database. */
export interface RememberedSeries {
  readonly prefix: string;
  readonly year: number;
  readonly last: number;
}

type NumberRow = LedgerRow<DocumentNumber>;

/** Numbers of the sample data are nobody's. */
const own: ListQuery = { ledger: documentNumber.id, filters: [{ field: 'sample', op: 'equals', value: false }] };

/** All numbers of the data in use, to be carried over into other data. */
export async function numbersInUse(bench: Workbench): Promise<readonly DocumentNumber[]> {
  return ((await allRows(bench, own)) as readonly NumberRow[]).map((row) => row.values);
}

/** What of the numbers in use tells how far each series has come. */
export async function serialsInUse(
  bench: Workbench,
): Promise<readonly Pick<DocumentNumber, 'prefix' | 'year' | 'serial'>[]> {
  const values = await bench.storage.values(own, ['prefix', 'year', 'serial']);
  return values.map(([prefix, year, serial]) => ({
    prefix: String(prefix),
    year: Number(year),
    serial: Number(serial),
  }));
}

/** Highest serials by series. */
export function highestSerials(
  numbers: readonly Pick<DocumentNumber, 'prefix' | 'year' | 'serial'>[],
): readonly RememberedSeries[] {
  const highest = new Map<string, RememberedSeries>();
  for (const { prefix, year, serial } of numbers) {
    const key = `${prefix}\u0000${year}`;
    const known = highest.get(key);
    if (!known || known.last < serial) highest.set(key, { prefix, year, last: serial });
  }
  return [...highest.values()];
}

function fateOf(former: DocumentNumber, reason: string): Pick<DocumentNumber, 'status' | 'reason'> {
  const { status } = former;
  // Reserved and void numbers mean the same in any data; what was used is used, though its document may be gone.
  if (status === 'reserved' || status === 'void') return { status, reason: former.reason };
  return { status: 'elsewhere', reason };
}

function carried(former: DocumentNumber, now: NumberRow | undefined, reason: string): readonly Mutation[] {
  const fate = fateOf(former, reason);
  if (!now) {
    const values = { ...emptyValues(documentNumber), ...former, ...fate, document: null };
    return [{ op: 'create', ledger: documentNumber.id, values }];
  }
  if (now.values.status !== 'reserved' || fate.status === 'reserved') return [];
  return [{ op: 'update', ledger: documentNumber.id, id: now.id, revision: now.revision, changes: fate }];
}

/**
 * Enters numbers that were taken before into the data in use, so that none of them is issued again: what is missing, and
 * what is only reserved here although it was used since.
 * @param reason what the register says of them.
 * @returns how many were entered.
 */
export async function carryNumbers(
  bench: Workbench,
  former: readonly DocumentNumber[],
  reason: string,
): Promise<Result<number, string>> {
  if (former.length === 0) return ok(0);
  const rows = (await allRows(bench, { ledger: documentNumber.id })) as readonly NumberRow[];
  const byText = new Map(rows.map((row) => [numberText(row.values), row]));
  const mutations = former.flatMap((one) => carried(one, byText.get(numberText(one)), reason));
  if (mutations.length === 0) return ok(0);
  const intent = { kind: 'number', label: `接续已取用的文号${mutations.length}个` } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? ok(mutations.length) : err(refusalText(written.error));
}

/**
 * Enters the serials up to those remembered outside the database, after the database lost its latest numbers or was begun
 * anew.
 */
export async function carryRemembered(
  bench: Workbench,
  remembered: readonly RememberedSeries[],
): Promise<Result<number, string>> {
  if (remembered.length === 0) return ok(0);
  const here = new Map(highestSerials(await serialsInUse(bench)).map((one) => [`${one.prefix}/${one.year}`, one.last]));
  const { actor, today } = bench.session.context();
  const lost = remembered.flatMap(({ prefix, year, last }) => {
    const from = here.get(`${prefix}/${year}`) ?? 0;
    return Array.from({ length: Math.max(0, last - from) }, (_, at) => ({
      prefix,
      year,
      serial: from + 1 + at,
      status: 'elsewhere',
      document: null,
      takenOn: today,
      takenBy: actor,
      reason: null,
    }));
  });
  return carryNumbers(bench, lost, '现有数据之前已取用');
}
