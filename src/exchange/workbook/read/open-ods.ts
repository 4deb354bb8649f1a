import { zipSync } from 'fflate';
import type { Result } from '@/domain/kernel';
import type { WorkbookRefusal } from '../../contract';
import type { RawGrid } from './grid';
import { damaged, encrypted, expands, refuse } from './limits';
import { openSheetjs } from './open-sheetjs';
import { inflatePart, type ZipPart } from './zip-guard';

const mostCells = 20_000_000;

function repeats(tag: string, attribute: string): number {
  return Math.max(1, Number(new RegExp(`${attribute}="(\\d+)"`).exec(tag)?.[1] ?? 1));
}

/** Filled cells that the text stands for once repeated rows and cells are written out. */
function repeatedCells(content: string): number {
  let total = 0;
  let rowRepeat = 1;
  for (const [tag] of content.matchAll(/<table:table-(?:row|cell)\b[^>]*>/g)) {
    if (tag.startsWith('<table:table-row')) rowRepeat = repeats(tag, 'number-rows-repeated');
    else if (tag.includes('value-type=')) total += rowRepeat * repeats(tag, 'number-columns-repeated');
    if (total > mostCells) return total;
  }
  return total;
}

/** Names of sheets whose style says that they are not displayed. */
function hiddenTables(content: string): Set<string> {
  const styles = new Set<string>();
  for (const [, name, body] of content.matchAll(
    /<style:style [^>]*style:name="([^"]*)"[^>]*style:family="table"[^>]*>([\s\S]*?)<\/style:style>/g,
  )) {
    if (name !== undefined && body?.includes('table:display="false"')) styles.add(name);
  }
  const hidden = new Set<string>();
  for (const [tag] of styles.size > 0 ? content.matchAll(/<table:table [^>]*>/g) : []) {
    const style = /table:style-name="([^"]*)"/.exec(tag)?.[1];
    const name = /table:name="([^"]*)"/.exec(tag)?.[1];
    if (style !== undefined && name !== undefined && styles.has(style)) hidden.add(name);
  }
  return hidden;
}

/**
 * Reads an .ods. Its needed parts are inflated here, where their size is bounded, and handed to the reader without
 * pictures, macros and links.
 */
export function openOds(bytes: Uint8Array, parts: readonly ZipPart[]): Result<RawGrid[], WorkbookRefusal> {
  const found: Record<string, [Uint8Array, { level: 0 }]> = {};
  for (const name of ['content.xml', 'styles.xml', 'META-INF/manifest.xml']) {
    const part = parts.find((entry) => entry.name === name);
    const inflated = part ? inflatePart(bytes, part) : null;
    if (part && !inflated) return refuse('damaged', damaged);
    // The reader asks for styles even where a file goes without.
    found[name] = [inflated ?? new Uint8Array(), { level: 0 }];
  }
  const decode = (name: string): string => new TextDecoder().decode(found[name]?.[0]);
  if (decode('META-INF/manifest.xml').includes('encryption-data')) return refuse('encrypted', encrypted);
  const content = decode('content.xml');
  if (repeatedCells(content) > mostCells) return refuse('expands-too-much', expands);
  return openSheetjs(zipSync(found), hiddenTables(content));
}
