/** Whether Chromium keeps the data also when the disk runs short; null where it does not say. */
export type Persistence = boolean | null;

/** Asks Chromium not to clear the data by itself. It may refuse; copies are kept all the same. */
export async function askPersistence(): Promise<Persistence> {
  try {
    return await navigator.storage.persist();
  } catch {
    return null;
  }
}

/** What Chromium has answered, without asking again. */
export async function knownPersistence(): Promise<Persistence> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}
