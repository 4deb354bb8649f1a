import { read, utils, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { defineLedger, field, type CodeTables, type SheetRow } from '@/domain/kernel';
import type { Work } from '@/exchange/work';
import { exportRejected, exportSheet, writeTemplate, type SheetSource } from '@/exchange/workbook/write';
import { looksLikeFormula, rowXml, xmlText } from '@/exchange/workbook/write/cells';

const ledger = defineLedger({
  id: 'sample-thing',
  noun: '样例',
  title: '样例名册',
  purpose: '各种字段各一个。',
  fields: {
    name: field.text({ label: '名称', required: true, help: '写全称', width: 16 }),
    code: field.text({ label: '证件号', code: true, width: 12 }),
    note: field.paragraph({ label: '备注' }),
    day: field.date({ label: '日期', required: true }),
    month: field.month({ label: '出生年月' }),
    posts: field.integer({ label: '岗位数', min: 0 }),
    money: field.decimal({ label: '金额' }),
    valid: field.flag({ label: '有效' }),
    level: field.choice({ label: '层级', table: 'level', required: true }),
    areas: field.choices({ label: '领域', table: 'level' }),
    owner: field.reference({ label: '所属主体', target: 'enforcement-entity' }),
    owners: field.references({ label: '相关主体', target: 'enforcement-entity' }),
    made: field.text({ label: '推算值', derived: true }),
  },
  titleFields: ['name'],
  naturalKeys: [{ fields: ['code'], unique: true }],
});
const names = Object.keys(ledger.fields);

const codes: CodeTables = {
  level: {
    id: 'level',
    title: '层级',
    version: '1',
    source: '测试',
    entries: [
      { code: 'a', label: '县级，含开发区' },
      ...Array.from({ length: 60 }, (_, at) => ({ code: `t${at}`, label: `某某镇人民政府第${at}号` })),
      { code: 'old', label: '已停用的层级', retired: true },
    ],
  },
};

function sourceOf(rows: readonly SheetRow[]): SheetSource & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    countRows: async () => rows.length,
    sheetRows: async (_query, _fields, offset, limit) => {
      asked.push(limit);
      return rows.slice(offset, offset + limit);
    },
    referenceTitles: async () => ['甲局', '乙局'],
    codeTables: async () => codes,
  };
}

