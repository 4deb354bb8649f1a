import Dexie from 'dexie';
import { err, ok, type Ledger, type Result } from '@/domain/kernel';
import type { OpenRefusal } from './contract';
import { openDatabase, type BureauDatabase, type IndexedDbAccess } from './database';
import { readStanding } from './gate';
import { firstPointer, openPointer, pointerDatabase, type Pointer, type PointerStore } from './pointer';
import { databaseNamePattern, schemaVersion } from './schema';

/** The database in use and the pointer that names it. */
export interface Bureau {
  readonly access: IndexedDbAccess;
  readonly store: PointerStore;
  readonly pointer: Pointer;
  readonly database: BureauDatabase;
}

function failed(message: string): Result<never, OpenRefusal> {
  return err({ kind: 'failed', message });
}

function unreadable(reason: string): Result<never, OpenRefusal> {
  return failed(`数据库打不开（${reason}），没有改动任何数据；请重新启动电脑后再试，仍不行请从备份恢复`);
}

function newer(dataVersion: number): Result<never, OpenRefusal> {
  const message = `数据由更新版本的软件写成（数据版本${dataVersion}，本软件支持到${schemaVersion}），没有改动任何数据；请安装新版软件后再打开`;
  return err({ kind: 'newer', dataVersion, programVersion: schemaVersion, message });
}

const lost = '登记在用的数据库不见了，没有改动任何数据；请不要继续录入，先从最近的备份恢复';

/** Names of databases that hold a bureau's data. */
async function dataNames(indexedDB: IDBFactory): Promise<readonly string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name !== undefined && databaseNamePattern.test(name) ? name : []));
}

async function readPointer(
  access: IndexedDbAccess,
): Promise<Result<{ store: PointerStore; pointer: Pointer }, OpenRefusal>> {
  const standing = await readStanding(access.indexedDB, pointerDatabase);
  if (standing.kind === 'unreadable') return unreadable(standing.reason);
  if (standing.kind === 'present' && standing.schemaVersion > 1) return newer(standing.schemaVersion);
  // Data without a pointer are not a first run: writing a new pointer would hide them.
  if (standing.kind === 'absent' && (await dataNames(access.indexedDB)).length > 0) return failed(lost);
  const store = await openPointer(access);
  const known = await store.read();
  if (known) return ok({ store, pointer: known });
  if ((await dataNames(access.indexedDB)).length > 0) {
    store.close();
    return failed(lost);
  }
  await store.write(firstPointer);
  return ok({ store, pointer: firstPointer });
}

/** Opens the pointer's database after the gate; never makes a new one in the place of a lost one. */
export async function openCurrent(
  access: IndexedDbAccess,
  ledgers: readonly Ledger[],
  pointer: Pointer,
): Promise<Result<BureauDatabase, OpenRefusal>> {
  const standing = await readStanding(access.indexedDB, pointer.current);
  if (standing.kind === 'unreadable') return unreadable(standing.reason);
  if (standing.kind === 'absent' && pointer.made) return failed(lost);
  if (standing.kind === 'present' && standing.schemaVersion > schemaVersion) return newer(standing.schemaVersion);
  return ok(await openDatabase(access, pointer.current, ledgers));
}

/** Deletes a database; what cannot be deleted now stays on the list of leftovers. */
async function deleteDatabase(access: IndexedDbAccess, name: string): Promise<boolean> {
  try {
    await new Dexie(name, { ...access }).delete();
    return true;
  } catch {
    return false;
  }
}

/** Deletes what the pointer says is no longer needed. Never touches the database in use or the one before. */
export async function discardLeftovers(
  access: IndexedDbAccess,
  store: PointerStore,
  pointer: Pointer,
): Promise<Pointer> {
  const doomed = pointer.leftovers.filter((name) => name !== pointer.current && name !== pointer.previous);
  if (pointer.leftovers.length === 0) return pointer;
  const gone = await Promise.all(doomed.map((name) => deleteDatabase(access, name)));
  const cleaned: Pointer = { ...pointer, leftovers: doomed.filter((_, at) => !gone[at]) };
  await store.write(cleaned);
  return cleaned;
}

/**
 * Opens the bureau's data: pointer, version gate, database, then leftovers are cleared away.
 * @returns why they cannot be opened; then nothing was changed. A failure is never taken for an empty first run.
 */
export async function openBureau(
  access: IndexedDbAccess,
  ledgers: readonly Ledger[],
): Promise<Result<Bureau, OpenRefusal>> {
  try {
    const read = await readPointer(access);
    if (!read.ok) return read;
    const { store } = read.value;
    const database = await openCurrent(access, ledgers, read.value.pointer);
    if (!database.ok) {
      store.close();
      return database;
    }
    const made: Pointer = { ...read.value.pointer, made: true };
    if (!read.value.pointer.made) await store.write(made);
    const pointer = await discardLeftovers(access, store, made);
    return ok({ access, store, pointer, database: database.value });
  } catch (error) {
    return unreadable(error instanceof Error ? error.name : 'UnknownError');
  }
}
