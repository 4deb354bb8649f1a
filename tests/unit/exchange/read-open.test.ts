import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { cellText } from '@/exchange/workbook/read/cell';
import { limits } from '@/exchange/workbook/read/limits';
import { openWorkbook } from '@/exchange/workbook/read/open';
import { inflatePart, zipDirectory } from '@/exchange/workbook/read/zip-guard';
import { encodeGb18030 } from '../../fixtures/workbooks/gb18030';
import { makeSheet, makeWorkbook, makeZip, rawXlsx, type MadeFormat } from '../../fixtures/workbooks/make';

const formats: readonly MadeFormat[] = ['xlsx', 'xls', 'et', 'ods'];
const people = [
  ['姓名', '身份证号', '人数'],
  ['甲某', '110105194912310021', 3],
];

async function texts(bytes: Uint8Array, name = '名单'): Promise<string[][]> {
  const result = await openWorkbook(bytes, name);
  if (!result.ok) throw new Error(result.error.message);
  const grid = [...result.value.grids.values()][0];
  return (grid?.rows ?? []).map((row) => row.map(cellText));
}

async function refusal(bytes: Uint8Array, name = '名单.xlsx') {
  const result = await openWorkbook(bytes, name);
  return result.ok ? null : result.error;
}

const utf8 = (text: string): Uint8Array => strToU8(text);

describe('the format is told by content', () => {
  test('an .xls that WPS wrote is called .xls', async () => {
    const bytes = makeSheet(people, {}, 'et');
    expect(await openWorkbook(bytes, '名单.XLS')).toMatchObject({ ok: true, value: { info: { format: 'xls' } } });
  });

  for (const format of formats) {
    test(`.${format} is read under a name that says something else, 18 digits as text whole`, async () => {
      const bytes = makeSheet(people, {}, format);
      expect(await openWorkbook(bytes, '名单.csv')).toMatchObject({ ok: true, value: { info: { format } } });
      expect(await texts(bytes)).toEqual([
        ['姓名', '身份证号', '人数'],
        ['甲某', '110105194912310021', '3'],
      ]);
    });
  }

  test('GB18030 text named .xls is read, four-byte signs included', async () => {
    const bytes = encodeGb18030('姓名\t证号\r\n𠮷某\t="0012"\r\n');
    expect(await openWorkbook(bytes, '导出.xls')).toMatchObject({
      ok: true,
      value: { info: { format: 'tsv', encoding: 'gb18030', sheets: [{ name: '导出' }] } },
    });
    expect(await texts(bytes)).toEqual([
      ['姓名', '证号'],
      ['𠮷某', '0012'],
    ]);
  });

  test.each([
    ['UTF-8 with a mark', utf8('\ufeff姓名,电话\n甲,1')],
    ['UTF-16 with a mark, little end first', Uint8Array.from(Buffer.from('\ufeff姓名,电话\n甲,1', 'utf16le'))],
    ['UTF-16 with a mark, big end first', Uint8Array.from(Buffer.from('\ufeff姓名,电话\n甲,1', 'utf16le').swap16())],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from('a1,b2,c3,d4\r\n1,2,3,4\r\n', 'utf16le'))],
  ])('%s is decoded', async (_, bytes) => {
    const rows = await texts(bytes);
    expect(rows).toHaveLength(2);
    expect(['姓名', 'a1']).toContain(rows[0]?.[0]);
  });

  test('a page of markup, a document, a picture and an archive are refused in words', async () => {
    expect((await refusal(utf8('<html><table><tr><td>1</td></tr></table>')))?.message).toMatch(/网页/);
    expect((await refusal(utf8('%PDF-1.7')))?.message).toMatch(/PDF/);
    expect((await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))?.message).toMatch(/图片/);
    expect((await refusal(makeZip({ 'a.txt': 'x' })))?.message).toMatch(/解压/);
    expect((await refusal(makeZip({ 'word/document.xml': 'x' })))?.message).toMatch(/Word/);
    expect((await refusal(Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 32)))?.kind).toBe('unknown-format');
  });
});

describe('delimited text is read as systems write it', () => {
  test('quotes, doubled quotes, breaks inside quotes, lone CR, trailing separators and padding', async () => {
    const rows = await texts(utf8('名称,说明,\r "甲" ,x,\r\n"乙""二","一\r\n二",\n丙,\t,\n'), 'a.csv');
    expect(rows).toEqual([['名称', '说明'], ['"甲"', 'x'], ['乙"二', '一\n二'], ['丙']]);
  });

  test('an unclosed quote ends with the file', async () => {
    expect(await texts(utf8('a,b\n1,"2\n3'), 'a.csv')).toEqual([
      ['a', 'b'],
      ['1', '2\n3'],
    ]);
  });

  test('commas inside cells do not turn a text of tabs into one of commas', async () => {
    expect(await texts(utf8('名称\t金额\n甲,乙,丙\t1,000\n丁,戊\t2,000\n'))).toEqual([
      ['名称', '金额'],
      ['甲,乙,丙', '1,000'],
      ['丁,戊', '2,000'],
    ]);
  });
});