function quiet(): Work {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

async function exported(rows: readonly SheetRow[], fields: readonly string[] = names): Promise<Uint8Array> {
  const request = { query: { ledger: ledger.id }, fields, title: '样例名册' };
  const result = await exportSheet(sourceOf(rows), ledger, request, quiet());
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function sheetOf(bytes: Uint8Array, at = 0): WorkSheet {
  const book = read(bytes, { cellFormula: true, cellNF: true, cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[at] ?? ''];
  if (!sheet) throw new Error(`no sheet ${at}`);
  return sheet;
}

function partOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

const fullRow: SheetRow = [
  '某县城市管理局',
  '320723199001011234',
  '第一行\n第二行 <b>&"引号"</b>',
  '2024-02-29',
  '1990-01',
  12,
  3.5,
  '是',
  '县级，含开发区',
  '县级，含开发区、某某镇人民政府第1号',
  '甲局',
  '甲局、乙局',
  '推算',
];

describe('an exported sheet', () => {
  test('gives back the same value for every kind of field', async () => {
    const rows = utils.sheet_to_json<string[]>(sheetOf(await exported([fullRow])), { header: 1, raw: false });
    expect(rows[0]?.[0]).toBe('样例名册');
    expect(rows[1]).toEqual(Object.values(ledger.fields).map((one) => one.label));
    expect(rows[2]).toEqual(fullRow.map(String));
  });

  test('reads the same for the library that imports use', async () => {
    const book = await readXlsx(await exported([fullRow, ['=1+1', '+86', '\t=2', '2024-12-31']]));
    const [, , first, second] = book.sheets[0]?.rows ?? [];
    expect(first?.[3]).toEqual(new Date('2024-02-29T00:00:00Z'));
    expect(first?.map((value, at) => (at === 3 ? '2024-02-29' : value))).toEqual(fullRow);
    expect(second?.slice(0, 3)).toEqual(['=1+1', '+86', '\t=2']);
    expect(book.sheets.map((sheet) => sheet.hidden === true)).toEqual([false, true]);
  });

  test('shows a day as yyyy-mm-dd and holds it as a whole number, so that no time zone moves it', async () => {
    const sheet = sheetOf(await exported([['甲', '2024-02-29']], ['name', 'day']));
    expect(sheet['B3']).toMatchObject({ t: 'n', v: 45351, w: '2024-02-29' });
  });

  test('keeps as text what spreadsheets number differently: days before March 1900 and texts that are no day', async () => {
    const sheet = sheetOf(
      await exported(
        [
          ['甲', '1900-02-28'],
          ['乙', '2024年'],
        ],
        ['name', 'day'],
      ),
    );
    expect(sheet['B3']).toMatchObject({ t: 's', v: '1900-02-28' });
    expect(sheet['B4']).toMatchObject({ t: 's', v: '2024年' });
  });

  test('loses no digit of an 18-digit number, nor leading zeros', async () => {
    const sheet = sheetOf(
      await exported(
        [
          ['001', '320723199001011234'],
          ['甲', 320723199001011200],
        ],
        ['name', 'code'],
      ),
    );
    expect(sheet['A3']).toMatchObject({ t: 's', v: '001' });
    expect(sheet['B3']).toMatchObject({ t: 's', v: '320723199001011234', z: '@' });
    expect(sheet['B4']).toMatchObject({ t: 's', v: '320723199001011200' });
  });

  test.each(['=1+1', '+86 518', '-3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")', '＝1+1'])(
    'never lets %j be computed, now or when the cell is edited, and reads back the same text',
    async (text) => {
      const bytes = await exported([[text, text]], ['name', 'note']);
      const sheet = sheetOf(bytes);
      for (const at of ['A3', 'B3']) {
        expect(sheet[at]).toMatchObject({ t: 's', v: text });
        expect(sheet[at].f).toBeUndefined();
      }
      const styles = [...partOf(bytes, 'xl/styles.xml').matchAll(/<cellXfs.*?<\/cellXfs>/gs)].join('');
      const list = [...styles.matchAll(/<xf [^>]*>/g)].map((match) => match[0]);
      const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
      expect(xml).not.toContain('<f>');
      for (const at of ['A3', 'B3']) {
        const style = Number(new RegExp(`r="${at}" s="(\\d+)"`).exec(xml)?.[1]);
        expect(list[style]).toContain('quotePrefix="1"');
      }
    },
  );

  test('leaves ordinary text without the text mark', async () => {
    const xml = partOf(await exported([['甲局']], ['name']), 'xl/worksheets/sheet1.xml');
    const styles = partOf(await exported([['甲局']], ['name']), 'xl/styles.xml');
    const style = Number(/r="A3" s="(\d+)"/.exec(xml)?.[1]);
    const list = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)];
    expect(list[style]?.[0]).not.toContain('quotePrefix');
  });

  test('gives back signs that XML cannot carry, and text that looks like their escape', async () => {
    const rows = [['甲\u0001乙_x0041_丙'], [' 前后有空格 ']];
    const sheet = sheetOf(await exported(rows, ['name']));
    expect(sheet['A3'].v).toBe('甲\u0001乙_x0041_丙');
    expect(sheet['A4'].v).toBe(' 前后有空格 ');
  });

  test('has title, frozen header, widths, lists and print settings', async () => {
    const bytes = await exported([fullRow]);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<mergeCell ref="A1:M1"/>');
    expect(xml).toMatch(/<pane ySplit="2" topLeftCell="A3" state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A2:M3"/>');
    expect(xml).toMatch(/<col min="1" style="\d+" max="1" width="34"/);
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="8"[^>]*orientation="landscape"/);
    expect(xml).toContain('fitToHeight="0"');
    expect(xml).toMatch(
      /<dataValidation type="list" sqref="I3:I1048576"[^>]*><formula1>代码!\$B\$2:\$B\$62<\/formula1>/,
    );
    expect(partOf(bytes, 'xl/workbook.xml')).toMatch(/_xlnm.Print_Titles" localSheetId="0">[^<]*\$2:\$2</);
  });

  test('asks for rows page by page and reports how far it is', async () => {
    const rows = Array.from({ length: 4_500 }, (_, at) => [`第${at}个`]);
    const source = sourceOf(rows);
    const seen: number[] = [];
    const work: Work = { ...quiet(), onProgress: (progress) => seen.push(progress.done) };
    const request = { query: { ledger: ledger.id }, fields: ['name'], title: '样例名册' };
    const result = await exportSheet(source, ledger, request, work);
    expect(result.ok).toBe(true);
    expect(source.asked).toEqual([2000, 2000, 500]);
    expect(seen).toEqual([2000, 4000, 4500]);
    const sheet = sheetOf(result.ok ? result.value : new Uint8Array());
    expect(sheet['A4502'].v).toBe('第4499个');
    expect(sheet['A4503']).toBeUndefined();
  });

  test('stops when it is cancelled', async () => {
    const control = new AbortController();
    const source = sourceOf(Array.from({ length: 9_000 }, (_, at) => [`第${at}个`]));
    const request = { query: { ledger: ledger.id }, fields: ['name'], title: '样例名册' };
    const work: Work = { signal: control.signal, onProgress: () => control.abort() };
    expect(await exportSheet(source, ledger, request, work)).toEqual({ ok: false, error: { message: '已取消' } });
    expect(source.asked).toHaveLength(1);
  });

  test('refuses more rows than a sheet holds, and an empty choice of columns', async () => {
    const source: SheetSource = { ...sourceOf([]), countRows: async () => 1_048_577 };
    const request = { query: { ledger: ledger.id }, fields: ['name'], title: '样例名册' };
    expect(await exportSheet(source, ledger, request, quiet())).toMatchObject({
      error: { message: expect.stringContaining('请先筛选') },
    });
    const none = { ...request, fields: [] };
    expect((await exportSheet(source, ledger, none, quiet())).ok).toBe(false);
  });
});

describe('the print settings', () => {
  const wide = (count: number) =>
    defineLedger({
      id: 'wide',
      noun: '宽表',
      title: '宽表',
      purpose: '',
      fields: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`f${at}`, field.text({ label: `列${at}`, width: 9 })]),
      ),
      titleFields: [],
      naturalKeys: [],
    });

  test.each([
    [5, 'paperSize="9"', 'portrait', '1'],
    [11, 'paperSize="9"', 'landscape', '1'],
    [18, 'paperSize="8"', 'landscape', '1'],
    [40, 'paperSize="8"', 'landscape', '3'],
  ])('put %i columns on paper on which they can be read', async (count, paper, orientation, pages) => {
    const fields = Object.keys(wide(count).fields);
    const request = { query: { ledger: 'wide' }, fields, title: '宽表' };
    const result = await exportSheet(sourceOf([]), wide(count), request, quiet());
    const bytes = result.ok ? result.value : new Uint8Array();
    const setup = /<pageSetup [^>]*>/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[0] ?? '';
    expect(setup).toContain(paper);
    expect(setup).toContain(`orientation="${orientation}"`);
    expect(setup).toContain(`fitToWidth="${pages}"`);
    expect(partOf(bytes, 'xl/workbook.xml').includes('$A:$A')).toBe(pages !== '1');
  });
});

