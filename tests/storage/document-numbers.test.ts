import { describe, expect, it } from 'vitest';
import { officialDocument, readNumberText, type DocumentNumber } from '@/domain/document';
import type { ImportRow, LedgerRow, Values } from '@/domain/kernel';
import { swapToCopy, undoLastRestore } from '@/services/backup';
import {
  enterNumbers,
  findNumber,
  nextNumber,
  numberSeries,
  reserveNumbers,
  voidNumber,
} from '@/services/document-numbers';
import { signDocument } from '@/services/document-signing';
import { editRecords, removeRecords, restoreRecords, saveRecord, undoCommit } from '@/services/records';
import { rememberState } from '@/services/remembered-state';
import { addSampleData, removeSampleData } from '@/services/sample-data';
import type { Workbench } from '@/services/workbench';
import type { ShellRequest } from '@/shell/contract';
import { copyOf, stage } from './copies';
import { errorOf, valueOf } from './desk';
import { approved, benchOn, openDocumentDesk, opened, order, serials, series, signed } from './document-desk';

async function lastCommit(bench: Workbench): Promise<number> {
  return (await bench.storage.commits(null, 1))[0]?.seq ?? 0;
}

const old: Values = {
  title: '关于开展案卷评查的通知',
  kindName: '案卷评查通知',
  status: 'recorded',
  signedOn: '2026-03-01',
};

describe('reading numbers', () => {
  it('takes them in however they are written, and prints them in the one right way', async () => {
    for (const text of [
      '安司执监检〔2026〕1号',
      '安司执监检[2026]1号',
      '安司执监检（2026）第01号',
      ' 安司执监检【2026】 001 号',
      '安司执监检［２０２６］１',
      '安司执监检﹝2026年﹞第1号',
    ]) {
      expect(valueOf(readNumberText(text))).toEqual({ prefix: '安司执监检', year: 2026, serial: 1 });
    }
    for (const [text, says] of [
      ['安司执监检26年1号', '看不出'],
      ['安司执监检〔26〕1号', '四位'],
      ['安司执监检〔2026〕0号', '不编虚位'],
      ['安司执监检〔1926〕1号', '1990至2100'],
      ['〔2026〕1号', '看不出'],
    ] as const) {
      expect(errorOf(readNumberText(text))).toContain(says);
    }
  });
});

describe('a series', () => {
  it('goes on after the highest number taken and never fills a gap by itself', async () => {
    const { bench } = await openDocumentDesk();
    expect(await nextNumber(bench, series.prefix, 2026)).toBe(1);
    valueOf(await enterNumbers(bench, { ...series, from: 1, to: 37, status: 'elsewhere', reason: '此前纸质登记已用' }));
    expect((await signed(bench)).values.number).toBe('安司执监意〔2026〕38号');
    await signed(bench, 41);
    expect(await nextNumber(bench, series.prefix, 2026)).toBe(42);
    expect(await nextNumber(bench, series.prefix, 2027)).toBe(1);
    const [known] = await numberSeries(bench);
    expect(known).toMatchObject({ last: 41, used: 2, elsewhere: 37, gaps: [{ from: 39, to: 40 }] });
    valueOf(await enterNumbers(bench, { ...series, from: 39, to: 40, status: 'void', reason: '登记时跳号' }));
    expect((await numberSeries(bench))[0]).toMatchObject({ gaps: [], voided: [{ from: 39, to: 40 }] });
  });

  it('reserves blocks, uses and voids reserved numbers with their reasons', async () => {
    const { bench } = await openDocumentDesk();
    await signed(bench);
    valueOf(await reserveNumbers(bench, series, 3, '专项督查预留'));
    expect(await serials(bench)).toEqual(['1 used', '2 reserved', '3 reserved', '4 reserved']);
    expect((await signed(bench, 3)).values.number).toBe('安司执监意〔2026〕3号');
    expect((await signed(bench)).values.number).toBe('安司执监意〔2026〕5号');
    const reserved = await findNumber(bench, { ...series, serial: 2 });
    const used = await findNumber(bench, { ...series, serial: 1 });
    if (!reserved || !used) throw new Error('no numbers');
    expect(errorOf(await voidNumber(bench, reserved, ' '))).toMatchObject([{ field: 'reason' }]);
    valueOf(await voidNumber(bench, reserved, '督查取消'));
    expect(errorOf(await voidNumber(bench, used, '试试'))[0]?.message).toContain('请打开那份文书办理作废');
    expect(errorOf(await signDocument(bench, await approved(bench), order(2)))[0]?.message).toContain('已作废');
  });

  it('gives two people who reserve at once different blocks', async () => {
    const { bench } = await openDocumentDesk();
    const other = await benchOn(bench.storage);
    const done = await Promise.all([reserveNumbers(bench, series, 5, '甲'), reserveNumbers(other, series, 5, '乙')]);
    expect(done.every((answer) => answer.ok)).toBe(true);
    expect(await serials(bench)).toHaveLength(10);
  });

  it('tells bad input at its field and enters nothing of a block that meets a taken number', async () => {
    const { bench } = await openDocumentDesk();
    await signed(bench);
    const block = { ...series, from: 1, to: 3, status: 'elsewhere', reason: '纸质' } as const;
    expect(errorOf(await enterNumbers(bench, block))).toMatchObject([
      { field: 'serial', message: expect.stringContaining('本次没有登记') },
    ]);
    expect(await serials(bench)).toEqual(['1 used']);
    const wrong = [
      [{ ...block, prefix: ' ' }, 'prefix'],
      [{ ...block, year: 26 }, 'year'],
      [{ ...block, reason: '' }, 'reason'],
      [{ ...block, from: 5, to: 4 }, 'to'],
      [{ ...block, from: 0 }, 'to'],
      [{ ...block, to: 501 }, 'to'],
    ] as const;
    for (const [asked, field] of wrong) expect(errorOf(await enterNumbers(bench, asked))).toMatchObject([{ field }]);
    expect(errorOf(await reserveNumbers(bench, series, 0, '无'))).toMatchObject([{ field: 'count' }]);
  });
});

