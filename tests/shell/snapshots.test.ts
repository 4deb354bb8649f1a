import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clearUnfinished,
  copiesToRemove,
  listSnapshots,
  readSnapshot,
  snapshotName,
  snapshotTime,
  storeSnapshot,
} from '../../electron/main/snapshots';
import type { Snapshot } from '../../electron/main/snapshots';
import { leavesRoom, spaceFloor } from '../../electron/main/disk-space';
import { shellContract } from '../../src/shell/contract';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const copyOf = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => [0x50, 0x4b][i] ?? i % 251);
const at = (day: number): Date => new Date(2026, 2, day, 8, 30, 0);
const info = (day: number, size: number): Snapshot => ({
  name: snapshotName(at(day), 0),
  createdAt: snapshotTime(snapshotName(at(day), 0)) ?? '',
  size,
});
const days = (from: number, to: number, size: number): Snapshot[] =>
  Array.from({ length: to - from + 1 }, (_, i) => info(from + i, size));

describe('the name of a copy', () => {
  it('tells local time and fits the contract', () => {
    expect(snapshotName(at(5), 0)).toBe('copy-20260305-083000.sdz');
    expect(snapshotTime('copy-20260305-083000-2.sdz')).toBe('2026-03-05T08:30:00');
    expect(shellContract.readSnapshot.request.safeParse({ name: snapshotName(at(5), 11) }).success).toBe(true);
    expect(snapshotTime('note.txt')).toBeNull();
  });
});

describe('keeping copies', () => {
  it('lets the oldest go beyond ten', () => {
    expect(copiesToRemove(days(1, 10, 1000))).toEqual([]);
    expect(copiesToRemove(days(1, 12, 1000)).map((copy) => copy.createdAt.slice(8, 10))).toEqual(['02', '01']);
  });

  it('never lets copies of an emptied database push out the last rich one', () => {
    const copies = [info(1, 900), info(2, 1000), ...days(3, 14, 10)];
    const removed = copiesToRemove(copies).map((copy) => copy.createdAt.slice(8, 10));
    expect(removed).not.toContain('02');
    expect(removed).toContain('01');
  });

  it('lets the rich one go when newer ones are as good', () => {
    expect(copiesToRemove([info(1, 1000), ...days(2, 11, 800)])).toHaveLength(1);
  });

  it('stores, lists newest first and reads back the same bytes', async () => {
    await storeSnapshot(folder, copyOf(5000), at(1));
    await storeSnapshot(folder, copyOf(6000), at(2));
    const second = await storeSnapshot(folder, copyOf(7000), at(2));
    expect(second).toMatchObject({ ok: true, value: { name: 'copy-20260302-083000-1.sdz', size: 7000 } });
    const names = (await listSnapshots(folder)).map((copy) => copy.name);
    expect(names).toEqual(['copy-20260302-083000-1.sdz', 'copy-20260302-083000.sdz', 'copy-20260301-083000.sdz']);
    const read = await readSnapshot(folder, 'copy-20260301-083000.sdz');
    expect(read).toEqual({ ok: true, value: { name: 'copy-20260301-083000.sdz', bytes: copyOf(5000) } });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keeps ten on the disk', async () => {
    for (let day = 1; day <= 12; day += 1) await storeSnapshot(folder, copyOf(100), at(day));
    expect(readdirSync(folder)).toHaveLength(10);
    expect((await listSnapshots(folder))[0]?.createdAt).toBe('2026-03-12T08:30:00');
  });

  it.each([new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('not a copy')])(
    'refuses what is no copy and keeps the others',
    async (bytes) => {
      await storeSnapshot(folder, copyOf(100), at(1));
      expect(await storeSnapshot(folder, bytes, at(2))).toMatchObject({ ok: false, error: { code: 'refused' } });
      expect(await listSnapshots(folder)).toHaveLength(1);
    },
  );

  it('says so where the folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await storeSnapshot(join(folder, 'file'), copyOf(10), at(1))).toMatchObject({
      ok: false,
      error: { code: 'unwritable' },
    });
  });

  it('clears away what an interrupted start left, and nothing else', async () => {
    for (const name of ['.copy-20260301-083000.sdz.aa.part', 'copy-20260301-083000.sdz', '.hidden', 'x.part']) {
      writeFileSync(join(folder, name), 'PK');
    }
    await clearUnfinished(folder);
    expect(readdirSync(folder).sort()).toEqual(['.hidden', 'copy-20260301-083000.sdz', 'x.part']);
    await clearUnfinished(join(folder, 'none'));
  });

  it('follows no link and lists no folder', async () => {
    writeFileSync(join(folder, 'secret'), 'x');
    symlinkSync(join(folder, 'secret'), join(folder, 'copy-20260301-083000.sdz'));
    mkdirSync(join(folder, 'copy-20260302-083000.sdz'));
    expect(await listSnapshots(folder)).toEqual([]);
    expect(await readSnapshot(folder, 'copy-20260301-083000.sdz')).toMatchObject({ ok: false });
    expect(await readSnapshot(folder, '../secret')).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await readSnapshot(folder, 'copy-20260309-083000.sdz')).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });
});

describe('disk space', () => {
  it('is kept above the floor', () => {
    expect(leavesRoom(spaceFloor + 10, 10)).toBe(true);
    expect(leavesRoom(spaceFloor + 10, 11)).toBe(false);
    expect(leavesRoom(null, 11)).toBe(true);
  });
});
