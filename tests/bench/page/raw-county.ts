/** The application's own database asked by plain IndexedDB, as the baseline of the pages over a county. */

const dataName = /^bureau-\d+$/;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}

/** Opens the database that the application filled, as it is. */
export async function openStored(): Promise<IDBDatabase> {
  const name = (await indexedDB.databases()).find((one) => dataName.test(one.name ?? ''))?.name;
  if (name === undefined) throw new Error('测速中断：没有数据');
  return done(indexedDB.open(name));
}

const counted = ['official-document', 'incoming-document', 'duty-item'];
const read = ['enforcement-officer', 'inspection', 'finding', 'case-file'];

/** The least that a body's page needs: its record, counts of what belongs to it, and the records its figures come from. */
export async function rawBody(database: IDBDatabase, id: string): Promise<number> {
  const stores = ['enforcement-entity', ...counted, ...read];
  const transaction = database.transaction(stores);
  const own = (store: string): IDBIndex => transaction.objectStore(store).index('values.entity');
  const only = IDBKeyRange.only(id);
  const [, ...parts] = await Promise.all([
    done(transaction.objectStore('enforcement-entity').get(id)),
    ...counted.map((store) => done(own(store).count(only))),
    ...read.map(async (store) => (await done(own(store).getAll(only))).length),
  ]);
  return parts.reduce((sum, count) => sum + count, 0);
}

const due = { finding: 'dueOn', 'incoming-document': 'dueOn', 'enforcement-officer': 'validUntil' } as const;
const owing = ['issued', 'rectifying', 'recorded'];

/** The least that the workbench needs: the findings that still run, and counts of what else ends within weeks. */
export async function rawHome(database: IDBDatabase, today: string): Promise<number> {
  const transaction = database.transaction(Object.keys(due));
  const status = transaction.objectStore('finding').index('values.status');
  const soon = IDBKeyRange.bound(today, '2026-12-31');
  const running = await Promise.all(owing.map((state) => done(status.getAll(IDBKeyRange.only(state)))));
  const counts = await Promise.all(
    Object.entries(due).map(([store, field]) =>
      done(transaction.objectStore(store).index(`values.${field}`).count(soon)),
    ),
  );
  return [...counts, ...running.map((rows) => rows.length)].reduce((sum, count) => sum + count, 0);
}

/** A page of 50 findings by the index of their deadline. */
export function rawList(database: IDBDatabase, offset: number): Promise<readonly unknown[]> {
  const index = database.transaction('finding').objectStore('finding').index('values.dueOn');
  const rows: unknown[] = [];
  return new Promise((resolve, reject) => {
    let skipped = offset === 0;
    const request = index.openCursor(null, 'prev');
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || rows.length >= 50) return resolve(rows);
      if (!skipped) {
        skipped = true;
        return cursor.advance(offset);
      }
      rows.push(cursor.value);
      cursor.continue();
    };
  });
}
