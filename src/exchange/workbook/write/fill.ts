import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { colToLetter } from 'hucre/xlsx';
import type { SheetRow } from '@/domain/kernel';
import { joinBytes } from '../../work';
import { rowXml, type ColumnStyle } from './cells';
import { firstDataRow, type SheetFrame } from './frame';

const sheetPath = 'xl/worksheets/sheet1.xml';
const stylesPath = 'xl/styles.xml';
/** Level of compression: higher ones take longer and save nothing on such text. */
const level = 4;

/** The parts of a sheet around its rows. */
interface OpenSheet {
  readonly head: string;
  readonly tail: string;
  readonly styles: readonly ColumnStyle[];
}

function cut(text: string, pattern: RegExp, what: string): RegExpExecArray {
  const found = pattern.exec(text);
  if (!found) throw new Error(`frame of the workbook has no ${what}`);
  return found;
}

/**
 * Doubles the table of cell styles: style n + count is style n with the mark "content is text" (quotePrefix), which the
 * library does not write.
 */
function withQuotedStyles(styles: string): { readonly xml: string; readonly count: number } {
  const table = cut(styles, /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s, 'cell styles');
  const count = Number(table[1]);
  const inner = table[2] ?? '';
  const quoted = inner.replaceAll('<xf ', '<xf quotePrefix="1" ');
  return { count, xml: styles.replace(table[0], `<cellXfs count="${count * 2}">${inner}${quoted}</cellXfs>`) };
}

function modelStyles(xml: string, row: number): { readonly text: string; readonly styles: readonly number[] } {
  const found = cut(xml, new RegExp(`<row r="${row}"[^>]*>.*?</row>`, 's'), `model row ${row}`);
  return { text: found[0], styles: [...found[0].matchAll(/ s="(\d+)"/g)].map((match) => Number(match[1])) };
}

/** Takes the model rows out of the sheet: one gives the cells' styles, the other goes to the empty columns below. */
function openSheet(xml: string, frame: SheetFrame, count: number): OpenSheet {
  const first = firstDataRow(frame);
  const data = modelStyles(xml, first);
  const empty = modelStyles(xml, first + 1);
  const plain = xml
    .replace(data.text, '')
    .replace(empty.text, '')
    .replace(
      /<col min="(\d+)"/g,
      (found, column: string) => `${found} style="${empty.styles[Number(column) - 1] ?? 0}"`,
    )
    .replace(/<dimension [^>]*\/>/, '');
  const split = cut(plain, /<\/sheetData>/, 'rows').index;
  const styles = frame.columns.map((column, at) => {
    const style = data.styles[at];
    if (style === undefined) throw new Error(`frame of the workbook has no style for column ${at}`);
    return {
      letters: colToLetter(at),
      format: column.format,
      width: column.width,
      plain: style,
      quoted: style + count,
    };
  });
  return { head: plain.slice(0, split), tail: plain.slice(split), styles };
}

/** Adds a part to the workbook; the whole year 2000 stands for "no date", so that equal content has equal bytes. */
function addPart(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level });
  part.mtime = new Date(2000, 0, 1);
  zip.add(part);
  return part;
}

/**
 * Fills rows into a workbook's frame, page by page: at no time are more rows in memory than one page.
 * @param bytes what {@link writeFrame} gave for the same frame.
 */
export async function fillRows(
  bytes: Uint8Array,
  frame: SheetFrame,
  pages: AsyncIterable<readonly SheetRow[]>,
): Promise<Uint8Array> {
  const files = unzipSync(bytes);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const styles = withQuotedStyles(text(stylesPath));
  const sheet = openSheet(text(sheetPath), frame, styles.count);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [path, content] of Object.entries(files)) {
    if (path !== sheetPath) addPart(zip, path).push(path === stylesPath ? strToU8(styles.xml) : content, true);
  }
  const part = addPart(zip, sheetPath);
  part.push(strToU8(sheet.head));
  let row = firstDataRow(frame);
  for await (const page of pages) {
    part.push(strToU8(page.map((cells, at) => rowXml(row + at, cells, sheet.styles)).join('')));
    row += page.length;
  }
  part.push(strToU8(sheet.tail), true);
  zip.end();
  return joinBytes(pieces);
}
