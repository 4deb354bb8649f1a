import { labelKey, type Ledger } from '@/domain/kernel';
import type { ColumnMapping, TableColumn } from '../../contract';

/** Labels of a running number that only counts the rows of a list. */
const counterKeys = new Set(['序号', '编号序号', 'no', '行号']);

interface Candidate {
  readonly name: string;
  readonly keys: readonly string[];
}

/** A column's keys: its whole name, then its last part, since the label of a group stands before it. */
function columnKeys(column: TableColumn): string[] {
  const parts = column.name.replace(/_\d+$/, '').split(' / ');
  const whole = labelKey(parts.join(''));
  const last = labelKey(parts.at(-1) ?? '');
  return whole === last ? [whole] : [whole, last];
}

/** A key without what a bracket adds: 联系电话（手机） is first of all 联系电话. */
function bareKey(column: TableColumn): string {
  return labelKey((column.name.split(' / ').at(-1) ?? '').replace(/[（(【[].*$/, ''));
}

function candidatesOf(ledger: Ledger): Candidate[] {
  return Object.entries(ledger.fields)
    .filter(([, field]) => !field.derived)
    .map(([name, field]) => ({ name, keys: [field.label, ...(field.aliases ?? [])].map(labelKey) }));
}

type Match = (candidate: Candidate, column: TableColumn) => boolean;

const exact: Match = ({ keys }, column) => columnKeys(column).some((key) => keys.includes(key));
const bare: Match = ({ keys }, column) => keys.includes(bareKey(column));

/** How much of a label a column's name shares where one contains the other; 0 where neither does. */
function containment({ keys }: Candidate, column: TableColumn): number {
  const own = columnKeys(column).at(-1) ?? '';
  if (own.length < 2) return 0;
  const shares = keys.map((key) => {
    if (key.length < 2 || !(own.includes(key) || key.includes(own))) return 0;
    return Math.min(own.length, key.length) / Math.max(own.length, key.length);
  });
  return Math.max(0, ...shares);
}

/** Sets each field of the best pairs first, so that no column and no field comes twice. */
function settleContained(open: readonly Candidate[], free: readonly TableColumn[], mapping: Map<string, number>): void {
  const pairs = open.flatMap((candidate) =>
    free.map((column) => ({ candidate, column, share: containment(candidate, column) })),
  );
  const taken = new Set<number>();
  for (const { candidate, column, share } of pairs.sort((a, b) => b.share - a.share)) {
    if (share < 0.4 || taken.has(column.column) || mapping.has(candidate.name)) continue;
    mapping.set(candidate.name, column.column);
    taken.add(column.column);
  }
}

/**
 * Fields that columns seem to mean, by the labels and aliases of a ledger's definition: the same words first, then the
 * same words without a bracket, then the closest where one contains the other. Each column and each field once; a
 * running number (序号) is left out unless the ledger has such a field.
 */
export function suggestMapping(ledger: Ledger, columns: readonly TableColumn[]): ColumnMapping {
  const candidates = candidatesOf(ledger);
  const known = new Set(candidates.flatMap((candidate) => candidate.keys));
  const offered = columns.filter((column) => {
    const key = labelKey(column.name);
    return !column.unnamed && key !== '' && (known.has(key) || !counterKeys.has(key));
  });
  const mapping = new Map<string, number>();
  const taken = new Set<number>();
  for (const match of [exact, bare]) {
    for (const candidate of candidates) {
      if (mapping.has(candidate.name)) continue;
      const column = offered.find((entry) => !taken.has(entry.column) && match(candidate, entry));
      if (!column) continue;
      mapping.set(candidate.name, column.column);
      taken.add(column.column);
    }
  }
  const open = candidates.filter((candidate) => !mapping.has(candidate.name));
  const free = offered.filter((column) => !taken.has(column.column));
  settleContained(open, free, mapping);
  return Object.fromEntries(mapping);
}
