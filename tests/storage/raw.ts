/** Everything in a database, by store and key, read without Dexie. */
export async function dump(
  indexedDB: IDBFactory,
  name: string,
): Promise<{ version: number; stores: Record<string, unknown> }> {
  const database = await openRaw(indexedDB, name);
  const stores: Record<string, unknown> = {};
  for (const store of [...database.objectStoreNames].sort()) {
    const objects = database.transaction(store).objectStore(store);
    stores[store] = [await settled(objects.getAllKeys()), await settled(objects.getAll())];
  }
  const { version } = database;
  database.close();
  return { version, stores };
}

/** Opens a database natively; with a version, makes or upgrades it. */
export function openRaw(
  indexedDB: IDBFactory,
  name: string,
  version?: number,
  upgrade?: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade?.(request.result);
  return settled(request);
}

/** A request as a promise. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

/** Changes a store natively, behind the back of the application. */
export async function tamper(
  indexedDB: IDBFactory,
  name: string,
  store: string,
  change: (objects: IDBObjectStore) => void | Promise<void>,
): Promise<void> {
  const database = await openRaw(indexedDB, name);
  const transaction = database.transaction(store, 'readwrite');
  await change(transaction.objectStore(store));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('failed'));
  });
  database.close();
}