describe('what a file may cost is bounded', () => {
  test('a file above the size limit is refused before it is looked at', async () => {
    expect(await refusal(new Uint8Array(limits.fileBytes + 1))).toMatchObject({ kind: 'too-large' });
  });

  test('a zip that declares far more than it packs is refused before anything is inflated', async () => {
    const files = unzipSync(makeSheet(people));
    const bomb = zipSync({ ...files, 'xl/worksheets/sheet2.xml': new Uint8Array(9_000_000) });
    expect(await refusal(bomb)).toMatchObject({ kind: 'expands-too-much' });
  });

  test('a part that inflates to more than it declares is refused', async () => {
    const bytes = zipSync({ 'content.xml': strToU8('x'.repeat(100_000)) });
    const part = zipDirectory(bytes)?.[0];
    expect(part && inflatePart(bytes, part)).toHaveLength(100_000);
    expect(part && inflatePart(bytes, { ...part, inflated: 5_000 })).toBeNull();
    const lying = makeSheet(people);
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 20, true);
    }
    expect(await refusal(lying)).toMatchObject({ kind: 'damaged' });
  });

  test('rows repeated a million times in an .ods are refused instead of written out', async () => {
    const files = unzipSync(makeSheet(people, {}, 'ods'));
    const content = new TextDecoder().decode(files['content.xml']);
    const repeated = content
      .replace('<table:table-row>', '<table:table-row table:number-rows-repeated="1000000">')
      .replaceAll('<table:table-cell office', '<table:table-cell table:number-columns-repeated="1000" office');
    const bytes = makeZip({ ...files, 'content.xml': repeated });
    expect(await refusal(bytes)).toMatchObject({ kind: 'expands-too-much' });
  });

  test('rows that are only formatted do not count, rows that are filled do', async () => {
    const empty = Array.from({ length: 3000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="0"/></row>`).join(
      '',
    );
    const formatted = rawXlsx(`<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>${empty}`);
    const opened = await openWorkbook(formatted, 'a');
    expect(opened.ok && opened.value.info.sheets[0]).toMatchObject({ rows: 1, columns: 1 });
    const far = limits.rows + 1;
    const tooLong = rawXlsx(`<row r="1"><c r="A1"><v>1</v></c></row><row r="${far}"><c r="A${far}"><v>1</v></c></row>`);
    expect(await refusal(tooLong)).toMatchObject({ kind: 'too-many-rows' });
    expect(await refusal(rawXlsx('<row r="1"><c r="SS1"><v>1</v></c></row>'))).toMatchObject({ kind: 'too-large' });
  });
});

describe('files that cannot be read are refused with what to do', () => {
  test('encrypted .xlsx and .xls', async () => {
    const sheet = { name: '表', rows: [['a']] };
    const xlsx = await writeXlsx({ sheets: [sheet], encryption: { password: 'secret', spinCount: 100 } });
    expect(await refusal(xlsx)).toMatchObject({ kind: 'encrypted', message: expect.stringMatching(/取消密码/) });
    const xls = makeSheet(people, {}, 'xls');
    expect(await refusal(withFilePass(xls))).toMatchObject({ kind: 'encrypted' });
  });

  for (const format of formats) {
    test(`.${format} cut off in the middle`, async () => {
      const rows = Array.from({ length: 400 }, (_, at) => [`单位${at}`, at * 7919]);
      const bytes = makeSheet(rows, {}, format);
      expect((await refusal(bytes.slice(0, bytes.length / 2)))?.kind).toBe('damaged');
    });
  }

  test('empty files and files without data', async () => {
    expect(await refusal(new Uint8Array())).toMatchObject({ kind: 'empty' });
    expect(await refusal(makeSheet([]))).toMatchObject({ kind: 'empty' });
    expect(await refusal(makeSheet([['  ', '\u3000']]))).toMatchObject({ kind: 'empty' });
    expect(await refusal(utf8(' \n \n'))).toMatchObject({ kind: 'empty' });
  });
});

describe('what does not belong to the data is ignored and told', () => {
  test('macros and links to other files', async () => {
    const rows = [['a'], ['1']];
    const macros = await writeXlsx({ sheets: [{ name: '表', rows }], vbaProject: new Uint8Array(100) });
    const opened = await openWorkbook(macros, 'a.xlsm');
    expect(opened.ok && opened.value.info.remarks.join()).toMatch(/宏/);
    const linked = rawXlsx('<row r="1"><c r="A1"><f>[1]表!A1</f><v>7</v></c></row>', '', {
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    });
    const other = await openWorkbook(linked, 'a.xlsx');
    expect(other.ok && other.value.info.remarks.join()).toMatch(/其他文件/);
    expect(await texts(linked)).toEqual([['7']]);
  });

  test('names out of prototypes are only names', async () => {
    const bytes = makeSheet(
      [
        ['__proto__', 'constructor'],
        ['1', '2'],
      ],
      { name: 'constructor' },
      'xls',
    );
    expect(await texts(bytes)).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ]);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('sheets that are hidden stand last and rows that are hidden are counted', async () => {
    const sheets = [
      { name: '隐', rows: [['x']], hidden: true },
      { name: '明', rows: [['a'], ['b'], ['c']], hiddenRows: [1] },
    ];
    for (const format of ['xlsx', 'xls'] as const) {
      const opened = await openWorkbook(makeWorkbook(sheets, format), 'a');
      const expected = [
        { name: '明', hidden: false },
        { name: '隐', hidden: true },
      ];
      expect(opened.ok && opened.value.info.sheets).toMatchObject(expected);
      // The writer of these samples keeps hidden rows in .xlsx only.
      if (format === 'xlsx') expect(opened.ok && opened.value.info.sheets[0]?.hiddenRows).toBe(1);
    }
  });
});

describe('a date never shifts', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  const days = [
    { v: 1, z: 'yyyy-mm-dd' },
    { v: 10_228, z: 'yyyy/m/d' },
    { v: 45_356, z: 'yyyy"年"m"月"d"日"' },
    { v: 45_356.5, z: 'yyyy-mm-dd hh:mm' },
    { v: 0.5, z: 'h:mm' },
  ];
  const written = ['1900-01-01', '1928-01-01', '2024-03-05', '2024-03-05 12:00', '12:00'];

  for (const timeZone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
    for (const format of ['xlsx', 'xls', 'et'] as const) {
      test(`.${format} in ${timeZone}`, async () => {
        process.env['TZ'] = timeZone;
        expect(await texts(makeSheet([days], {}, format))).toEqual([written]);
      });
    }

    test(`.ods in ${timeZone}`, async () => {
      process.env['TZ'] = timeZone;
      const files = unzipSync(makeSheet([['x']], {}, 'ods'));
      const content = new TextDecoder().decode(files['content.xml']);
      const cell =
        '<table:table-cell office:value-type="date" office:date-value="1927-12-31"><text:p>x</text:p></table:table-cell>';
      const bytes = makeZip({
        ...files,
        'content.xml': content.replace(/<table:table-cell[\s\S]*?<\/table:table-cell>/, cell),
      });
      expect(await texts(bytes)).toEqual([['1927-12-31']]);
    });
  }

  test('the date system of 1904 is heeded', async () => {
    for (const format of ['xlsx', 'xls'] as const) {
      const bytes = makeWorkbook([{ rows: [[{ v: 43_894, z: 'yyyy-mm-dd' }]] }], format, true);
      expect(await texts(bytes)).toEqual([['2024-03-05']]);
    }
  });

  test('Chinese built-in formats (27-36, 50-58) and Chinese times are dates', async () => {
    const ids = [27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
    const styles = `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const cells = ids.map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="${at}"><v>45356</v></c></row>`).join('');
    expect(await texts(rawXlsx(cells, styles))).toEqual(ids.map(() => ['2024-03-05']));
    const time =
      '<numFmts><numFmt numFmtId="190" formatCode="h&quot;时&quot;mm&quot;分&quot;"/></numFmts><cellXfs><xf numFmtId="190"/></cellXfs>';
    expect(await texts(rawXlsx('<row r="1"><c r="A1" s="0"><v>0.75</v></c></row>', time))).toEqual([['18:00']]);
  });
});

/** Puts the record that says "encrypted" behind the first record of the workbook stream. */
function withFilePass(xls: Uint8Array): Uint8Array {
  const bytes = xls.slice();
  for (let at = 512; at + 40 < bytes.length; at += 64) {
    if (bytes[at] === 0x09 && bytes[at + 1] === 0x08 && bytes[at + 2] === 0x10) {
      // The next record becomes FilePass (RC4), as long as it was.
      bytes[at + 20] = 0x2f;
      bytes[at + 21] = 0x00;
      bytes[at + 24] = 0x01;
      return bytes;
    }
  }
  throw new Error('no workbook stream found');
}
