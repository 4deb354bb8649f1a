import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm, writeFile, mkdir, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopBridge } from '../../src/shell/contract';
import { desktopPlace, endPlace, startProgram } from './desktop-place';
import { expect, test } from './fixtures';

type InPage = { desktop: DesktopBridge };

/** Every file of a folder with the digest of its content. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

test('an older program on newer data says so, changes nothing and ends', async () => {
  const place = await desktopPlace();
  await mkdir(join(place.data, 'profile'));
  await writeFile(join(place.data, 'profile', 'database'), 'records');
  const stamp = { format: 1, program: '99.0.0', chromium: 999, state: { records: 812, schemaVersion: 7 } };
  await writeFile(join(place.data, 'stamp.json'), JSON.stringify(stamp));
  await chmod(join(place.data, 'profile'), 0o777);
  const before = await contentOf(place.data);
  const program = startProgram(place);
  await program.said(/较新的版本（99\.0\.0）.*没有改动任何内容/);
  program.end();
  expect(await program.exit).toBe(78);
  expect(await contentOf(place.data)).toEqual(before);
  expect((await readdir(place.data)).sort()).toEqual(['profile', 'stamp.json']);
  await endPlace(place);
});

test('the state of the data is remembered outside the database', async ({ page, desk, kill }) => {
  const none = await page.evaluate(() => (globalThis as unknown as InPage).desktop.invoke('lastState', null));
  expect(none.ok).toBe(true);
  const state = { records: 812, schemaVersion: 1 };
  await page.evaluate((to) => (globalThis as unknown as InPage).desktop.invoke('recordState', to), state);
  await kill();
  const stamp: unknown = JSON.parse(readFileSync(join(desk.profile, 'stamp.json'), 'utf8'));
  expect(stamp).toMatchObject({ format: 1, program: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});

test('a stored copy is on the disk whole, is listed and can be read', async ({ page, desk }) => {
  const stored = await page.evaluate(async () => {
    const { desktop } = globalThis as unknown as InPage;
    const bytes = new Uint8Array(300_000).map((_, i) => [0x50, 0x4b][i] ?? i % 251);
    const copy = await desktop.invoke('storeSnapshot', { bytes });
    const list = await desktop.invoke('listSnapshots', null);
    const read = copy.ok ? await desktop.invoke('readSnapshot', { name: copy.value.name }) : null;
    const same = read?.ok === true && read.value.bytes.every((byte, i) => byte === bytes[i]);
    return { copy, newest: list.ok ? list.value[0] : null, same };
  });
  expect(stored.same).toBe(true);
  expect(stored.copy).toMatchObject({ ok: true, value: stored.newest });
  const name = stored.newest?.name ?? '';
  expect(readFileSync(join(desk.profile, 'snapshots', name))).toHaveLength(300_000);
  const empty = await page.evaluate(() =>
    (globalThis as unknown as InPage).desktop.invoke('storeSnapshot', { bytes: new Uint8Array() }),
  );
  expect(empty).toMatchObject({ ok: false, error: { code: 'refused' } });
});

test('where the data folder cannot be written the program says so and ends', async () => {
  const place = await desktopPlace();
  await rm(place.data, { recursive: true });
  await writeFile(place.data, 'a file stands where the folder should be');
  const program = startProgram(place);
  await program.said(/不能写入数据文件夹/);
  program.end();
  expect(await program.exit).toBe(73);
  expect(readFileSync(place.data, 'utf8')).toContain('a file stands');
  await endPlace(place);
});