describe('a template', () => {
  test('marks required columns, explains each column, and leaves out what is derived', async () => {
    const bytes = await writeTemplate(sourceOf([]), ledger);
    const rows = utils.sheet_to_json<string[]>(sheetOf(bytes), { header: 1 });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.slice(0, 4)).toEqual(['名称*', '证件号', '备注', '日期*']);
    expect(rows[0]).not.toContain('推算值');
    const guide = utils.sheet_to_json<string[]>(sheetOf(bytes, 1), { header: 1 });
    expect(guide[0]).toEqual(['列名', '是否必填', '怎么填', '可选的值']);
    expect(guide[1]).toEqual(['名称', '必填', '写全称', '']);
    expect(guide.find((row) => row[0] === '有效')?.[3]).toBe('是、否');
    expect(guide.find((row) => row[0] === '层级')?.[3]).toContain('共61项');
    expect(partOf(bytes, 'xl/comments1.xml')).toContain('必填。写日期');
  });

  test('sets empty columns to text, so that a typed identity number keeps its digits', async () => {
    const bytes = await writeTemplate(sourceOf([]), ledger);
    const style = Number(/<col min="2" style="(\d+)"/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[1]);
    const styles = partOf(bytes, 'xl/styles.xml');
    const xf = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)][style]?.[0] ?? '';
    const format = /numFmtId="(\d+)"/.exec(xf)?.[1];
    expect(styles).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`);
  });

  test('offers codes in use only, on a hidden sheet, however long the list is', async () => {
    const bytes = await writeTemplate(sourceOf([]), ledger);
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['样例', '填写说明', '代码']);
    expect(book.Workbook?.Sheets?.[2]?.Hidden).toBe(1);
    const lists = utils.sheet_to_json<string[]>(sheetOf(bytes, 2), { header: 1 });
    const column = (lists[0] ?? []).indexOf('层级');
    const values = lists.slice(1).flatMap((row) => row[column] ?? []);
    expect(values).toHaveLength(61);
    expect(values).not.toContain('已停用的层级');
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/sqref="L2:L1048576"/);
  });
});

describe('the list of rejected rows', () => {
  test('keeps the columns they came in and adds row and reason', async () => {
    const bytes = await exportRejected(
      ['姓名', '身份证号'],
      [{ sheetRow: 7, cells: ['=张三', '32072319900101123X'], reason: '“身份证号”校验位不对，请核对' }],
    );
    expect(utils.sheet_to_json(sheetOf(bytes), { header: 1 })).toEqual([
      ['姓名', '身份证号', '行号', '不能导入的原因'],
      ['=张三', '32072319900101123X', 7, '“身份证号”校验位不对，请核对'],
    ]);
  });
});

describe('cells', () => {
  test('know what could be taken for a formula', () => {
    expect(['=1', '+1', '-1', '@a', '\t', '\r', '＝1'].every(looksLikeFormula)).toBe(true);
    expect(['a=1', '1-2', '', ' =1'].some(looksLikeFormula)).toBe(false);
  });

  test('make room for text that is wrapped', () => {
    const style = { letters: 'A', format: 'text', width: 5, plain: 1, quoted: 2 } as const;
    const height = (text: string): string | undefined => / ht="(\d+)"/.exec(rowXml(1, [text], [style]))?.[1];
    expect([height('五个字以内'), height('一共六个字的'), height('ten latin!'), height('一\n二\n三')]).toEqual([
      '15',
      '30',
      '15',
      '45',
    ]);
    expect(height('长'.repeat(9_000))).toBe('405');
  });

  test('escape what XML reserves', () => {
    expect(xmlText('<a&b>')).toBe('&lt;a&amp;b&gt;');
  });
});
