import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './whole-file';

const settingsSchema = z.object({
  /** Zoom of the page in percent. */
  zoom: z.number().int().min(80).max(200).catch(100),
  /** Place and size of the window in screen points; null before the first start. */
  window: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number().min(1),
      height: z.number().min(1),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
});

/** What the window remembers from one start to the next. */
export type Settings = z.infer<typeof settingsSchema>;

/** Keeps the settings and writes each change. */
export interface SettingsKeeper {
  get(): Settings;
  /** Resolves when the change has been written, or could not be: a lost window position harms nobody. */
  change(part: Partial<Settings>): Promise<void>;
  /** Resolves when every change so far has been written. */
  settled(): Promise<void>;
}

/** Reads settings; what is missing or spoilt falls back to its default. */
export function readSettings(text: string | null): Settings {
  let value: unknown = {};
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    // A spoilt file is replaced at the next change.
  }
  const settings = settingsSchema.safeParse(value);
  return settings.success ? settings.data : { zoom: 100, window: null };
}

/** Opens the settings of a data folder. */
export function openSettings(folder: string): SettingsKeeper {
  const file = join(folder, 'settings.json');
  let text: string | null = null;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // First start.
  }
  let settings = readSettings(text);
  let writing: Promise<void> = Promise.resolve();
  return {
    get: () => settings,
    settled: () => writing,
    change(part) {
      settings = { ...settings, ...part };
      writing = writing
        .then(() => writeWhole(file, `${JSON.stringify(settings, null, 2)}\n`))
        .catch(() => console.warn('settings: not written'));
      return writing;
    },
  };
}
