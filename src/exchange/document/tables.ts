import {
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import type { FormRow, TableBlock, TableColumn } from '@/domain/document';
import type { FontRole } from '@/domain/fonts';
import { line } from './line';
import { area, millimetres, sink, size, twips, typeWidth } from './measures';
import { words } from './text';

const ruled = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: ruled,
  bottom: ruled,
  left: ruled,
  right: ruled,
  insideHorizontal: ruled,
  insideVertical: ruled,
};

/** Beside the text of a cell, and above and below its characters, in millimetres. */
const padding = { side: 1.5, above: 1.6 } as const;
/** Pitch of the lines in a cell as a multiple of their size. */
const leading = 1.45;

/** Size of text in tables: 4号, smaller where there are many columns. */
function tableSize(columns: number): number {
  return columns > 6 ? size.smallFour : size.four;
}

/** Padding above and below, without the room that the lines bring themselves. */
function paddingOf(type: number): number {
  return Math.max(0, twips(padding.above) - Math.round((type * (leading - 1) * 20) / 2));
}

function grid(widths: readonly number[], type: number, rows: readonly TableRow[]): Table {
  const air = paddingOf(type);
  return new Table({
    rows,
    borders,
    columnWidths: widths,
    width: { size: typeWidth, type: WidthType.DXA },
    indent: { size: 0, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: {
      left: twips(padding.side),
      right: twips(padding.side),
      top: air,
      bottom: air,
      marginUnitType: WidthType.DXA,
    },
  });
}

interface CellText {
  readonly text: string;
  readonly width: number;
  readonly align: TableColumn['align'];
  readonly type: number;
  readonly role?: FontRole;
  readonly span?: number;
  readonly keep?: boolean;
}

function cell({ text, width, align, type, role, span = 1, keep = false }: CellText): TableCell {
  const more = type === size.four ? {} : { size: type * 2 };
  const height = Math.round(type * leading * 20);
  return new TableCell({
    children: text
      .split(/\r\n|\r|\n/)
      .map((part) => line([words(part, role, more)], { style: 'cell', align, height, keep })),
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}

/** Widths of columns by their shares; the last takes what rounding leaves. */
function widthsOf(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const edges = shares.map((_, at) => {
    const before = shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0);
    return Math.round((typeWidth * before) / whole);
  });
  return edges.map((edge, at) => edge - (edges[at - 1] ?? 0));
}

/**
 * A ruled table across the type area, its head repeated on every page it reaches.
 * @param keep whether its last row stays with what follows
 */
export function listTable(block: TableBlock, keep: boolean): (Paragraph | Table)[] {
  const widths = widthsOf(block.columns.map((column) => column.share));
  const type = tableSize(block.columns.length);
  const row = (texts: readonly string[], head: boolean, kept: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: head,
      children: block.columns.map((column, at) =>
        cell({
          text: texts[at] ?? '',
          width: widths[at] ?? 0,
          align: head ? 'center' : column.align,
          type,
          keep: kept,
          ...(head ? { role: 'hei' as const } : {}),
        }),
      ),
    });
  const labels = block.columns.map(({ label }) => label);
  const rows = block.rows.map((texts, at) => row(texts, false, keep && at === block.rows.length - 1));
  const caption = block.caption
    ? [line([words(block.caption, 'hei')], { align: 'center', keep: true, after: twips(sink) })]
    : [];
  return [...caption, grid(widths, type, [row(labels, true, true), ...rows])];
}

/** Columns of a form in millimetres; a label takes the first two where it has the row for itself, the first where not. */
const formColumns = [30, 2, 46, 30, 48] as const;
const alone = { label: 2, value: 3 } as const;
const paired = { label: [1, 1], value: [2, 1] } as const;

function formRow(row: FormRow, widths: readonly number[], keep: boolean): TableRow {
  const type = size.four;
  let from = 0;
  const next = (text: string, span: number, align: TableColumn['align']): TableCell => {
    const width = widths.slice(from, from + span).reduce((sum, one) => sum + one, 0);
    from += span;
    return cell({ text, width, align, type, span, keep });
  };
  const least = ((row.lines - 1) * leading + 1) * millimetres(type) + 2 * padding.above;
  return new TableRow({
    cantSplit: true,
    height: { value: twips(least), rule: HeightRule.ATLEAST },
    children: row.cells.flatMap(({ label, value }, at) => [
      next(label, row.cells.length > 1 ? (paired.label[at] ?? 1) : alone.label, 'center'),
      next(value, row.cells.length > 1 ? (paired.value[at] ?? 1) : alone.value, 'left'),
    ]),
  });
}

/** A ruled form: label and value, one or two pairs a row. */
export function formTable(rows: readonly FormRow[], keep: boolean): Table {
  const edges = formColumns.map((_, at) => formColumns.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
  const widths = edges.map((edge, at) => {
    const end = Math.round((typeWidth * edge) / area.width);
    return end - Math.round((typeWidth * (edges[at - 1] ?? 0)) / area.width);
  });
  return grid(
    widths,
    size.four,
    rows.map((row, at) => formRow(row, widths, keep && at === rows.length - 1)),
  );
}
