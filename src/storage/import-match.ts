import type { Ledger, LedgerRow, NaturalKey, Values } from '@/domain/kernel';
import { isEmpty } from './column';
import { keyText } from './key-index';
import type { Presenter } from './presenter';
import { sameValue } from './row-text';
import type { LoadedTable } from './tables';

/** Which stored record a row of a spreadsheet means. */
export type Match =
  | { readonly kind: 'new' }
  | { readonly kind: 'stored'; readonly row: LedgerRow }
  | { readonly kind: 'refused'; readonly message: string };

/** What one row of an import claims, so that a later row cannot claim it again. */
export interface Claim {
  readonly sheetRow: number;
  readonly values: Values;
}

/** Tells which record each row means and remembers what the rows before it meant. */
export interface Matcher {
  /** @param values the row's own values, mapped fields only. */
  readonly match: (values: Values) => Match;
  /**
   * Claims the record and the keys of a row that is to be written.
   * @param values the whole record as it will be.
   * @returns a Chinese sentence where an earlier row or another record has them already; then nothing is claimed.
   */
  readonly claim: (claim: Claim, stored: LedgerRow | null) => string | null;
}

function labels(ledger: Ledger, key: NaturalKey): string {
  return key.fields.map((name) => `“${ledger.fields[name]?.label ?? name}”`).join('和');
}

/** Whether a stronger key than the given one is filled on both sides and differs: then these are two records. */
function differsStronger(ledger: Ledger, weaker: NaturalKey, a: Values, b: Values): boolean {
  for (const key of ledger.naturalKeys) {
    if (key === weaker) return false;
    const [one, other] = [keyText(key, a), keyText(key, b)];
    if (one !== null && other !== null && one !== other) return true;
  }
  return false;
}

/** Whether a stored record already says all that the row says. */
function saysAll(row: LedgerRow, values: Values): boolean {
  return Object.entries(values).every(([name, value]) => isEmpty(value) || sameValue(row.values[name], value));
}

function signature(names: readonly string[], values: Values): string {
  return JSON.stringify(names.map((name) => values[name] ?? null));
}

/** Finds stored records by everything that the mapped columns say, for rows that no key tells apart. */
function createTwinFinder({ table }: LoadedTable) {
  const books = new Map<string, Map<string, string[]>>();
  function bookFor(names: readonly string[]): Map<string, string[]> {
    const known = books.get(names.join());
    if (known) return known;
    const book = new Map<string, string[]>();
    for (const slot of table.byId()) {
      const row = table.at(slot);
      if (!row || row.deletedAt !== null) continue;
      const text = signature(names, row.values);
      book.set(text, [...(book.get(text) ?? []), row.id]);
    }
    books.set(names.join(), book);
    return book;
  }
  return (values: Values): readonly string[] => {
    const names = Object.keys(values).sort();
    return bookFor(names).get(signature(names, values)) ?? [];
  };
}

/** Which of the records under one key a row means; null where there is none. */
function chooseOne(
  ledger: Ledger,
  key: NaturalKey,
  rows: readonly LedgerRow[],
  twin: (row: LedgerRow) => boolean,
): Match | null {
  const [only] = rows;
  if (!only) return null;
  if (rows.length === 1) return { kind: 'stored', row: only };
  const same = rows.find(twin);
  if (same) return { kind: 'stored', row: same };
  const stronger = ledger.naturalKeys.filter((other) => other.unique).map((other) => labels(ledger, other));
  const ask = stronger.length > 0 ? `请补充${stronger.join('或')}` : '请在系统中逐条修改';
  const message = `有多条同名记录，${ask}：${labels(ledger, key)}相同的${ledger.noun}有${rows.length}条`;
  return { kind: 'refused', message };
}

/** The stored record, other than the one meant, that already has a unique key: a sentence that says so, or null. */
function ownedByOther(
  { table, keys }: LoadedTable,
  presenter: Presenter,
  claimed: { readonly key: NaturalKey; readonly text: string; readonly values: Values },
  stored: LedgerRow | null,
): string | null {
  const { key, text, values } = claimed;
  const { ledger } = table;
  const owner = key.unique ? keys.find(key, text).find((id) => id !== stored?.id) : undefined;
  const other = owner === undefined ? undefined : table.get(owner);
  if (!other) return null;
  const [name = ''] = key.fields;
  const field = ledger.fields[name];
  const shown = field ? presenter.value(field, values[name], true) : '';
  return `${labels(ledger, key)}“${shown}”已属于另一条${ledger.noun}“${presenter.title(ledger, other.values)}”，请核对`;
}

/**
 * Makes the matcher of one import. Keys are tried strongest first. A weak key that finds several records is refused unless
 * one of them already says all that the row says; a record that differs in a stronger key is never meant by a weaker one.
 * A row without any complete key means a stored record only if that says exactly the same.
 */
export function createMatcher(loaded: LoadedTable, presenter: Presenter): Matcher {
  const { table, keys } = loaded;
  const { ledger } = table;
  const claimedRecords = new Map<string, number>();
  const claimedKeys = new Map<string, Claim>();
  const twins = createTwinFinder(loaded);
  const free = (id: string): boolean => !claimedRecords.has(id);
  const placeOf = (key: NaturalKey, text: string): string => `${key.fields.join()}/${text}`;

  function match(values: Values): Match {
    let keyed = false;
    for (const key of ledger.naturalKeys) {
      const text = keyText(key, values);
      if (text === null) continue;
      keyed = true;
      const rows = keys.find(key, text).flatMap((id) => table.get(id) ?? []);
      const meant = key.unique ? rows : rows.filter((row) => !differsStronger(ledger, key, row.values, values));
      const chosen = chooseOne(ledger, key, meant, (row) => free(row.id) && saysAll(row, values));
      if (chosen) return chosen;
    }
    const twin = keyed ? undefined : twins(values).find(free);
    const row = twin === undefined ? undefined : table.get(twin);
    return row ? { kind: 'stored', row } : { kind: 'new' };
  }
  function clash(key: NaturalKey, text: string, claim: Claim, stored: LedgerRow | null): string | null {
    const earlier = claimedKeys.get(placeOf(key, text));
    if (earlier && (key.unique || (stored === null && !differsStronger(ledger, key, earlier.values, claim.values)))) {
      return `与第${earlier.sheetRow}行重复：${labels(ledger, key)}相同，请保留一行`;
    }
    return ownedByOther(loaded, presenter, { key, text, values: claim.values }, stored);
  }
  return {
    match,
    claim: (claim, stored) => {
      const before = stored ? claimedRecords.get(stored.id) : undefined;
      if (before !== undefined) return `与第${before}行重复：两行指的是同一条${ledger.noun}，请保留一行`;
      const texts = ledger.naturalKeys.flatMap((key) => {
        const text = keyText(key, claim.values);
        return text === null ? [] : [[key, text] as const];
      });
      for (const [key, text] of texts) {
        const refusal = clash(key, text, claim, stored);
        if (refusal !== null) return refusal;
      }
      for (const [key, text] of texts) {
        if (!claimedKeys.has(placeOf(key, text))) claimedKeys.set(placeOf(key, text), claim);
      }
      if (stored) claimedRecords.set(stored.id, claim.sheetRow);
      return null;
    },
  };
}