describe('numbers stay taken', () => {
  it('whether they are removed, purged or undone', async () => {
    const { bench } = await openDocumentDesk();
    valueOf(await reserveNumbers(bench, series, 2, '预留'));
    const seq = await lastCommit(bench);
    expect(errorOf(await undoCommit(bench, seq))).toMatchObject({ message: expect.stringContaining('不能删除或撤销') });
    const [row] = (await bench.storage.page({ ledger: 'document-number' }, 0, 1))
      .rows as readonly LedgerRow<DocumentNumber>[];
    const remove = { op: 'remove', ledger: 'document-number', id: row?.id ?? '' } as const;
    const intent = { kind: 'remove', label: '删除' } as const;
    expect((await bench.storage.commit(intent, [remove], bench.session.context())).ok).toBe(false);
    const purge = [remove, { ...remove, op: 'purge' }] as const;
    expect((await bench.storage.commit(intent, purge, bench.session.context())).ok).toBe(false);
    expect(await serials(bench)).toEqual(['1 reserved', '2 reserved']);
  });

  it('while the sample data may go, numbers and all', async () => {
    const { bench, desk } = await openDocumentDesk();
    valueOf(await addSampleData(bench));
    const values = { ...series, serial: 1, status: 'reserved', takenOn: '2026-11-22', takenBy: '示例', reason: '示例' };
    const create = { op: 'create', ledger: 'document-number', values } as const;
    valueOf(await desk.storage.commit({ kind: 'sample-data', label: '示例' }, [create], bench.session.context(true)));
    valueOf(await removeSampleData(bench));
    expect(await serials(bench)).toEqual([]);
  });
});

