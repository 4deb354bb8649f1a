import {
  BorderStyle,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type ITableCellBorders,
  type Paragraph,
} from 'docx';
import type { DocumentModel } from '@/domain/document';
import { chineseDate } from '@/domain/kernel';
import { line } from './line';
import { area, millimetres, page, size, typeWidth } from './measures';
import { words } from './text';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** 0.35 mm outside and 0.25 mm between (7.4.1), in eighths of a point. */
const strong = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const fine = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const cell = millimetres(size.four);

/** One character from either edge; further lines below the first character after the colon, a full stop at the end. */
function copiesLine(copies: readonly string[]): Paragraph {
  return line([words(`抄送：${copies.join('，')}。`)], {
    style: 'colophon',
    left: 4 * cell,
    right: cell,
    hanging: 3 * cell,
  });
}

function printedLine({ printer, printedOn }: NonNullable<DocumentModel['colophon']>): Paragraph {
  return line([words(`${printer}\t${chineseDate(printedOn)}印发`)], {
    style: 'colophon',
    left: cell,
    tabs: [{ at: area.width - cell, align: 'right' }],
  });
}

interface FootRow {
  readonly content: Paragraph;
  readonly borders: ITableCellBorders;
}

/** A table that stands at the lower edge of the type area of the page of the paragraph that follows it. */
function footTable(rows: readonly FootRow[]): Table {
  const width = { size: typeWidth, type: WidthType.DXA };
  return new Table({
    width,
    columnWidths: [typeWidth],
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: page.left,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      topFromText: 0,
      bottomFromText: 0,
      leftFromText: 0,
      rightFromText: 0,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: [new TableCell({ children: [row.content], borders: row.borders, width })],
        }),
    ),
  });
}

/**
 * 版记 at the foot of the last page: rules, copies and imprint of a file (7.4); a letter has the copies alone, without rules
 * (10.1). Behind it stands the paragraph that holds it on that page. Empty where the document has nothing to say there.
 */
export function footFlow(model: DocumentModel): (Paragraph | Table)[] {
  const ruled = model.colophon !== null || model.layout === 'file';
  const contents = [
    ...(model.copies.length > 0 ? [copiesLine(model.copies)] : []),
    ...(model.colophon ? [printedLine(model.colophon)] : []),
  ];
  if (contents.length === 0) return [];
  const last = contents.length - 1;
  const rows = contents.map((content, at) => ({
    content,
    borders: {
      left: none,
      right: none,
      top: ruled ? (at === 0 ? strong : fine) : none,
      bottom: ruled && at === last ? strong : none,
    },
  }));
  return [footTable(rows), line([], { height: 20 })];
}
