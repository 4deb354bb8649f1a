import {
  err,
  ok,
  type ArchiveFacts,
  type ArchiveSink,
  type CommitHeader,
  type Field,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type Result,
} from '@/domain/kernel';
import { namesOf } from './commit';
import { archivePaths, nameInPath } from './archive-copy';
import type { OpenRefusal, OpenReport, Storage } from './contract';
import { openDatabase, type BureauDatabase, type ChangePart } from './database';
import { sha256Hex } from './digest';
import type { House } from './house';
import { checkDatabase } from './integrity';
import { discardLeftovers } from './opening';
import { completeRow, storedRow } from './row-text';
import { schemaVersion } from './schema';

interface Stage {
  readonly name: string;
  readonly facts: ArchiveFacts;
  readonly database: BureauDatabase;
  /** Lines taken, by path. */
  readonly taken: Map<string, number>;
  readonly faults: string[];
  verified: boolean;
}

/** Restoring: stage, verify, swap, and back. */
export type Restoring = ArchiveSink & Pick<Storage, 'verifyStage' | 'swapStage' | 'undoRestore' | 'canUndoRestore'>;

const noBytes = new Uint8Array(0);

/** Whether a value has the form that a field stores; rules that may have changed since are not applied. */
function fits(field: Field, value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'choices':
    case 'references':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    default:
      return typeof value === 'string';
  }
}

function readRow(ledger: Ledger, line: string): LedgerRow {
  const row = JSON.parse(line) as LedgerRow;
  const texts = [row.id, row.origin, row.createdAt, row.createdBy, row.updatedAt, row.updatedBy];
  const framed = texts.every((text) => typeof text === 'string') && Number.isInteger(row.revision);
  const values: Readonly<Record<string, FieldValue>> = row.values;
  const known = Object.keys(values).every((name) => name in ledger.fields);
  const right = known && Object.entries(ledger.fields).every(([name, field]) => fits(field, values[name]));
  if (!framed || !right) throw new Error('not a row');
  return storedRow(completeRow(ledger, row));
}

function readPart(line: string): ChangePart {
  const { seq, part, text } = JSON.parse(line) as { seq: number; part: number; text: string };
  const ids = text.split('\n').map((entry) => (JSON.parse(entry) as { id: string }).id);
  return { seq, part, ids: [...new Set(ids)], text };
}

function readHeader(line: string): CommitHeader {
  const header = JSON.parse(line) as CommitHeader;
  return { ...header, undoes: header.undoes ?? null, parts: header.parts ?? [] };
}

async function takeLines(house: House, stage: Stage, path: string, lines: readonly string[]): Promise<void> {
  const { database } = stage;
  const ledger = nameInPath(path, 'ledger');
  if (ledger !== null && house.ledgers.has(ledger)) {
    const definition = house.ledgers.get(ledger);
    const rows = lines.map((line) => readRow(definition, line));
    await database.dexie.transaction('rw', database.rows(ledger), () => database.rows(ledger).bulkPut(rows));
  } else if (path === archivePaths.commits) {
    await database.commits.bulkPut(lines.map(readHeader));
  } else if (path === archivePaths.changes) {
    await database.changes.bulkPut(lines.map(readPart));
  } else {
    throw new Error('no such part');
  }
}

async function take(house: House, stage: Stage, path: string, bytes: Uint8Array): Promise<void> {
  const sha256 = nameInPath(path, 'attachment');
  if (sha256 !== null) {
    await stage.database.blobs.put({ sha256, bytes });
    stage.taken.set(path, 1);
    return;
  }
  const lines = new TextDecoder('utf-8', { fatal: true })
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
  await takeLines(house, stage, path, lines);
  stage.taken.set(path, (stage.taken.get(path) ?? 0) + lines.length);
}

