/** What stands under a database's name. */
export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present'; readonly schemaVersion: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

function failureName(error: unknown): string {
  return error instanceof Error ? error.name : 'UnknownError';
}

function declaredVersion(database: IDBDatabase): Promise<number> {
  if (!database.objectStoreNames.contains('meta')) return Promise.resolve(0);
  return new Promise((resolve, reject) => {
    const request = database.transaction('meta', 'readonly').objectStore('meta').get('schema');
    request.onerror = () => reject(request.error ?? new Error('read failed'));
    request.onsuccess = () => {
      const row = request.result as { readonly version?: unknown } | undefined;
      resolve(typeof row?.version === 'number' ? row.version : 0);
    };
  });
}

/**
 * Reads the version of a database's data without Dexie and without changing anything: opened without a version, and
 * where the database does not exist its creation is aborted. Dexie numbers native versions in tens; the larger of that
 * and the number written inside counts.
 */
export function readStanding(indexedDB: IDBFactory, name: string): Promise<Standing> {
  return new Promise((resolve) => {
    let absent = false;
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onblocked = () => resolve({ kind: 'unreadable', reason: 'blocked' });
    request.onerror = (event) => {
      event.preventDefault();
      resolve(absent ? { kind: 'absent' } : { kind: 'unreadable', reason: failureName(request.error) });
    };
    request.onsuccess = () => {
      const database = request.result;
      const native = Math.floor(database.version / 10);
      declaredVersion(database).then(
        (declared) => {
          database.close();
          resolve({ kind: 'present', schemaVersion: Math.max(native, declared) });
        },
        (error: unknown) => {
          database.close();
          resolve({ kind: 'unreadable', reason: failureName(error) });
        },
      );
    };
  });
}
