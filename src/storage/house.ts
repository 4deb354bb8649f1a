import {
  createIdFactory,
  err,
  ok,
  type Clock,
  type CodeTables,
  type Ledger,
  type RandomBytes,
  type Result,
} from '@/domain/kernel';
import type { CommitDesk } from './commit';
import type { OpenRefusal, OpenReport } from './contract';
import { readHead, type IndexedDbAccess } from './database';
import { createLedgerSet, type LedgerSet } from './ledger-set';
import { openBureau, type Bureau } from './opening';
import { openPointer, type Pointer } from './pointer';
import { createQueue, type Queue } from './queue';
import { createTables } from './tables';

/** What an engine is made of. */
export interface EngineParts extends IndexedDbAccess {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly ledgers: readonly Ledger[];
  /** Takes the sole right to these data: a function that gives it back, or null where another window holds it. */
  readonly lock?: () => Promise<(() => void) | null>;
}

/** The data in use, and what changes them as a whole. */
export interface House {
  readonly ledgers: LedgerSet;
  readonly queue: Queue;
  /** @throws before the data are opened, since that is a bug. */
  readonly desk: () => CommitDesk;
  readonly bureau: () => Bureau;
  readonly codes: () => CodeTables;
  readonly useCodes: (tables: CodeTables) => void;
  readonly open: () => Promise<Result<OpenReport, OpenRefusal>>;
  readonly close: () => void;
  /** Keeps another pointer without changing which data are in use. */
  readonly keepPointer: (pointer: Pointer) => Promise<void>;
  /** Puts other data in use; where these cannot be opened, goes back to the former. */
  readonly moveTo: (pointer: Pointer) => Promise<Result<OpenReport, OpenRefusal>>;
}

const elsewhere: OpenRefusal = {
  kind: 'failed',
  message: '已在另一个窗口打开，请到那个窗口继续工作；若那个窗口已经关闭，请稍等几秒再打开',
};

function reportOf(desk: CommitDesk): OpenReport {
  return { counts: desk.tables.counts(), head: desk.head };
}

/** Writes a pointer while no data are open. */
async function writePointer(access: IndexedDbAccess, pointer: Pointer): Promise<void> {
  const store = await openPointer(access);
  await store.write(pointer);
  store.close();
}

interface Opened {
  readonly bureau: Bureau;
  readonly desk: CommitDesk;
}

async function openAll(
  access: IndexedDbAccess,
  ledgers: LedgerSet,
  { codes, ...tools }: Pick<CommitDesk, 'newId' | 'clock'> & { readonly codes: CodeTables },
): Promise<Result<Opened, OpenRefusal>> {
  const opened = await openBureau(access, ledgers.all);
  if (!opened.ok) return opened;
  const { database } = opened.value;
  const tables = await createTables(database, ledgers);
  tables.presenter.useCodes(codes);
  const desk = { ...tools, database, ledgers, tables, head: await readHead(database) };
  return ok({ bureau: opened.value, desk });
}

function shut(opened: Opened | null): void {
  opened?.bureau.database.dexie.close();
  opened?.bureau.store.close();
}

/** Makes the holder of the data; opens nothing yet. */
export function createHouse(parts: EngineParts): House {
  const ledgers = createLedgerSet(parts.ledgers);
  const newId = createIdFactory(parts.clock, parts.random);
  const access: IndexedDbAccess = { indexedDB: parts.indexedDB, IDBKeyRange: parts.IDBKeyRange };
  let open: Opened | null = null;
  let release: (() => void) | null = null;
  let codes: CodeTables = {};

  async function enter(): Promise<Result<OpenReport, OpenRefusal>> {
    const opened = await openAll(access, ledgers, { newId, clock: parts.clock, codes });
    if (!opened.ok) return opened;
    open = opened.value;
    return ok(reportOf(open.desk));
  }
  function leave(): void {
    shut(open);
    open = null;
  }
  function now() {
    if (!open) throw new Error('the storage is not open');
    return open;
  }
  async function moveTo(pointer: Pointer): Promise<Result<OpenReport, OpenRefusal>> {
    const former = now().bureau.pointer;
    await now().bureau.store.write(pointer);
    leave();
    const entered = await enter();
    if (entered.ok) return entered;
    await writePointer(access, former);
    await enter();
    return entered;
  }
  return {
    ledgers,
    queue: createQueue(),
    desk: () => now().desk,
    bureau: () => now().bureau,
    codes: () => codes,
    useCodes: (tables) => {
      codes = tables;
      open?.desk.tables.presenter.useCodes(tables);
    },
    open: async () => {
      if (open) return ok(reportOf(open.desk));
      release ??= parts.lock ? await parts.lock() : () => undefined;
      if (!release) return err(elsewhere);
      return enter();
    },
    close: () => {
      leave();
      release?.();
      release = null;
    },
    keepPointer: async (pointer) => {
      const { bureau, desk } = now();
      await bureau.store.write(pointer);
      open = { bureau: { ...bureau, pointer }, desk };
    },
    moveTo,
  };
}
