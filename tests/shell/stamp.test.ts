import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStamp } from '../../electron/main/stamp-keeper';
import { compareVersions, readStamp, refusal, stampFile } from '../../electron/main/stamp';
import type { Stamp } from '../../electron/main/stamp';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const runtime = { program: '1.2.0', chromium: 130 };
const stamp: Stamp = { format: 1, program: '1.2.0', chromium: 130, state: { records: 7, schemaVersion: 3 } };

describe('versions', () => {
  it('are compared by their numbers', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
    expect(compareVersions('0.9.0', '1.0.0')).toBeLessThan(0);
    expect(compareVersions('1.2', '1.2.0')).toBe(0);
  });
});

describe('the stamp', () => {
  it('lets a program open a new folder, its own and an older one', () => {
    expect(refusal(null, runtime)).toBeNull();
    expect(refusal(stamp, runtime)).toBeNull();
    expect(refusal({ ...stamp, program: '1.1.9', chromium: 128 }, runtime)).toBeNull();
  });

  it.each([{ program: '1.2.1' }, { program: '2.0.0' }, { chromium: 131 }, { format: 2 }])(
    'keeps an older program off newer data: %o',
    (newer) => {
      expect(refusal({ ...stamp, ...newer }, runtime)).toContain('较新的版本');
    },
  );

  it('is refused by its form alone when a later form holds the rest otherwise', () => {
    writeFileSync(stampFile(folder), JSON.stringify({ format: 9, versions: {} }));
    expect(refusal(readStamp(folder), runtime)).toContain('没有改动任何内容');
  });

  it('is read without changing the folder', () => {
    expect(readStamp(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(readStamp(join(folder, 'none'))).toBeNull();
  });

  it('counts as missing where it is spoilt', () => {
    writeFileSync(stampFile(folder), '{"format":');
    expect(readStamp(folder)).toBeNull();
  });

  it('remembers the state of the data through the next start of a newer program', async () => {
    const keeper = await openStamp(folder, readStamp(folder), runtime);
    expect(keeper.lastState()).toBeNull();
    const numbers = [{ prefix: '安司执监检', year: 2026, last: 37 }];
    await Promise.all([
      keeper.recordState({ records: 1, schemaVersion: 1 }),
      keeper.recordState({ records: 812, schemaVersion: 1, numbers }),
    ]);
    const next = await openStamp(folder, readStamp(folder), { program: '1.3.0', chromium: 140 });
    expect(next.lastState()).toEqual({ records: 812, schemaVersion: 1, numbers });
    expect(JSON.parse(readFileSync(stampFile(folder), 'utf8'))).toMatchObject({ program: '1.3.0', chromium: 140 });
    expect(readdirSync(folder)).toEqual(['stamp.json']);
  });
});
