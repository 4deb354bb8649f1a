import type { LeftOutRow, WorkbookInfo } from '@/exchange/contract';
import type { ImportFate } from '@/storage/contract';
import type { MappingSource } from '@/services/import-mapping';

/** What the formats are called. */
const formatNames: Readonly<Record<WorkbookInfo['format'], string>> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97-2003 工作簿（.xls）',
  et: 'WPS 表格（.et）',
  ods: '开放文档表格（.ods）',
  csv: '逗号分隔的文本（.csv）',
  tsv: '制表符分隔的文本',
};

const encodingNames = { 'utf-8': 'UTF-8', gb18030: 'GB18030（国标）', 'utf-16': 'UTF-16' } as const;

/** The format of a file in words, with a hint where its name says something else. */
export function describeFormat(info: WorkbookInfo, fileName: string): string {
  const encoding = info.encoding ? `，编码 ${encodingNames[info.encoding]}` : '';
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const odd = ending !== undefined && ending !== info.format && !(info.format === 'xlsx' && ending === 'xlsm');
  const hint = odd && ending !== 'txt' ? `；文件名以 .${ending} 结尾，已按实际内容读取` : '';
  return `${formatNames[info.format]}${encoding}${hint}`;
}

/** Why a row of the sheet is not read as a record. */
export const leftOutNames: Readonly<Record<LeftOutRow['reason'], string>> = {
  title: '标题',
  'group-heading': '分组行',
  'repeated-header': '重复的表头',
  total: '合计',
  note: '说明',
  blank: '空行',
  beside: '表外内容',
  remnant: '零散内容',
};

/** Fates of imported rows, in the order of the tabs. */
export const fates: readonly { readonly fate: ImportFate; readonly label: string; readonly empty: string }[] = [
  { fate: 'created', label: '新增', empty: '没有新增的行。' },
  { fate: 'changed', label: '更新', empty: '没有要更新的行。' },
  { fate: 'unchanged', label: '无变化', empty: '没有与现有记录完全相同的行。' },
  { fate: 'rejected', label: '不能导入', empty: '没有不能导入的行。' },
];

/** Where a column's field comes from. */
export const sourceNames: Readonly<Record<MappingSource, string>> = {
  remembered: '沿用上次',
  suggested: '自动识别',
  manual: '手工指定',
};

/** A column's letters as spreadsheets show them, from its position counted from 0. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}
