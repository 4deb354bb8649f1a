import { expect, it } from 'vitest';
import { shippedSheets, type ScoringSheet } from '@/domain/file-review';
import { exportSheets, importSheets, planSheetImport } from '@/services/review-sheet-files';
import { offeredSheets, removeSheet, saveSheet } from '@/services/review-sheets';
import type { Workbench } from '@/services/workbench';
import type { Shell } from '@/shell/contract';
import { valueOf } from './desk';
import { openDocumentDesk } from './document-desk';

interface Held {
  readonly bench: Workbench;
  saved: { name: string; bytes: Uint8Array } | null;
}

/** A desk whose shell keeps what was saved and hands it out again. */
async function desk(): Promise<Held> {
  const held: { saved: Held['saved'] } = { saved: null };
  const shell: Partial<Shell> = {
    saveFile: ({ name, bytes }) => {
      held.saved = { name, bytes };
      return Promise.resolve({ ok: true, value: { name } });
    },
    openFile: () => Promise.resolve({ ok: true, value: held.saved }),
  };
  const { bench } = await openDocumentDesk();
  return Object.assign(held, { bench: { ...bench, shell: { ...bench.shell, ...shell } } });
}

function shipped(): ScoringSheet {
  const [sheet] = shippedSheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

async function own(bench: Workbench) {
  const found = (await offeredSheets(bench)).filter(({ row }) => row !== null);
  return found.map(({ row, sheet }) => ({ row, sheet }));
}

it('a bureau’s scoring sheets go out into a file and come back whole, after saying what will be added and replaced', async () => {
  const held = await desk();
  const { bench } = held;
  const bands = shipped().bands.map((band) => (band.grade === 'excellent' ? { ...band, from: 92 } : band));
  valueOf(await saveSheet(bench, null, { ...shipped(), name: '本县标准', bands }));
  valueOf(await saveSheet(bench, null, { ...shipped(), name: '许可标准', kinds: ['license'] }));
  const before = await own(bench);
  const exported = await exportSheets(
    bench,
    before.map(({ sheet }) => sheet),
  );
  expect(exported).toEqual({ ok: true, value: '评分标准20261122.sds' });
  const gone = before.find(({ sheet }) => sheet.name === '许可标准')?.row;
  if (!gone) throw new Error('no sheet');
  valueOf(await removeSheet(bench, gone));
  const plan = valueOf(await planSheetImport(bench));
  if (!plan) throw new Error('no plan');
  expect(plan).toMatchObject({ bureau: '安澜县司法局', exportedOn: '2026-11-22' });
  expect(plan.added.map((sheet) => sheet.name)).toEqual(['许可标准']);
  expect(plan.replaced.map(({ item }) => item.name)).toEqual(['本县标准']);
  expect(await own(bench)).toHaveLength(1);
  expect(await importSheets(bench, plan)).toEqual({ ok: true, value: 2 });
  const after = (await own(bench)).map(({ sheet }) => ({ ...sheet, id: '' }));
  expect(after).toEqual(before.map(({ sheet }) => ({ ...sheet, id: '' })));
});

it('a file that is none, is newer, is broken, does not add up or names unknown grades is refused with sentences', async () => {
  const held = await desk();
  const says = async (text: string): Promise<readonly string[]> => {
    held.saved = { name: '标准.sds', bytes: new TextEncoder().encode(text) };
    const plan = await planSheetImport(held.bench);
    return plan.ok ? [] : plan.error;
  };
  const mark = {
    format: 'supervision-desk-scoring-sheets',
    version: 1,
    exportedOn: '2026-11-22',
    bureau: '甲县司法局',
  };
  const sheet = { ...shipped(), name: '甲县标准' };
  const file = (change: object): string => JSON.stringify({ ...mark, sheets: [sheet], ...change });
  const foreign = '这不是评分标准文件，请选择由工作台“导出标准”得到的 .sds 文件';
  expect(await says('不是标准')).toEqual([foreign]);
  expect(await says(file({ format: 'supervision-desk-kinds' }))).toEqual([foreign]);
  expect(await says(file({ version: 2 }))).toEqual([
    '这个评分标准文件由更新版本的工作台导出，请先升级本机的工作台再导入',
  ]);
  expect(await says(file({ sheets: [] }))).toEqual(['评分标准文件不完整，请重新导出后再导入']);
  const torn = '“半个”的内容不完整或者被改坏了，请从原来的工作台重新导出';
  expect(await says(file({ sheets: [{ name: '半个' }] }))).toEqual([torn]);
  const short = { ...sheet, total: 90 };
  expect((await says(file({ sheets: [short] })))[0]).toContain('“甲县标准”：各项分值合计100分，与总分90分不符');
  expect((await says(file({ sheets: [sheet, sheet] })))[0]).toContain('两个名为“甲县标准”的评分标准');
  expect((await says(file({ sheets: [shipped()] })))[0]).toContain('与通用标准同名');
  const graded = { ...sheet, bands: sheet.bands.map((band, at) => (at === 0 ? { ...band, grade: 'super' } : band)) };
  expect((await says(file({ sheets: [graded] })))[0]).toContain('本机没有编号为“super”的等次');
  expect((await says(file({ sheets: [{ ...sheet, kinds: ['x'] }] })))[0]).toContain('案卷类型');
  expect(await says(file({}))).toEqual([]);
  expect(await own(held.bench)).toEqual([]);
});
