import type { Ledger } from '@/domain/kernel';
import { ledgers as registryLedgers } from '@/domain/registry';
import { createArchiveSource } from './archive-copy';
import { attachFile, readAttachmentBytes, readAttachments } from './attachments';
import { readHistory } from './change-log';
import { runCommit } from './commit';
import type { Storage } from './contract';
import { searchHits, suggestHits } from './hits';
import { createHouse, type EngineParts, type House } from './house';
import { createImports } from './import-desk';
import { checkDatabase, digestState } from './integrity';
import {
  countRows,
  readBackReferences,
  readIds,
  readNamed,
  readPage,
  readReferenceTitles,
  readSampleRecords,
  readSheetRows,
  readValues,
} from './reading';
import { createRestoring } from './stage';
import { readRows, readTitles } from './titles';
import { runUndo } from './undo';

type Reading = Pick<
  Storage,
  | 'page'
  | 'ids'
  | 'named'
  | 'values'
  | 'rows'
  | 'titles'
  | 'search'
  | 'suggest'
  | 'backReferences'
  | 'history'
  | 'commits'
  | 'counts'
  | 'sampleRecords'
  | 'attachments'
  | 'attachmentBytes'
  | 'countRows'
  | 'sheetRows'
  | 'referenceTitles'
>;

function readingOf({ desk }: House): Reading {
  return {
    page: (query, offset, limit) => readPage(desk(), query, offset, limit),
    ids: (query) => readIds(desk(), query),
    named: (ledger, field, ids) => readNamed(desk(), ledger, field, ids),
    values: (query, fields) => readValues(desk(), query, fields),
    rows: (ledger, ids) => readRows(desk(), ledger, ids),
    titles: (ledger, ids) => readTitles(desk(), new Map([[ledger, new Set(ids)]])),
    search: (text, limit) => searchHits(desk(), text, limit),
    suggest: (ledger, text, limit) => suggestHits(desk(), ledger, text, limit),
    backReferences: (ledger, id) => readBackReferences(desk(), ledger, id),
    history: (ledger, id) => readHistory(desk().database, desk().ledgers, { ledger, id }),
    commits: (before, limit) => {
      const { commits } = desk().database;
      const range = before === null ? commits.toCollection() : commits.where(':id').below(before);
      return range.reverse().limit(limit).toArray();
    },
    counts: async () => desk().tables.counts(),
    sampleRecords: () => readSampleRecords(desk()),
    attachments: (ledger, id) => readAttachments(desk(), { ledger, id }),
    attachmentBytes: (sha256) => readAttachmentBytes(desk(), sha256),
    countRows: (query) => countRows(desk(), query),
    sheetRows: (query, fields, offset, limit) => readSheetRows(desk(), query, fields, { offset, limit }),
    referenceTitles: (ledger, limit) => readReferenceTitles(desk(), ledger, limit),
  };
}

type Writing = Pick<Storage, 'commit' | 'undo' | 'attach'>;

function writingOf({ desk, queue }: House): Writing {
  return {
    commit: (intent, mutations, context) => queue.run(() => runCommit(desk(), { intent, mutations, context })),
    undo: (seq, context) => queue.run(() => runUndo(desk(), seq, context)),
    attach: (owner, file, context) => queue.run(() => attachFile(desk(), owner, file, context)),
  };
}

/**
 * Puts the storage together. One engine holds one bureau's data: Dexie, the queue of commits, the change log and the
 * ledgers in memory. Nothing is opened before {@link Storage.open}.
 * @param parts IndexedDB, clock, random bytes; the ledgers, by default those of the registry.
 */
export function createEngine(parts: Omit<EngineParts, 'ledgers'> & { readonly ledgers?: readonly Ledger[] }): Storage {
  const house = createHouse({ ...parts, ledgers: parts.ledgers ?? registryLedgers });
  const { closeStage, ...restoring } = createRestoring(house);
  return {
    open: () => house.queue.run(house.open),
    close: () =>
      house.queue.run(async () => {
        closeStage();
        house.close();
      }),
    ...readingOf(house),
    ...writingOf(house),
    ...createImports(house),
    ...createArchiveSource(house),
    ...restoring,
    useCodeTables: async (tables) => house.useCodes(tables),
    codeTables: async () => house.codes(),
    checkIntegrity: () => house.queue.run(() => checkDatabase(house.desk().database, house.ledgers)),
    stateDigest: () => house.queue.run(() => digestState(house.desk().database, house.ledgers)),
  };
}
