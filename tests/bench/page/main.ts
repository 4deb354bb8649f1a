import { bureauProfile } from '@/domain/workbench';
import { emptyValues } from '@/domain/kernel';
import { countyRuns } from './county';
import { documents } from './documents';
import { context, creations, generateOfficers, must, openStorage } from './desk';
import { measureLists, measureSearch } from './lists';
import { openRaw, rawWrite } from './raw';
import { measureCommit, measureImport, rawRows } from './writes';

const size = 100_000;
const step = 10_000;

/** Fills a new profile with a bureau and its officers, through the storage and beside it into plain IndexedDB. */
async function seed(): Promise<void> {
  const storage = await openStorage();
  const { entities, officers } = generateOfficers(size);
  const profile = {
    ...emptyValues(bureauProfile),
    name: '安澜县司法局',
    shortName: '安澜司法局',
    issuerCode: '安司',
    divisionCode: '620799',
    level: 'county',
    rulePack: 'national-2026',
    person: '测速',
  };
  must(
    await storage.commit(
      { kind: 'setup', label: '测速' },
      [{ op: 'create', ledger: bureauProfile.id, values: profile }],
      { ...context, origin: '620799' },
    ),
  );
  must(await storage.commit({ kind: 'import', label: '测速' }, creations('enforcement-entity', entities), context));
  for (let at = 0; at < size; at += step) {
    const part = creations('enforcement-officer', officers.slice(at, at + step));
    must(await storage.commit({ kind: 'import', label: '测速' }, part, context));
  }
  const raw = await openRaw('raw-list');
  const rows = rawRows(officers);
  for (let at = 0; at < size; at += step) await rawWrite(raw, rows.slice(at, at + step));
  raw.close();
  await storage.close();
}

function openSeededRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('raw-list');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('indexedDB'));
  });
}

async function read() {
  const storage = await openStorage();
  const raw = await openSeededRaw();
  const { entities } = generateOfficers(0);
  const ids = entities.map((entity) => entity.id);
  const figures = [...(await measureLists(storage, raw, ids)), ...(await measureSearch(storage, raw))];
  raw.close();
  await storage.close();
  return figures;
}

const runs = {
  seed,
  read,
  commit: async () => measureCommit(await openStorage()),
  import: async () => measureImport(await openStorage()),
};

declare global {
  interface Window {
    bench: typeof runs;
    benchCounty: typeof countyRuns;
    benchDocuments: typeof documents;
  }
}

window.bench = runs;
window.benchCounty = countyRuns;
window.benchDocuments = documents;
