import { entriesOf, type CodeTables, type Field, type Ledger, type RowSource } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';

/** How a column holds its values: text cells keep every digit, date cells are real days shown as yyyy-mm-dd. */
export type CellFormat = 'text' | 'paragraph' | 'date' | 'integer' | 'decimal';

/** Values that a column offers in a drop-down list. */
export interface ColumnList {
  readonly values: readonly string[];
  /** Another value gives a warning; without it several values joined with 、 are as good. */
  readonly strict: boolean;
}

/** One column of a sheet that the application writes. */
export interface SheetColumn {
  readonly header: string;
  /** Width in Chinese characters. */
  readonly width: number;
  readonly format: CellFormat;
  readonly required: boolean;
  /** What to write, for the header's comment; empty where the header says it all. */
  readonly hint: string;
  readonly list: ColumnList | null;
}

/** What the columns' lists are made from. */
export type ListSource = Pick<RowSource, 'referenceTitles'> & { codeTables(): Promise<CodeTables> };

/** Most titles of another register that a drop-down list offers; more can still be typed. */
const longestList = 5_000;

/** Widest column, in Chinese characters; longer text is wrapped. */
const widest = 48;

const usualWidth: Readonly<Record<CellFormat, number>> = { text: 10, paragraph: 28, date: 6, integer: 6, decimal: 7 };

/** How the values of a field are held in cells. A month is text, since spreadsheets know only days. */
export function formatOf(field: Field): CellFormat {
  switch (field.kind) {
    case 'paragraph':
    case 'date':
    case 'integer':
    case 'decimal':
      return field.kind;
    default:
      return 'text';
  }
}

function range(field: Field): string {
  if (field.min !== undefined && field.max !== undefined) return `，${field.min}至${field.max}`;
  if (field.min !== undefined) return `，不小于${field.min}`;
  return field.max === undefined ? '' : `，不大于${field.max}`;
}

/** In one or two sentences, what to write into a field's column. */
export function writingHint(field: Field): string {
  const help = field.help ? [field.help] : [];
  switch (field.kind) {
    case 'date':
      return ['写日期，如2026-03-05；2026.3.5、2026年3月5日也可以', ...help].join('。');
    case 'month':
      return ['写年月，如2026-03', ...help].join('。');
    case 'integer':
      return [`写整数${range(field)}`, ...help].join('。');
    case 'decimal':
      return [`写数字${range(field)}`, ...help].join('。');
    case 'flag':
      return ['写“是”或“否”', ...help].join('。');
    case 'choice':
      return ['从下拉列表中选一项', ...help].join('。');
    case 'choices':
      return ['写一项或几项，几项之间用顿号“、”分开', ...help].join('。');
    case 'reference':
      return [`写“${ledgerOf(field.target ?? '').noun}”中已有的名称`, ...help].join('。');
    case 'references':
      return [`写“${ledgerOf(field.target ?? '').noun}”中已有的名称，几个之间用顿号“、”分开`, ...help].join('。');
    default:
      return help.join('');
  }
}

async function listOf(field: Field, codes: CodeTables, source: ListSource): Promise<ColumnList | null> {
  const strict = field.kind !== 'choices' && field.kind !== 'references';
  if (field.kind === 'flag') return { values: ['是', '否'], strict };
  if (field.table) {
    const offered = entriesOf(codes, field.table).filter((entry) => !entry.retired);
    return { values: offered.map((entry) => entry.label), strict };
  }
  if (!field.target) return null;
  return { values: await source.referenceTitles(field.target, longestList), strict: false };
}

/**
 * Columns of a sheet for some fields of a ledger, in the order asked for. The lists hold the codes in use and the titles
 * of other registers as they are now.
 */
export async function columnsOf(
  ledger: Ledger,
  fields: readonly string[],
  source: ListSource,
): Promise<readonly SheetColumn[]> {
  const codes = await source.codeTables();
  const columns: SheetColumn[] = [];
  for (const name of fields) {
    const field = ledger.fields[name];
    if (!field) throw new Error(`ledger ${ledger.id} has no field ${name}`);
    const format = formatOf(field);
    const width = Math.min(Math.max(field.width ?? usualWidth[format], field.label.length + 2), widest);
    const { label: header, required = false } = field;
    const list = await listOf(field, codes, source);
    columns.push({ header, width, format, required, hint: writingHint(field), list });
  }
  return columns;
}