describe('a document recorded afterwards', () => {
  it('enters its number, which is then never issued', async () => {
    const { bench } = await openDocumentDesk();
    const number = '安司执监意[2026]第07号';
    const saved = valueOf(
      await saveRecord(bench, { ledger: officialDocument, base: null, values: { ...old, number } }),
    );
    expect(saved.count).toBe(1);
    expect(saved.rows[0]?.values).toMatchObject({ number: '安司执监意〔2026〕7号' });
    expect(await serials(bench)).toEqual(['7 elsewhere']);
    expect((await signed(bench)).values.number).toBe('安司执监意〔2026〕8号');
    expect(errorOf(await signDocument(bench, await approved(bench), order(7)))[0]?.message).toContain('已被取用');
  });

  it('is refused a number that a signed or another recorded document bears, or that is void', async () => {
    const { bench } = await openDocumentDesk();
    await signed(bench);
    valueOf(await enterNumbers(bench, { ...series, from: 2, to: 2, status: 'void', reason: '写坏' }));
    const record = (number: string) =>
      saveRecord(bench, { ledger: officialDocument, base: null, values: { ...old, number } });
    expect(errorOf(await record('安司执监意(2026)1号'))).toMatchObject({ kind: 'duplicate' });
    const message = expect.stringContaining('已作废（写坏）') as string;
    expect(errorOf(await record('安司执监意〔2026〕2号'))).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'number', message }],
    });
    expect(errorOf(await record('看不懂'))).toMatchObject({ kind: 'invalid', problems: [{ field: 'number' }] });
    expect(await serials(bench)).toEqual(['1 used', '2 void']);
  });

  it('takes its place among numbers used on paper or reserved, leaves it when corrected, and takes it again', async () => {
    const { bench } = await openDocumentDesk();
    valueOf(await enterNumbers(bench, { ...series, from: 1, to: 2, status: 'elsewhere', reason: '此前纸质登记已用' }));
    valueOf(await reserveNumbers(bench, series, 1, '给办公室手写'));
    const values = { ...old, number: '安司执监意〔2026〕1号' };
    const [row] = valueOf(await saveRecord(bench, { ledger: officialDocument, base: null, values })).rows;
    const id = row?.id ?? '';
    const bearer = async (serial: number) => (await findNumber(bench, { ...series, serial }))?.values;
    expect(await bearer(1)).toMatchObject({ status: 'elsewhere', document: id, reason: '此前纸质登记已用' });
    valueOf(await editRecords(bench, officialDocument, [id], { number: '安司执监意〔2026〕3号' }));
    expect(await bearer(1)).toMatchObject({ status: 'elsewhere', document: null });
    expect(await bearer(3)).toMatchObject({ status: 'elsewhere', document: id, reason: '给办公室手写' });
    valueOf(await removeRecords(bench, officialDocument, [id]));
    expect(await bearer(3)).toMatchObject({ status: 'elsewhere', document: null });
    valueOf(await restoreRecords(bench, officialDocument, [id]));
    expect(await bearer(3)).toMatchObject({ document: id });
    expect(await nextNumber(bench, series.prefix, 2026)).toBe(4);
  });

  it('can be taken back by undoing, while its number stays taken, and undoing that brings both together again', async () => {
    const { bench } = await openDocumentDesk();
    valueOf(
      await saveRecord(bench, {
        ledger: officialDocument,
        base: null,
        values: { ...old, number: '安司执监意〔2026〕1号' },
      }),
    );
    const undone = valueOf(await undoCommit(bench, await lastCommit(bench)));
    expect(await bench.storage.ids({ ledger: 'official-document' })).toEqual([]);
    expect(await serials(bench)).toEqual(['1 elsewhere']);
    valueOf(await undoCommit(bench, undone.seq));
    const [id] = await bench.storage.ids({ ledger: 'official-document' });
    expect((await findNumber(bench, { ...series, serial: 1 }))?.values.document).toBe(id);
    expect((await bench.storage.checkIntegrity()).faults).toEqual([]);
  });

  it('does not bear a number before it is signed here: a draft is refused one', async () => {
    const { bench } = await openDocumentDesk();
    const { row } = await approved(bench);
    const given = errorOf(await editRecords(bench, officialDocument, [row.id], { number: '安司执监意〔2026〕5号' }));
    expect(given).toMatchObject({ kind: 'invalid', problems: [{ field: 'number' }] });
  });
});

function importRow(sheetRow: number, values: Values): ImportRow {
  return { sheetRow, values, problems: [], cells: Object.values(values).map(String) };
}