/** Takes a piece of a part; what cannot be read is noted for the verification. */
async function takeOrNote(house: House, stage: Stage, path: string, bytes: Uint8Array): Promise<void> {
  if (stage.facts.schemaVersion > schemaVersion) return;
  try {
    await take(house, stage, path, bytes);
  } catch (error) {
    if (namesOf(error).includes('QuotaExceededError')) throw error;
    if (stage.faults.length < 20) stage.faults.push(`${path}中有无法读出的内容`);
  }
}

function countFaults({ facts, taken }: Stage): string[] {
  return facts.parts
    .filter(({ path, count }) => (taken.get(path) ?? 0) !== count)
    .map(({ path }) => `${path}的条数与清单不符`);
}

/** What is wrong with a stage; empty where it is exactly what its facts say. */
async function stageFaults(house: House, stage: Stage): Promise<readonly string[]> {
  const { facts, database, faults } = stage;
  if (facts.schemaVersion > schemaVersion) {
    return [
      `这份备份由更新版本的软件写成（数据版本${facts.schemaVersion}，本软件支持到${schemaVersion}），请先安装新版软件`,
    ];
  }
  const counted = [...faults, ...countFaults(stage)];
  if (counted.length > 0) return counted;
  await database.meta.put({ key: 'head', ...facts.head });
  return (await checkDatabase(database, house.ledgers)).faults;
}

/** Makes the restoring side of an engine, and how it lets go of an unfinished stage when the engine closes. */
export function createRestoring(house: House): Restoring & { readonly closeStage: () => void } {
  let stage: Stage | null = null;

  function closeStage(): void {
    stage?.database.dexie.close();
    stage = null;
  }
  async function dropStage(): Promise<void> {
    closeStage();
    const { access, store, pointer } = house.bureau();
    await house.keepPointer(await discardLeftovers(access, store, pointer));
  }
  async function moveTo(pointer: Parameters<House['moveTo']>[0]): Promise<Result<OpenReport, OpenRefusal>> {
    return house.queue.run(() => house.moveTo(pointer));
  }
  return {
    closeStage,
    beginStage: async (facts) => {
      await dropStage();
      const { access, pointer } = house.bureau();
      const name = `bureau-${pointer.next}`;
      // Noted first: should this stage never be finished, the next start finds and discards it.
      await house.keepPointer({ ...pointer, next: pointer.next + 1, leftovers: [...pointer.leftovers, name] });
      const database = await openDatabase(access, name, house.ledgers.all);
      stage = { name, facts, database, taken: new Map(), faults: [], verified: false };
      const empty = archivePaths.attachment(sha256Hex(noBytes));
      if (facts.parts.some(({ path }) => path === empty)) await take(house, stage, empty, noBytes);
    },
    stagePiece: async (path, bytes) => {
      if (!stage) throw new Error('no stage was begun');
      await takeOrNote(house, stage, path, bytes);
    },
    verifyStage: async () => {
      if (!stage) return err({ message: '没有待恢复的备份，请重新选择备份文件' });
      const faults = await stageFaults(house, stage);
      if (faults.length > 0)
        return err({ message: `备份核对未通过，现有数据没有改动：${faults.slice(0, 5).join('；')}` });
      stage.verified = true;
      return ok(stage.facts);
    },
    swapStage: async () => {
      if (!stage?.verified)
        return err({ kind: 'failed', message: '备份尚未核对，现有数据没有改动；请重新选择备份文件' });
      const { name, database } = stage;
      const { pointer } = house.bureau();
      database.dexie.close();
      stage = null;
      const kept = pointer.leftovers.filter((leftover) => leftover !== name);
      const leftovers = pointer.previous === null ? kept : [...kept, pointer.previous];
      return moveTo({ ...pointer, current: name, previous: pointer.current, leftovers });
    },
    undoRestore: async () => {
      const { pointer } = house.bureau();
      if (pointer.previous === null) return null;
      return moveTo({ ...pointer, current: pointer.previous, previous: pointer.current });
    },
    canUndoRestore: async () => house.bureau().pointer.previous !== null,
  };
}
