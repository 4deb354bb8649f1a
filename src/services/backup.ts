import { err, ok, type Result } from '@/domain/kernel';
import type { ArchiveReport, Task } from '@/exchange/contract';
import type { ShellReply } from '@/shell/contract';
import type { OpenReport } from '@/storage/contract';
import { carryNumbers, numbersInUse } from './carried-numbers';
import { forgetSerials, rememberState } from './remembered-state';
import { registeredOf, type Workbench } from './workbench';

/** A failure that a person can understand. */
export interface BackupFailure {
  readonly message: string;
}

/** A copy kept by the desktop application. */
export type Snapshot = ShellReply<'listSnapshots'>[number];

const two = (value: number): string => String(value).padStart(2, '0');

function stampOf(now: number): string {
  const at = new Date(now);
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}

/** Name of a full copy: 灌云司法局-完整副本-20260305-1504.sdz, without signs that file systems refuse. */
export function copyName(bureau: string, now: number): string {
  const safe = bureau.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 60) || '本单位';
  return `${safe}-完整副本-${stampOf(now)}.sdz`;
}

async function programName(workbench: Workbench): Promise<string> {
  const facts = await workbench.shell.facts(null);
  return `执法监督工作台 ${facts.ok ? facts.value.version : ''}`.trim();
}

/** Writes all data into one archive, read back by the verifier before it is handed out. */
async function writeCopy(workbench: Workbench, task: Task): Promise<Result<Uint8Array, BackupFailure>> {
  const program = await programName(workbench);
  return workbench.exchange.writeArchive(task, program, new Date(workbench.clock()).toISOString());
}

/**
 * A full copy of all data to a file that the person chooses.
 * @returns the file's name, or null where the dialog was cancelled.
 */
export async function saveCopyToFile(
  workbench: Workbench,
  task: Task,
): Promise<Result<{ readonly name: string } | null, BackupFailure>> {
  const copy = await writeCopy(workbench, task);
  if (!copy.ok) return copy;
  const name = copyName(workbench.session.profile?.shortName ?? '', workbench.clock());
  return workbench.shell.saveFile({ purpose: 'archive', name, bytes: copy.value });
}

/** A full copy into the desktop's folder of snapshots. */
export async function storeSnapshot(workbench: Workbench, task: Task): Promise<Result<Snapshot, BackupFailure>> {
  const copy = await writeCopy(workbench, task);
  return copy.ok ? workbench.shell.storeSnapshot({ bytes: copy.value }) : copy;
}

/** Copies the desktop keeps, newest first; a browser keeps none. */
export async function listSnapshots(workbench: Workbench): Promise<Result<readonly Snapshot[], BackupFailure>> {
  return workbench.shell.listSnapshots(null);
}

function localDayOf(iso: string): string {
  return stampOf(Date.parse(iso)).slice(0, 8);
}

/**
 * Whether today's automatic copy is still to be made: the desktop can keep copies, there is something to copy (an empty
 * desk must not push good copies out of the last 10), and none was made on this local day.
 */
export async function dailyCopyDue(workbench: Workbench): Promise<boolean> {
  const facts = await workbench.shell.facts(null);
  if (!facts.ok || !facts.value.canSnapshot) return false;
  const snapshots = await workbench.shell.listSnapshots(null);
  if (!snapshots.ok) return false;
  if (registeredOf(await workbench.storage.counts()) === 0) return false;
  const today = stampOf(workbench.clock()).slice(0, 8);
  return snapshots.value.every((snapshot) => localDayOf(snapshot.createdAt) !== today);
}

/** Where a copy to be restored comes from. */
export type CopySource = { readonly kind: 'file' } | { readonly kind: 'snapshot'; readonly name: string };

/** Reads a copy's bytes: from a file that the person chooses (null where cancelled), or from a kept snapshot. */
export async function readCopy(
  workbench: Workbench,
  source: CopySource,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array } | null, BackupFailure>> {
  return source.kind === 'file'
    ? workbench.shell.openFile({ purpose: 'archive' })
    : workbench.shell.readSnapshot({ name: source.name });
}

/**
 * Puts a copy into the stage beside the data in use and verifies it there. The data in use stay as they are.
 * @returns what the copy holds, for the person to compare before swapping.
 */
export async function stageCopy(
  workbench: Workbench,
  task: Task,
  bytes: Uint8Array,
): Promise<Result<ArchiveReport, BackupFailure>> {
  const staged = await workbench.exchange.stageArchive(task, bytes);
  if (!staged.ok) return staged;
  const verified = await workbench.storage.verifyStage();
  return verified.ok ? staged : err(verified.error);
}

/** Number of records of each ledger in a copy, by the manifest's parts. */
export function countsOfCopy(report: ArchiveReport): Readonly<Record<string, number>> {
  const parts = report.facts.parts.flatMap((part) => {
    const ledger = /^ledgers\/([a-z-]+)\.ndjson$/.exec(part.path)?.[1];
    return ledger ? [[ledger, part.count] as const] : [];
  });
  return Object.fromEntries(parts);
}

/**
 * Puts other data in the place of those in use, and enters into them the numbers of documents that these had taken, so
 * that none is issued twice. Where that fails, the former data come back.
 */
async function exchangeData<E>(
  workbench: Workbench,
  swap: () => Promise<Result<OpenReport, E> | null>,
): Promise<Result<OpenReport, E | BackupFailure> | null> {
  const numbers = await numbersInUse(workbench);
  const opened = await swap();
  if (!opened?.ok) return opened;
  const carried = await carryNumbers(workbench, numbers, '恢复备份前已取用');
  forgetSerials(workbench);
  if (!carried.ok) {
    await workbench.storage.undoRestore();
    return err({ message: `恢复前已取用的文号没有接续上，已回到恢复前的数据：${carried.error}` });
  }
  await rememberState(workbench);
  return ok({ ...opened.value, counts: await workbench.storage.counts() });
}

/** Puts the verified stage in the place of the data in use, which are kept so that {@link undoLastRestore} can go back. */
export async function swapToCopy(workbench: Workbench): Promise<Result<OpenReport, BackupFailure>> {
  const opened = await exchangeData(workbench, () => workbench.storage.swapStage());
  if (opened === null) throw new Error('swapping always answers');
  return opened;
}

/** Goes back to the data that the last restore replaced. */
export async function undoLastRestore(workbench: Workbench): Promise<Result<OpenReport, BackupFailure>> {
  const opened = await exchangeData(workbench, () => workbench.storage.undoRestore());
  return opened ?? err({ message: '没有可以撤销的恢复。' });
}
