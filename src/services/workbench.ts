import type { Clock } from '@/domain/kernel';
import { registers } from '@/domain/registry';
import type { Exchange } from '@/exchange/contract';
import type { Shell } from '@/shell/contract';
import type { OpenRefusal, OpenReport, Storage } from '@/storage/contract';
import type { LiveSession, Session } from './session';

/** Everything a service works with. Handed to every service as its first argument. */
export interface Workbench {
  readonly storage: Storage;
  readonly exchange: Exchange;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly session: Session;
}

/** How opening the desk ended. */
export type Opening =
  | {
      readonly kind: 'ready';
      readonly report: OpenReport;
      /** Records that the shell remembers, where far fewer are left without anybody having removed them; else null. */
      readonly droppedFrom: number | null;
    }
  | { readonly kind: 'first-run' }
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal }
  /** The database is empty although it held records or copies exist: never taken for a first run. */
  | { readonly kind: 'suspected-loss'; readonly remembered: number; readonly snapshots: number };

/** Number of living records of all ledgers, also of those that the application keeps for itself. */
export function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Number of living records in the registers: what a person calls a record. */
export function registeredOf(counts: Readonly<Record<string, number>>): number {
  return registers.reduce((sum, { ledger }) => sum + (counts[ledger.id] ?? 0), 0);
}

/** What stands outside the database about what it held. */
async function rememberedState(shell: Shell): Promise<{ readonly records: number; readonly snapshots: number }> {
  const state = await shell.lastState(null);
  const snapshots = await shell.listSnapshots(null);
  return {
    records: state.ok ? (state.value?.records ?? 0) : 0,
    snapshots: snapshots.ok ? snapshots.value.length : 0,
  };
}

/** Fewer than half of what was remembered, and at least 20 gone: not the last commit before a power cut. */
function dropOf(remembered: number, left: number): number | null {
  return left * 2 < remembered && remembered - left >= 20 ? remembered : null;
}

/**
 * Opens the storage, reads the session and judges what it found. Nothing is written.
 * @param confirmedEmpty the person has seen the warning about lost data and wants to start anew.
 */
export async function openWorkbench(
  workbench: Workbench & { readonly session: LiveSession },
  confirmedEmpty = false,
): Promise<Opening> {
  const { storage, session, shell } = workbench;
  await storage.useCodeTables(session.codes);
  const opened = await storage.open();
  if (!opened.ok) return { kind: 'refused', refusal: opened.error };
  await session.refresh(storage);
  const remembered = await rememberedState(shell);
  const empty = opened.value.head.seq === 0;
  if (empty && !confirmedEmpty && (remembered.records > 0 || remembered.snapshots > 0)) {
    return { kind: 'suspected-loss', remembered: remembered.records, snapshots: remembered.snapshots };
  }
  if (session.profile === null) return { kind: 'first-run' };
  return {
    kind: 'ready',
    report: opened.value,
    droppedFrom: dropOf(remembered.records, totalOf(opened.value.counts)),
  };
}
