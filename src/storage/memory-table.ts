import type { Ledger, LedgerRow } from '@/domain/kernel';
import { createColumn, type Column, type ColumnSource } from './column';

/** Condition of a slot. */
export const slotState = { free: 0, living: 1, deleted: 2 } as const;

/** All records of one ledger in memory, each in a slot that it keeps. */
export interface MemoryTable {
  readonly ledger: Ledger;
  readonly get: (id: string) => LedgerRow | undefined;
  readonly slotOf: (id: string) => number | undefined;
  readonly at: (slot: number) => LedgerRow | null;
  /** Number of slots ever used. */
  readonly size: () => number;
  /** By slot: one of {@link slotState}. */
  readonly states: () => Uint8Array;
  /** Used slots, by identifier upwards (and thus by time of creation). Freed ones are still among them. */
  readonly byId: () => readonly number[];
  readonly livingCount: () => number;
  /** Grows with every change. */
  readonly version: () => number;
  /** Grows when a title may have changed. */
  readonly titleVersion: () => number;
  /** Grows with every change to a slot of the block of {@link blockSize} slots. */
  readonly blockVersion: (block: number) => number;
  readonly column: (name: string) => Column;
  /** Puts a record in place of what stood under its identifier. */
  readonly put: (row: LedgerRow) => void;
  readonly drop: (id: string) => void;
  /** Calls the listener after every change to a record, until the table is gone. */
  readonly watch: (listener: RowListener) => void;
}

/** Hears of one record's change; null where there was or is none. */
export type RowListener = (before: LedgerRow | null, after: LedgerRow | null) => void;

/** Slots that share one text for searching. */
export const blockSize = 1024;

interface Slots {
  readonly rows: (LedgerRow | null)[];
  readonly ids: string[];
  readonly order: number[];
  readonly slotById: Map<string, number>;
  readonly blockVersions: number[];
  states: Uint8Array;
}

/** Keeps the slots in the order of their identifiers. New records nearly always have the largest. */
function insertInOrder(slots: Slots, slot: number, id: string): void {
  const { order, ids } = slots;
  const last = order.at(-1);
  if (last === undefined || (ids[last] ?? '') <= id) {
    order.push(slot);
    return;
  }
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[order[middle] ?? 0] ?? '') <= id) low = middle + 1;
    else high = middle;
  }
  order.splice(low, 0, slot);
}

function takeSlot(slots: Slots, id: string): number {
  const known = slots.slotById.get(id);
  if (known !== undefined) return known;
  const slot = slots.rows.push(null) - 1;
  slots.ids.push(id);
  slots.slotById.set(id, slot);
  insertInOrder(slots, slot, id);
  if (slot >= slots.states.length) {
    const grown = new Uint8Array(Math.max(16, slots.states.length * 2));
    grown.set(slots.states);
    slots.states = grown;
  }
  return slot;
}

function titleChanged(ledger: Ledger, before: LedgerRow | null, after: LedgerRow | null): boolean {
  return ledger.titleFields.some((name) => before?.values[name] !== after?.values[name]);
}

/**
 * Makes an empty table.
 * @param sourceOf how a field (or 'createdAt', 'updatedAt' ...) is read, shown and ordered.
 */
export function createMemoryTable(ledger: Ledger, sourceOf: (name: string) => ColumnSource): MemoryTable {
  const slots: Slots = {
    rows: [],
    ids: [],
    order: [],
    slotById: new Map(),
    blockVersions: [],
    states: new Uint8Array(16),
  };
  const columns = new Map<string, Column>();
  const listeners: RowListener[] = [];
  let living = 0;
  let version = 0;
  let titleVersion = 0;

  function write(slot: number, row: LedgerRow | null): void {
    const before = slots.rows[slot] ?? null;
    slots.rows[slot] = row;
    const state = row === null ? slotState.free : row.deletedAt === null ? slotState.living : slotState.deleted;
    living += (state === slotState.living ? 1 : 0) - (slots.states[slot] === slotState.living ? 1 : 0);
    slots.states[slot] = state;
    for (const column of columns.values()) {
      column.reserve(slot + 1);
      column.set(slot, row);
    }
    version += 1;
    const block = Math.floor(slot / blockSize);
    slots.blockVersions[block] = (slots.blockVersions[block] ?? 0) + 1;
    if (titleChanged(ledger, before, row)) titleVersion += 1;
    for (const listener of listeners) listener(before, row);
  }
  function addColumn(name: string): Column {
    const column = createColumn(sourceOf(name));
    column.reserve(slots.rows.length);
    slots.rows.forEach((row, slot) => column.set(slot, row));
    columns.set(name, column);
    return column;
  }
  return {
    ledger,
    get: (id) => slots.rows[slots.slotById.get(id) ?? -1] ?? undefined,
    slotOf: (id) => slots.slotById.get(id),
    at: (slot) => slots.rows[slot] ?? null,
    size: () => slots.rows.length,
    states: () => slots.states,
    byId: () => slots.order,
    livingCount: () => living,
    version: () => version,
    titleVersion: () => titleVersion,
    blockVersion: (block) => slots.blockVersions[block] ?? 0,
    column: (name) => columns.get(name) ?? addColumn(name),
    put: (row) => write(takeSlot(slots, row.id), row),
    drop: (id) => {
      const slot = slots.slotById.get(id);
      if (slot !== undefined) write(slot, null);
    },
    watch: (listener) => void listeners.push(listener),
  };
}
