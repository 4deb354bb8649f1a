import type { Field, FieldValue, IntentKind, Ledger, LedgerRow, ListQuery, SheetRow } from '@/domain/kernel';
import { readEntries } from './change-log';
import type { BackReference, ListPage } from './contract';
import { hitOf } from './hits';
import { slotState } from './memory-table';
import { completeRow } from './row-text';
import { readRows, readTitles, referencesOf, type Reader } from './titles';

const sampleKind: IntentKind = 'sample-data';

/** Whether a list can be given by the store's own order: the newest first, nothing filtered. */
function isPlain(ledger: Ledger, query: ListQuery): boolean {
  const { deleted, filters, ids, search, sort } = query;
  const conditions = deleted || (filters?.length ?? 0) > 0 || ids !== undefined || (search ?? '').trim() !== '';
  return !conditions && (sort?.length ?? 0) === 0 && ledger.order.length === 0;
}

async function withTitles(reader: Reader, ledger: string, page: Omit<ListPage, 'titles'>): Promise<ListPage> {
  const titles = await readTitles(reader, referencesOf(reader.ledgers, ledger, page.rows));
  return { ...page, titles };
}

/** The newest records straight from the database, for the first list after a start. */
async function pageFromDatabase(reader: Reader, ledger: Ledger, offset: number, limit: number): Promise<ListPage> {
  const rows = await reader.database
    .rows(ledger.id)
    .toCollection()
    .reverse()
    .filter((row) => (row.deletedAt ?? null) === null)
    .offset(offset)
    .limit(limit)
    .toArray();
  const total = reader.tables.counts()[ledger.id] ?? 0;
  return withTitles(reader, ledger.id, { rows: rows.map((row) => completeRow(ledger, row)), total });
}

/** Slots that a query gives, with a table that has them. */
async function runQuery(reader: Reader, query: ListQuery, ordered = true) {
  const { table, queries } = await reader.tables.answering(query, ordered);
  return { table, slots: queries.run(query) };
}

/** The same with the whole ledger and those that it refers to in memory, for what shows their titles. */
async function runWhole(reader: Reader, query: ListQuery) {
  const { table, queries } = await reader.tables.loadWithTargets(query.ledger);
  return { table, slots: queries.run(query) };
}

/**
 * A page of a list. While the ledger is not yet in memory, the plain list comes straight from the database and reading
 * the ledger is begun.
 */
export async function readPage(reader: Reader, query: ListQuery, offset: number, limit: number): Promise<ListPage> {
  const ledger = reader.ledgers.get(query.ledger);
  if (!reader.tables.loaded(ledger.id) && isPlain(ledger, query)) {
    const page = await pageFromDatabase(reader, ledger, offset, limit);
    // Its failure shows at the next use, which tries again.
    reader.tables.loadWithTargets(ledger.id).catch(() => undefined);
    return page;
  }
  const { table, slots } = await runQuery(reader, query);
  const rows = [...slots.subarray(offset, offset + limit)].flatMap((slot) => table.at(slot) ?? []);
  return withTitles(reader, ledger.id, { rows, total: slots.length });
}

/** Identifiers of all records that a query gives, in its order. */
export async function readIds(reader: Reader, query: ListQuery): Promise<readonly string[]> {
  const { table, slots } = await runQuery(reader, query);
  return [...slots].flatMap((slot) => table.at(slot)?.id ?? []);
}

/** Which of some identifiers any living record of a ledger names in an indexed field. */
export async function readNamed(
  reader: Reader,
  ledger: string,
  field: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const known = await reader.tables.namedByIndex(ledger, field, ids);
  if (known) return known;
  const { table } = await reader.tables.load(ledger);
  const column = table.column(field);
  const codes = column.codes();
  const living = new Set<number>();
  for (let slot = 0; slot < table.size(); slot += 1) {
    if (table.states()[slot] === slotState.living) living.add(codes[slot] ?? 0);
  }
  return ids.filter((id) => living.has(column.codeOf(id)));
}

