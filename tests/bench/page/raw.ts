/** Plain IndexedDB, as the baseline that everything is held against. */

const fields = ['name', 'identityNumber', 'entity', 'certificateNo', 'certificateStatus', 'validUntil'];

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}

/** Opens an empty database with one store that has the indexes a register of officers is asked by. */
export async function openRaw(name: string): Promise<IDBDatabase> {
  await done(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore('rows', { keyPath: 'id' });
    for (const field of fields) store.createIndex(field, `values.${field}`);
  };
  return done(opening);
}

/** Writes rows in one strict transaction. */
export function rawWrite(database: IDBDatabase, rows: readonly unknown[]): Promise<void> {
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('rows');
  for (const row of rows) store.put(row);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'));
  });
}

/** A page of rows by one index, with the count of the range: the least that a list could do. */
export async function rawPage(
  database: IDBDatabase,
  index: string,
  { range, offset, limit }: { range: IDBKeyRange | null; offset: number; limit: number },
): Promise<{ readonly total: number; readonly rows: readonly unknown[] }> {
  const source = database.transaction('rows').objectStore('rows').index(index);
  const counted = done(source.count(range ?? undefined));
  const rows: unknown[] = [];
  const read = new Promise<void>((resolve, reject) => {
    let skipped = offset === 0;
    const request = source.openCursor(range);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || rows.length >= limit) return resolve();
      if (!skipped) {
        skipped = true;
        return cursor.advance(offset);
      }
      rows.push(cursor.value);
      cursor.continue();
    };
  });
  const [total] = await Promise.all([counted, read]);
  return { total, rows };
}
