import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { judgeImport, roomsRule } from '../../../build/lint/rooms.mjs';

const root = join(import.meta.dirname, '../../..');

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

describe('imports follow the arrows between the rooms', () => {
  it.each([
    ['dexie', 'src/ui/App.vue'],
    ['dexie', 'src/services/records.ts'],
    ['vue', 'src/domain/entity/enforcement-entity.ts'],
    ['node:fs', 'src/storage/engine.ts'],
    ['electron', 'src/shell/electron.ts'],
    ['element-plus', 'src/services/session.ts'],
    ['@e965/xlsx', 'src/ui/views/import/ImportDialog.vue'],
    ['echarts', 'src/ui/views/home/HomePage.vue'],
    ['left-pad', 'src/ui/App.vue'],
    ['@/storage/engine', 'src/ui/App.vue'],
    ['@/services/session', 'src/domain/staff/coverage.ts'],
    ['@/ui/router', 'src/services/session.ts'],
    ['@/exchange/contract', 'src/storage/engine.ts'],
    ['@/storage/contract', 'src/exchange/worker.ts'],
    ['../../src/storage/engine', 'electron/main/index.ts'],
    ['@/domain/registry', 'electron/main/index.ts'],
    ['@/domain/entity/enforcement-entity', 'src/services/records.ts'],
    ['../entity/enforcement-entity', 'src/domain/officer/enforcement-officer.ts'],
  ])('refuses %s in %s', (specifier, file) => {
    expect(judgeImport(specifier, file, false)).toEqual(expect.any(String));
  });

  it.each([
    ['../kernel', 'src/domain/entity/enforcement-entity.ts'],
    ['./rules', 'src/domain/entity/enforcement-entity.ts'],
    ['@/domain/entity', 'src/services/records.ts'],
    ['@/storage/contract', 'src/services/workbench.ts'],
    ['#resources/code-tables/gender.json', 'src/domain/code-tables.ts'],
    ['@/shell/contract', 'electron/main/gate.ts'],
    ['node:path', 'electron/main/window.ts'],
    ['dexie', 'src/storage/schema.ts'],
  ])('allows %s in %s', (specifier, file) => {
    expect(judgeImport(specifier, file, false)).toBeNull();
  });

  it('lets the window take types, and only types, from the contracts of storage and exchange', () => {
    expect(judgeImport('@/storage/contract', 'src/ui/App.vue', true)).toBeNull();
    expect(judgeImport('@/storage/contract', 'src/ui/App.vue', false)).not.toBeNull();
    expect(judgeImport('@/storage/engine', 'src/ui/App.vue', true)).not.toBeNull();
  });
});

describe('the lint rule reports what is refused', () => {
  function refusals(code: string, filename: string): readonly string[] {
    const config = {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser as Linter.Parser },
      plugins: { house: { rules: { rooms: roomsRule } } },
      rules: { 'house/rooms': 'error' as const },
    };
    return new Linter({ cwd: root }).verify(code, [config], join(root, filename)).map((message) => message.message);
  }

  it.each([
    "import { Dexie } from 'dexie';",
    "export { Dexie } from 'dexie';",
    "export * from 'dexie';",
    "const later = import('dexie');",
    "import 'dexie';",
  ])('in %s', (code) => {
    expect(refusals(code, 'src/services/records.ts')).toEqual(['services 不能使用 dexie']);
  });

  it('and stays silent where all is right', () => {
    expect(refusals("import { Dexie } from 'dexie';", 'src/storage/schema.ts')).toEqual([]);
  });
});

describe('the repository speaks of the product only', () => {
  const forbidden = /(^|[^.\w])\/(work|root|farm|tmp)\/|:\/\/registry\.|:\/\/deb\./;

  it('notices a machine path', () => {
    expect(forbidden.test(['see ', 'work', 'main'].join('/'))).toBe(true);
    expect(forbidden.test('a/work/b')).toBe(false);
  });

  it('holds no machine path and no registry host', () => {
    const files = ['src', 'electron', 'build', 'tests', 'resources'].flatMap((folder) =>
      sourceFiles(folder).filter((file) => !file.startsWith('tests/unit/architecture/')),
    );
    const found = files.filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
