import { canonicalJson } from './canonical';
import type { NaturalKey, Values } from './ledger';

/**
 * A record's natural key as one text, for looking it up.
 * A unique key identifies only when all of its fields are filled. In a weak key an empty field equals an empty field, so
 * that lists without, say, a version find their records again; a weak key with nothing in it identifies nothing.
 * @returns null where the key does not identify the record.
 */
export function naturalKeyText(key: NaturalKey, values: Values): string | null {
  const parts = key.fields.map((name) => values[name] ?? null);
  const filled = parts.filter((part) => part !== null).length;
  if (filled === 0 || (key.unique && filled < parts.length)) return null;
  return canonicalJson(parts);
}
