import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rememberedSeries } from '../../src/shell/contract';
import { writeWhole } from './whole-file';

/** Form of the stamp file itself. */
const stampFormat = 1;

/** Only the form's number is needed of a stamp: a later form may hold the rest otherwise, and is refused by its number. */
const stampSchema = z.object({
  format: z.number().int(),
  /** Newest version of the program that used this folder, 1.2.3. */
  program: z.string().catch('未知'),
  /** Newest main version of Chromium that used it: an older one may throw away the database of a newer one. */
  chromium: z.number().int().catch(0),
  /** What the page last said of its database. */
  state: z
    .object({
      records: z.number().int(),
      schemaVersion: z.number().int(),
      numbers: z.array(rememberedSeries).optional().catch(undefined),
    })
    .nullable()
    .catch(null),
});

/** What the data folder remembers outside Chromium's database. */
export type Stamp = z.infer<typeof stampSchema>;

/** What is about to open the data folder. */
export interface Runtime {
  readonly program: string;
  readonly chromium: number;
}

/** The stamp's file in a data folder. */
export function stampFile(folder: string): string {
  return join(folder, 'stamp.json');
}

/**
 * Reads the stamp without changing anything. Synchronous: it comes before everything else.
 *
 * @returns null where there is none yet or it cannot be read
 */
export function readStamp(folder: string): Stamp | null {
  try {
    const stamp = stampSchema.safeParse(JSON.parse(readFileSync(stampFile(folder), 'utf8')));
    return stamp.success ? stamp.data : null;
  } catch {
    return null;
  }
}

/** Writes the stamp whole. */
export async function writeStamp(folder: string, stamp: Stamp): Promise<void> {
  await writeWhole(stampFile(folder), `${JSON.stringify(stamp, null, 2)}\n`);
}

/** Compares versions 1.2.3 by their numbers: negative where a is older. Parts that are no numbers count as 0. */
export function compareVersions(a: string, b: string): number {
  const parts = (text: string): number[] =>
    text
      .split(/[.+-]/)
      .slice(0, 3)
      .map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Says why a program must keep off a data folder, in words for a person; null where it may open it.
 *
 * @param stamp what the folder remembers, null for a new one
 */
export function refusal(stamp: Stamp | null, runtime: Runtime): string | null {
  if (stamp === null) return null;
  const newer =
    stamp.format > stampFormat ||
    compareVersions(runtime.program, stamp.program) < 0 ||
    runtime.chromium < stamp.chromium;
  if (!newer) return null;
  return (
    `这台电脑上的数据由较新的版本（${stamp.program}）使用过，现在打开的是较旧的版本（${runtime.program}）。` +
    '为了不损坏数据，程序没有打开，也没有改动任何内容。请安装并使用较新的版本。'
  );
}

/** The stamp after a program has opened the folder: the newest of both. */
export function stampAfter(stamp: Stamp | null, runtime: Runtime): Stamp {
  return { format: stampFormat, program: runtime.program, chromium: runtime.chromium, state: stamp?.state ?? null };
}
