const storageKey = 'supervision-desk.last-copy';

/** Moment in milliseconds of the last copy that the person saved to a file on this computer; null where none is known. */
export function recallCopy(): number | null {
  try {
    const moment = Number(localStorage.getItem(storageKey) ?? Number.NaN);
    return Number.isFinite(moment) ? moment : null;
  } catch {
    return null;
  }
}

/** Remembers the moment in milliseconds at which a copy was saved to a file. */
export function rememberCopy(at: number): void {
  try {
    localStorage.setItem(storageKey, String(at));
  } catch {
    // The status bar then goes by the snapshots alone.
  }
}