describe('importing a register of documents', () => {
  it('takes rows in as recorded, enters their numbers, and rejects the others one by one with a sentence', async () => {
    const { bench } = await openDocumentDesk();
    await signed(bench);
    valueOf(await enterNumbers(bench, { ...series, from: 2, to: 2, status: 'void', reason: '写坏' }));
    const { storage } = bench;
    const plan = await storage.beginImport('official-document', bench.session.context());
    const title = (number: string) => ({ title: `通知${number}`, kindName: '通知', number });
    await storage.addRows(plan, [
      importRow(2, title('安司发[2020]第03号')),
      importRow(3, title('安司发〔2020〕3号')),
      importRow(4, title('安司执监意〔2026〕2号')),
      importRow(5, title('2020-5')),
      importRow(6, title('安司执监意〔2026〕1号')),
      importRow(7, { title: '没有文号的便函', kindName: '函' }),
    ]);
    expect(await storage.importSummary(plan)).toMatchObject({ created: 2, rejected: 4 });
    const rejected = await storage.importOutcomes(plan, 'rejected', 0, 10);
    expect(rejected.map(({ sheetRow, problems }) => [sheetRow, problems[0]?.message])).toEqual([
      [3, expect.stringContaining('与第2行重复')],
      [4, expect.stringContaining('已作废')],
      [5, expect.stringContaining('看不出代字')],
      [6, expect.stringContaining('已定稿')],
    ]);
    valueOf(await storage.commitImport(plan, '导入文书'));
    const { rows } = await storage.page({ ledger: 'official-document', search: '通知安司发' }, 0, 10);
    expect(rows.map((row) => row.values)).toMatchObject([{ status: 'recorded', number: '安司发〔2020〕3号' }]);
    expect(await nextNumber(bench, '安司发', 2020)).toBe(4);
    valueOf(await undoCommit(bench, await lastCommit(bench)));
    expect(await nextNumber(bench, '安司发', 2020)).toBe(4);
  });
});

describe('after a restore', () => {
  it('no number that was taken before it is issued again, whatever the copy says', async () => {
    const { bench } = await openDocumentDesk();
    const { storage } = bench;
    valueOf(await reserveNumbers(bench, series, 2, '预留'));
    await signed(bench);
    const copy = await copyOf(storage);
    await signed(bench);
    await signed(bench, 1);
    valueOf(await enterNumbers(bench, { ...series, from: 5, to: 5, status: 'void', reason: '写坏' }));
    await stage(storage, copy);
    valueOf(await storage.verifyStage());
    valueOf(await swapToCopy(bench));
    expect(await serials(bench)).toEqual(['1 elsewhere', '2 reserved', '3 used', '4 elsewhere', '5 void']);
    expect((await findNumber(bench, { ...series, serial: 4 }))?.values).toMatchObject({ reason: '恢复备份前已取用' });
    expect((await signed(bench)).values.number).toBe('安司执监意〔2026〕6号');
    const entered = (await storage.commits(null, 9)).find((header) => header.intent.label.includes('接续'));
    expect((await undoCommit(bench, entered?.seq ?? 0)).ok).toBe(false);
    valueOf(await undoLastRestore(bench));
    expect(await serials(bench)).toEqual(['1 used', '2 reserved', '3 used', '4 used', '5 void', '6 elsewhere']);
    expect((await signed(bench)).values.number).toBe('安司执监意〔2026〕7号');
    expect((await storage.checkIntegrity()).faults).toEqual([]);
  });
});

describe('after a loss of the database', () => {
  it('goes on after the numbers that the shell remembers', async () => {
    const { bench } = await openDocumentDesk();
    let state: ShellRequest<'recordState'> | null = null;
    const shell = {
      recordState: (now: ShellRequest<'recordState'>) => {
        state = now;
        return Promise.resolve({ ok: true, value: null } as const);
      },
      lastState: () => Promise.resolve({ ok: true, value: state } as const),
    };
    const desk = await benchOn(bench.storage, shell);
    await signed(desk);
    await signed(desk);
    await rememberState(desk);
    expect(state).toMatchObject({ numbers: [{ ...series, last: 2 }] });
    const anew = await openDocumentDesk();
    const fresh = await benchOn(anew.bench.storage, shell);
    await rememberState(fresh);
    expect(await serials(fresh)).toEqual(['1 elsewhere', '2 elsewhere']);
    expect((await signed(fresh)).values.number).toBe('安司执监意〔2026〕3号');
    expect((await opened(fresh, (await signed(fresh)).id)).row.values.number).toBe('安司执监意〔2026〕4号');
  });
});
