import { read, utils, write, type BookType } from '@e965/xlsx';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A sheet as rows of text. */
export type Rows = readonly (readonly string[])[];

const realFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/real');

/** Rows of a table published by a county, read where it lies; null where the collection is not beside the project. */
function publishedRows(name: string): Rows | null {
  const path = join(realFolder, `${name}.csv`);
  if (!existsSync(path)) return null;
  const book = read(readFileSync(path, 'utf8'), { type: 'string', raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }) : null;
}

const ownDuties: Rows = [
  ['序号', '项目名称', '类别', '实施依据', '实施主体', '承办机构', '责任事项', '追责情形'],
  ['1', '对未取得执业证书从事法律服务的处罚', '行政处罚', '有关法律第五十五条', '县司法局', '法制股', '1.立案责任', ''],
];

/** A county's published list of powers and duties; rows of our own where the collection is not there. */
export function dutyRows(): Rows {
  return publishedRows('power_minqin_sfj_2024') ?? ownDuties;
}

function column(rows: Rows | null, heading: string): readonly string[] {
  const at = rows?.[0]?.indexOf(heading) ?? -1;
  return at < 0 ? [] : (rows ?? []).slice(1).map((row) => row[at] ?? '');
}

/** Names of organs out of published lists: who entrusts and is entrusted, who leads and answers in plans and lists. */
export function organNames(): readonly string[] {
  const entrusted = publishedRows('entrust_yuanmou_lcj_2024');
  const plans = [
    publishedRows('plan_guanxian_gaotang_2025'),
    publishedRows('plan_liaocheng_enterprise_inspection_2025'),
  ];
  const found = [
    ...column(entrusted, '委托单位'),
    ...column(entrusted, '受委托单位'),
    ...plans.flatMap((plan) => [...column(plan, '牵头单位'), ...column(plan, '责任单位')]),
    ...column(dutyRows(), '实施主体'),
  ].flatMap((text) => text.split(/[、,，;；]/).map((name) => name.trim()));
  const names = [...new Set(found.filter((name) => name !== ''))];
  return names.length > 2 ? names : ['安澜县水利局', '安澜县林业局', '安澜县综合行政执法局', '县司法局'];
}

/** Writes sheets into a workbook file of the given kind and gives its path. */
export async function writeBook(path: string, sheets: Readonly<Record<string, Rows>>): Promise<string> {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  const bookType = (path.split('.').at(-1) ?? 'xlsx') as BookType;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    write(book, { type: 'buffer', bookType: bookType === ('xls' as BookType) ? 'biff8' : bookType }),
  );
  return path;
}

/** Rows of the first sheet of a workbook. */
export function rowsOf(bytes: Uint8Array): Rows {
  const book = read(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }) : [];
}
