import type { LedgerRow, NaturalKey, Values } from '@/domain/kernel';
import { fold } from './collation';
import { isEmpty } from './column';
import type { MemoryTable } from './memory-table';

/**
 * The values of a natural key as one text without regard to case, width and white space around; null where the record is
 * not told apart by it: a unique key must be filled in every part. In a weak key an empty part equals an empty part, so
 * that staff without an office, or items without a version, are found again; only wholly empty it says nothing.
 */
export function keyText(key: NaturalKey, values: Values): string | null {
  const parts = key.fields.map((name) => {
    const value = values[name];
    return value === undefined || isEmpty(value) ? '' : fold(String(value)).trim();
  });
  if (key.unique ? parts.includes('') : parts.every((part) => part === '')) return null;
  return parts.join('\u0000');
}

/** Finds the living records of a table by a natural key. */
export interface KeyIndex {
  /** Identifiers of the living records under a key; more than one only for a weak key. */
  readonly find: (key: NaturalKey, text: string) => readonly string[];
}

type Owners = Map<string, string | readonly string[]>;

function listOf(owners: string | readonly string[] | undefined): readonly string[] {
  if (owners === undefined) return [];
  return typeof owners === 'string' ? [owners] : owners;
}

function add(owners: Owners, text: string, id: string): void {
  const known = owners.get(text);
  owners.set(text, known === undefined ? id : [...listOf(known), id]);
}

function remove(owners: Owners, text: string, id: string): void {
  const left = listOf(owners.get(text)).filter((owner) => owner !== id);
  const [only] = left;
  if (only === undefined) owners.delete(text);
  else owners.set(text, left.length === 1 ? only : left);
}

function livingKey(key: NaturalKey, row: LedgerRow | null): string | null {
  return row && row.deletedAt === null ? keyText(key, row.values) : null;
}

/** Makes the indexes of a table's natural keys; each is built at first use and then follows the table. */
export function createKeyIndex(table: MemoryTable): KeyIndex {
  const indexes = new Map<NaturalKey, Owners>();
  table.watch((before, after) => {
    for (const [key, owners] of indexes) {
      const old = livingKey(key, before);
      const now = livingKey(key, after);
      if (old === now) continue;
      if (old !== null && before) remove(owners, old, before.id);
      if (now !== null && after) add(owners, now, after.id);
    }
  });
  function build(key: NaturalKey): Owners {
    const owners: Owners = new Map();
    for (const slot of table.byId()) {
      const row = table.at(slot);
      const text = livingKey(key, row);
      if (row && text !== null) add(owners, text, row.id);
    }
    indexes.set(key, owners);
    return owners;
  }
  return { find: (key, text) => listOf((indexes.get(key) ?? build(key)).get(text)) };
}
