import { labelKey, type Ledger } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { importMapping } from '@/domain/workbench';
import type { ColumnMapping, SheetInfo, TableColumn, TableGuess } from '@/exchange/contract';
import type { Workbench } from './workbench';

/** Who said that a column belongs to a field. */
export type MappingSource = 'remembered' | 'suggested' | 'manual';

/** Columns of a sheet set against the fields of a ledger. */
export interface MappingProposal {
  readonly mapping: ColumnMapping;
  /** By field. */
  readonly sources: Readonly<Record<string, MappingSource>>;
}

/** Names under which a ledger's fields stand in spreadsheets, reduced to what tells them apart. */
function headerNames(ledger: Ledger): ReadonlySet<string> {
  return new Set(Object.values(ledger.fields).flatMap(({ label, aliases = [] }) => [label, ...aliases].map(labelKey)));
}

function countKnown(names: ReadonlySet<string>, texts: readonly string[]): number {
  return texts.filter((text) => names.has(labelKey(text))).length;
}

/**
 * The row (from 1) whose cells are mostly names of the ledger's fields, and how many are; null where there is none. One
 * name alone counts where it stands alone.
 */
export function ownHeaderRow(
  ledger: Ledger,
  rows: readonly (readonly string[])[],
): { readonly row: number; readonly known: number } | null {
  const names = headerNames(ledger);
  const at = rows.findIndex((cells) => {
    const filled = cells.filter((text) => text !== '');
    return filled.length > 0 && countKnown(names, filled) >= Math.max(1, filled.length * 0.6);
  });
  return at < 0 ? null : { row: at + 1, known: countKnown(names, rows[at] ?? []) };
}

/**
 * Tables found in a sheet, best first. What a table looks like can deceive where most cells are empty; a row that holds
 * the ledger's own field names then tells better where the header is.
 * @param rows the first rows of the sheet as text.
 */
export async function offeredTables(
  workbench: Workbench,
  ledger: Ledger,
  sheet: SheetInfo,
  rows: readonly (readonly string[])[],
): Promise<readonly TableGuess[]> {
  const found = await workbench.exchange.findTables(sheet.name);
  const own = ownHeaderRow(ledger, rows);
  if (own === null || own.row >= sheet.rows) return found;
  const names = headerNames(ledger);
  const labelled = ({ columns }: TableGuess): number =>
    countKnown(
      names,
      columns.flatMap((column) => (column.unnamed ? [] : [column.name, ...column.name.split(' / ')])),
    );
  if (found.some((table) => labelled(table) >= own.known)) return found;
  const header = { first: own.row, last: own.row };
  const better = await workbench.exchange.tableAt(sheet.name, header, own.row + 1, sheet.rows);
  return better.rows > 0 ? [better, ...found.filter((table) => table.firstRow > better.lastRow)] : found;
}

/** Fields that an import may fill, in the order of the form: derived ones are kept by the application itself. */
export function importableFields(ledger: Ledger): readonly string[] {
  return Object.entries(ledger.fields).flatMap(([name, field]) => (field.derived ? [] : [name]));
}

/** Header names of the last import into a ledger with their fields; an empty field means "not imported". */
async function rememberedHeaders(
  workbench: Workbench,
  ledgerId: string,
): Promise<{
  readonly id: string | null;
  readonly revision: number;
  readonly headers: Readonly<Record<string, string>>;
}> {
  const query = { ledger: importMapping.id, filters: [{ field: 'register', op: 'equals', value: ledgerId } as const] };
  const { rows } = await workbench.storage.page(query, 0, 1);
  const row = rows[0];
  if (!row) return { id: null, revision: 0, headers: {} };
  return { id: row.id, revision: row.revision, headers: readHeaders(row.values['mapping']) };
}

function readHeaders(text: unknown): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(String(text));
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).flatMap(([header, field]) => (typeof field === 'string' ? [[header, field]] : [])),
    );
  } catch {
    // A mapping that cannot be read only means that nothing is remembered.
    return {};
  }
}

/**
 * Sets the columns of a table against the fields of a ledger: first as the person mapped the same headers last time,
 * then, for what is left, as the definition's labels and aliases suggest.
 */
export async function proposeMapping(
  workbench: Workbench,
  ledgerId: string,
  columns: readonly TableColumn[],
): Promise<MappingProposal> {
  const fields = new Set(importableFields(ledgerOf(ledgerId)));
  const [{ headers }, suggested] = await Promise.all([
    rememberedHeaders(workbench, ledgerId),
    workbench.exchange.suggestMapping(ledgerId, columns),
  ]);
  const mapping: Record<string, number> = {};
  const sources: Record<string, MappingSource> = {};
  const settled = new Set<number>();
  for (const column of columns) {
    const field = column.unnamed ? undefined : headers[labelKey(column.name)];
    if (field === undefined || (field !== '' && !fields.has(field))) continue;
    settled.add(column.column);
    if (field === '' || field in mapping) continue;
    mapping[field] = column.column;
    sources[field] = 'remembered';
  }
  for (const [field, column] of Object.entries(suggested)) {
    if (!fields.has(field) || field in mapping || settled.has(column)) continue;
    mapping[field] = column;
    sources[field] = 'suggested';
  }
  return { mapping, sources };
}

/** Keeps the mapping for the next import into the same ledger, by header name. Headers of other files stay known. */
export async function rememberMapping(
  workbench: Workbench,
  ledgerId: string,
  columns: readonly TableColumn[],
  mapping: ColumnMapping,
): Promise<void> {
  const known = await rememberedHeaders(workbench, ledgerId);
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  const current = columns.flatMap((column) =>
    column.unnamed ? [] : [[labelKey(column.name), fieldOf.get(column.column) ?? ''] as const],
  );
  const headers = { ...known.headers, ...Object.fromEntries(current) };
  const text = JSON.stringify(headers);
  if (text === JSON.stringify(known.headers)) return;
  const values = { register: ledgerId, mapping: text };
  // Losing the memory of a mapping costs a few clicks next time; it never stops the import itself.
  await workbench.storage.commit(
    { kind: 'settings', label: `记住${ledgerOf(ledgerId).noun}的导入对应关系` },
    [
      known.id === null
        ? { op: 'create', ledger: importMapping.id, values }
        : {
            op: 'update',
            ledger: importMapping.id,
            id: known.id,
            revision: known.revision,
            changes: { mapping: text },
          },
    ],
    workbench.session.context(),
  );
}
