import type { FieldValue, LedgerRow } from '@/domain/kernel';
import { compareKeys, fold, sortKey } from './collation';

/** What a column is made of. */
export interface ColumnSource {
  readonly read: (row: LedgerRow) => FieldValue;
  /** How a value is shown, filtered by text, searched and, unless it orders itself, sorted. */
  readonly present: (value: FieldValue) => string;
  /** Changes whenever `present` may give something else: code tables, titles of the records referred to. */
  readonly stamp: () => number;
  /** Numbers and flags order by value, codes of time by their text, the rest as Chinese. */
  readonly order: 'value' | 'plain' | 'chinese' | 'person';
}

/**
 * One field of all records of a table, as a dictionary of its distinct values and one code per record, so that filters,
 * text and collation are worked out once per distinct value, not per record.
 */
export interface Column {
  /** By slot: position of the record's value among the distinct values; 0 is the empty one. */
  readonly codes: () => Int32Array;
  readonly distinct: readonly FieldValue[];
  /** Position of a single value, or -1 where no record holds it. */
  readonly codeOf: (value: FieldValue) => number;
  /** How each distinct value reads, without regard to case and width. */
  readonly folded: () => readonly string[];
  /** Rank of each distinct value; equal for values that sort alike. */
  readonly ranks: () => Int32Array;
  readonly set: (slot: number, row: LedgerRow | null) => void;
  readonly reserve: (slots: number) => void;
}

function dictionaryKey(value: FieldValue): FieldValue {
  return typeof value === 'object' && value !== null ? `\u0000${value.join('\u0000')}` : value;
}

/** Whether a value counts as empty. */
export function isEmpty(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && value.length === 0);
}

type Key = string | number;

function compare(a: Key, b: Key): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareKeys(String(a), String(b));
}

/** Keeps the distinct values sorted: new ones are sorted among themselves and merged in when ranks are next needed. */
function createRanking(keyOf: (code: number) => Key) {
  let keys: Key[] = [];
  let sorted: number[] = [];
  let ranks = new Int32Array(1);
  const byKey = (a: number, b: number): number => compare(keys[a] ?? '', keys[b] ?? '');
  function merge(fresh: readonly number[]): void {
    const merged: number[] = [];
    let at = 0;
    for (const code of sorted) {
      for (let next = fresh[at]; next !== undefined && byKey(next, code) < 0; next = fresh[at]) {
        merged.push(next);
        at += 1;
      }
      merged.push(code);
    }
    sorted = merged.concat(fresh.slice(at));
  }
  function number(count: number): void {
    ranks = new Int32Array(count);
    let rank = 0;
    sorted.forEach((code, at) => {
      const before = sorted[at - 1];
      if (before === undefined || byKey(before, code) !== 0) rank += 1;
      ranks[code] = rank;
    });
  }
  return {
    reset: (): void => {
      keys = [];
      sorted = [];
    },
    /** Ranks of the codes 1 to count-1. */
    upTo: (count: number): Int32Array => {
      if (sorted.length === count - 1 && ranks.length === count) return ranks;
      const fresh: number[] = [];
      for (let code = sorted.length + 1; code < count; code += 1) {
        keys[code] = keyOf(code);
        fresh.push(code);
      }
      merge(fresh.sort(byKey));
      number(count);
      return ranks;
    },
  };
}

/** Makes an empty column. */
export function createColumn(source: ColumnSource): Column {
  const distinct: FieldValue[] = [null];
  const codeByKey = new Map<FieldValue, number>([[null, 0]]);
  let codes = new Int32Array(16);
  let folded: string[] = [''];
  let stamp = source.stamp();
  const ranking = createRanking((code) => {
    const value = distinct[code] ?? null;
    if (source.order === 'value') return Number(value);
    if (source.order === 'plain') return String(value);
    return sortKey(source.present(value), source.order === 'person');
  });
  function refresh(): void {
    if (stamp === source.stamp()) return;
    stamp = source.stamp();
    folded = [''];
    ranking.reset();
  }
  function encode(value: FieldValue): number {
    if (isEmpty(value)) return 0;
    const key = dictionaryKey(value);
    const known = codeByKey.get(key);
    if (known !== undefined) return known;
    codeByKey.set(key, distinct.length);
    return distinct.push(value) - 1;
  }
  return {
    codes: () => codes,
    distinct,
    codeOf: (value) => codeByKey.get(dictionaryKey(value)) ?? -1,
    folded: () => {
      refresh();
      for (let code = folded.length; code < distinct.length; code += 1) {
        folded.push(fold(source.present(distinct[code] ?? null)));
      }
      return folded;
    },
    ranks: () => {
      refresh();
      return ranking.upTo(distinct.length);
    },
    set: (slot, row) => {
      codes[slot] = row ? encode(source.read(row)) : 0;
    },
    reserve: (slots) => {
      if (slots <= codes.length) return;
      const grown = new Int32Array(Math.max(slots, codes.length * 2));
      grown.set(codes);
      codes = grown;
    },
  };
}