/** Number of records that a query gives. */
export async function countRows(reader: Reader, query: ListQuery): Promise<number> {
  const counted = await reader.tables.countByIndex(query);
  return counted ?? (await runQuery(reader, query, false)).slots.length;
}

/** Values of some fields of all records that a query gives, in its order. */
export async function readValues(
  reader: Reader,
  query: ListQuery,
  fields: readonly string[],
): Promise<readonly (readonly FieldValue[])[]> {
  const { table, slots } = await runQuery(reader, query);
  return [...slots].map((slot) => fields.map((name) => table.at(slot)?.values[name] ?? null));
}

function sheetValue(reader: Reader, field: Field, value: FieldValue | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : reader.tables.presenter.value(field, value);
}

/** Records as people read them, for spreadsheets and print. */
export async function readSheetRows(
  reader: Reader,
  query: ListQuery,
  fields: readonly string[],
  range: { readonly offset: number; readonly limit: number },
): Promise<readonly SheetRow[]> {
  const ledger = reader.ledgers.get(query.ledger);
  const { table, slots } = await runWhole(reader, query);
  const cell = (row: LedgerRow, name: string): string | number | null => {
    const field = ledger.fields[name];
    if (!field) throw new Error(`ledger ${ledger.id} has no field ${name}`);
    return sheetValue(reader, field, row.values[name]);
  };
  return [...slots.subarray(range.offset, range.offset + range.limit)].map((slot) => {
    const row = table.at(slot);
    return row ? fields.map((name) => cell(row, name)) : [];
  });
}

/** Living records of other ledgers that refer to a record, by ledger and field. */
export async function readBackReferences(
  reader: Reader,
  ledger: string,
  id: string,
): Promise<readonly BackReference[]> {
  const references: BackReference[] = [];
  for (const { ledger: referring, field } of reader.ledgers.referrers(ledger)) {
    const { queries, table } = await reader.tables.loadWithTargets(referring.id);
    const slots = queries.run({ filters: [{ field, op: 'equals', value: id }] });
    if (slots.length === 0) continue;
    const rows = [...slots.subarray(0, 20)].flatMap((slot) => table.at(slot) ?? []);
    const hits = rows.map((row) => hitOf(reader, referring, row));
    references.push({ ledger: referring.id, field, total: slots.length, hits });
  }
  return references;
}

/** Titles of a ledger's living records in their order. */
export async function readReferenceTitles(reader: Reader, ledger: string, limit: number): Promise<readonly string[]> {
  const definition = reader.ledgers.get(ledger);
  const sort = definition.titleFields.map((field) => ({ field }));
  const { table, slots } = await runWhole(reader, { ledger, sort });
  const titles = [...slots.subarray(0, limit)].flatMap((slot) => {
    const row = table.at(slot);
    return row && table.states()[slot] === slotState.living
      ? reader.tables.presenter.title(definition, row.values)
      : [];
  });
  return [...new Set(titles)];
}

/**
 * All records marked as sample data, in the registers and in the recycle bin. Sample data come in by commits of their own,
 * so these are looked through, and not every record there is.
 */
export async function readSampleRecords(reader: Reader) {
  const { database, ledgers } = reader;
  const commits = await database.commits.where('intent.kind').equals(sampleKind).primaryKeys();
  const entries = (await Promise.all(commits.map((seq) => readEntries(database, ledgers, seq)))).flat();
  const found: { readonly ledger: string; readonly id: string; readonly deleted: boolean }[] = [];
  for (const { id: ledger } of ledgers.all) {
    const ids = new Set(entries.flatMap((entry) => (entry.ledger === ledger ? entry.id : [])));
    if (ids.size === 0) continue;
    for (const row of await readRows(reader, ledger, [...ids].sort())) {
      if (row.sample) found.push({ ledger, id: row.id, deleted: row.deletedAt !== null });
    }
  }
  return found;
}
