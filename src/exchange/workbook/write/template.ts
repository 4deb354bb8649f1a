import type { Ledger } from '@/domain/kernel';
import { columnsOf, type ListSource, type SheetColumn } from './columns';
import { fillRows } from './fill';
import { writeFrame, type SheetFrame, type SideSheet } from './frame';

/** Most values that the instructions spell out; longer lists are found in the drop-down. */
const spelledOut = 40;

async function* nothing(): AsyncGenerator<never> {
  // A template has no rows.
}

function allowed(column: SheetColumn): string {
  const values = column.list?.values ?? [];
  if (values.length === 0) return '';
  return values.length <= spelledOut ? values.join('、') : `共${values.length}项，见该列的下拉列表`;
}

/** The sheet behind the template that explains its columns. */
function instructions(columns: readonly SheetColumn[]): SideSheet {
  const rows = columns.map((column) => [column.header, column.required ? '必填' : '', column.hint, allowed(column)]);
  return {
    name: '填写说明',
    widths: [12, 6, 36, 40],
    rows: [
      ['列名', '是否必填', '怎么填', '可选的值'],
      ...rows,
      ['其他', '', '表头带*的列必须填写。列的顺序可以变动，不用的列可以删去；请不要改动表头的文字。', ''],
    ],
  };
}

/**
 * An empty .xlsx for a ledger: header with required columns marked, hints on the headers and on a second sheet, drop-down
 * lists, and columns already set to text where digits must not be lost. What the application derives has no column.
 */
export async function writeTemplate(source: ListSource, ledger: Ledger): Promise<Uint8Array> {
  const fields = Object.entries(ledger.fields).filter(([, field]) => !field.derived);
  const columns = await columnsOf(
    ledger,
    fields.map(([name]) => name),
    source,
  );
  const frame: SheetFrame = { name: ledger.noun, title: null, columns, rows: 0, hints: true };
  return fillRows(await writeFrame(frame, [instructions(columns)]), frame, nothing());
}
