import type { App } from 'electron';
import { join } from 'node:path';

/** Name of the program for the system and of its data folder. It never changes: another name would hide the data. */
export const programName = 'supervision-desk';

/** Where things are kept. */
export interface DataFolder {
  /** The data folder of this user. */
  readonly root: string;
  /** What Chromium keeps, with the database. */
  readonly profile: string;
  /** Full copies of the data. */
  readonly copies: string;
}

/**
 * Finds the data folder.
 *
 * @param appData the system's folder for the data of applications
 * @param other another folder, which only builds for tests may name
 */
export function dataFolder(appData: string, other: string | undefined): DataFolder {
  const root = other ?? join(appData, programName);
  return { root, profile: join(root, 'profile'), copies: join(root, 'snapshots') };
}

/** Tells Electron the name and the folders. Before anything that could open the profile. */
export function useDataFolder(app: App, folder: DataFolder): void {
  app.setName(programName);
  app.setPath('userData', folder.root);
  app.setPath('sessionData', folder.profile);
}
