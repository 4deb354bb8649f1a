import { describe, expect, test } from 'vitest';
import { defineLedger, field, type ImportRow, type ImportSink } from '@/domain/kernel';
import type { Progress } from '@/exchange/contract';
import { createWorkbookSession, suggestMapping, type WorkbookSession } from '@/exchange/workbook/read';
import type { Work } from '@/exchange/work';
import { makeSheet } from '../../fixtures/workbooks/make';

const ledger = defineLedger({
  id: 'sample',
  noun: '样例',
  title: '样例',
  purpose: '测试',
  fields: {
    name: field.text({ label: '单位名称' }),
    staff: field.integer({ label: '人数' }),
    founded: field.date({ label: '成立日期' }),
  },
  titleFields: ['name'],
  naturalKeys: [],
});

function startWork(onProgress: (progress: Progress) => void = () => undefined) {
  const controller = new AbortController();
  const work: Work = { signal: controller.signal, onProgress };
  return { work, cancel: () => controller.abort() };
}

/** A sink that takes its time, and remembers how many pieces were on their way at once. */
function slowSink() {
  const pieces: (readonly ImportRow[])[] = [];
  let onTheWay = 0;
  let most = 0;
  const sink: ImportSink = {
    async addRows(_, rows) {
      onTheWay += 1;
      most = Math.max(most, onTheWay);
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      pieces.push(rows);
      onTheWay -= 1;
    },
  };
  return { sink, pieces, most: () => most };
}

async function openList(rows: readonly (readonly (string | number | null)[])[]): Promise<WorkbookSession> {
  const session = createWorkbookSession();
  const opened = await session.open(makeSheet(rows), '名单.xlsx', startWork().work);
  expect(opened.ok).toBe(true);
  return session;
}

function originOf(session: WorkbookSession) {
  const table = session.tables('Sheet1')[0];
  if (!table) throw new Error('no table found');
  return { sheet: 'Sheet1', table, mapping: suggestMapping(ledger, table.columns) };
}

const header = ['序号', '单位名称', '人数', '成立日期', '备注'];

describe('rows are handed to the storage', () => {
  test('in pieces of 1,000, in order, at most two on their way, with progress', async () => {
    const rows = Array.from({ length: 3500 }, (_, at) => [at + 1, `单位${at}`, at, '2024.3.5', null]);
    const session = await openList([header, ...rows]);
    const { sink, pieces, most } = slowSink();
    const done: number[] = [];
    const { work } = startWork((progress) => done.push(progress.done));
    const sent = await session.send(originOf(session), { planId: 'p', ledger, codes: {}, sink }, work);
    expect(sent).toEqual({ ok: true, value: { rows: 3500 } });
    expect(pieces.map((piece) => piece.length)).toEqual([1000, 1000, 1000, 500]);
    expect(pieces.flat().map((row) => row.sheetRow)).toEqual(rows.map((_, at) => at + 2));
    expect(most()).toBeLessThanOrEqual(2);
    expect(done).toEqual([1000, 2000, 3000, 3500]);
  });

  test('as values of the mapped fields, with what could not be read and all cells as text', async () => {
    const session = await openList([
      header,
      [1, '甲局', '三', '2024年3月', '新'],
      ['合计', null, 3, null, null],
      [2, '乙局', 5, '2024年3月5日', null],
    ]);
    const { sink, pieces } = slowSink();
    await session.send(originOf(session), { planId: 'p', ledger, codes: {}, sink }, startWork().work);
    expect(pieces.flat()).toEqual([
      {
        sheetRow: 2,
        values: { name: '甲局' },
        problems: [
          { field: 'staff', column: 2, text: '三', message: expect.stringMatching(/“三”不是数字/) },
          { field: 'founded', column: 3, text: '2024年3月', message: expect.stringMatching(/日期缺少“日”/) },
        ],
        cells: ['1', '甲局', '三', '2024年3月', '新'],
      },
      {
        sheetRow: 4,
        values: { name: '乙局', staff: 5, founded: '2024-03-05' },
        problems: [],
        cells: ['2', '乙局', '5', '2024年3月5日'],
      },
    ]);
  });

  test('until the person cancels: no further piece is sent', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [at + 1, `单位${at}`, at, null, null]);
    const session = await openList([header, ...rows]);
    const { sink, pieces } = slowSink();
    const { work, cancel } = startWork((progress) => progress.done === 2000 && cancel());
    const sent = await session.send(originOf(session), { planId: 'p', ledger, codes: {}, sink }, work);
    expect(sent).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(pieces).toHaveLength(2);
  });

  test('a failure of the storage is passed on', async () => {
    const session = await openList([header, [1, '甲局', 3, null, null]]);
    const sink: ImportSink = { addRows: () => Promise.reject(new Error('storage is gone')) };
    const sending = session.send(originOf(session), { planId: 'p', ledger, codes: {}, sink }, startWork().work);
    await expect(sending).rejects.toThrow('storage is gone');
  });
});

describe('one workbook is open at a time', () => {
  test('opening can be cancelled and leaves nothing open', async () => {
    const session = createWorkbookSession();
    const { work, cancel } = startWork();
    const opening = session.open(makeSheet([header]), 'a.xlsx', work);
    cancel();
    expect(await opening).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(() => session.tables('Sheet1')).toThrow();
  });

  test('the first rows can be looked at, every row as wide as the widest', async () => {
    const session = await openList([['名单'], header, [1, '甲局', 3, null, null]]);
    expect(session.preview('Sheet1', 2)).toEqual([['名单', '', '', '', ''], header]);
    session.close();
    expect(() => session.preview('Sheet1', 2)).toThrow();
  });
});
