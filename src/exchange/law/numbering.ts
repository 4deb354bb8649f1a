import { chineseNumeral } from '@/domain/law';
import { attribute, xmlPieces } from './xml';

/** How one level of a numbered list is written. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** 第%1条: %n stands for the number of level n, counted from 1. */
  readonly text: string;
  readonly style: string | null;
}

interface List {
  readonly id: string;
  readonly levels: Map<number, Level>;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Writes the numbers that a word processor counts by itself and that stand in no text. */
export interface Numbering {
  /** Label of the next paragraph at a place; empty where its level shows no number. */
  readonly label: (place: ListPlace) => string;
  /** The list that a paragraph style stands in, by its identifier. */
  readonly ofStyle: (style: string) => ListPlace | null;
}

function readAbstract(xml: string): Map<string, List> {
  const lists = new Map<string, List>();
  for (const [whole, head] of xml.matchAll(/<w:abstractNum\s([^>]*)>[\s\S]*?<\/w:abstractNum>/g)) {
    const id = attribute(` ${head ?? ''}`, 'w:abstractNumId') ?? '';
    lists.set(id, { id, levels: readLevels(whole) });
  }
  return lists;
}

function readLevels(xml: string): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const [whole] of xml.matchAll(/<w:lvl\s[\s\S]*?<\/w:lvl>/g)) {
    const value = (name: string): string | null => {
      const tag = new RegExp(`<${name}\\s[^>]*>`).exec(whole)?.[0];
      return tag === undefined ? null : attribute(tag, 'w:val');
    };
    const at = Number(attribute(whole.slice(0, whole.indexOf('>')), 'w:ilvl') ?? 0);
    levels.set(at, {
      start: Number(value('w:start') ?? 1),
      format: value('w:numFmt') ?? 'decimal',
      text: value('w:lvlText') ?? '',
      style: value('w:pStyle'),
    });
  }
  return levels;
}

/** Lists by the identifier that paragraphs name; a list may begin anew while it shares its form with another. */
function readLists(xml: string): Map<string, List & { readonly restarts: ReadonlyMap<number, number> }> {
  const forms = readAbstract(xml);
  const lists = new Map<string, List & { readonly restarts: ReadonlyMap<number, number> }>();
  for (const [whole] of xml.matchAll(/<w:num\s[\s\S]*?<\/w:num>/g)) {
    const id = attribute(whole.slice(0, whole.indexOf('>')), 'w:numId') ?? '';
    const form = forms.get(attribute(/<w:abstractNumId\s[^>]*>/.exec(whole)?.[0] ?? '', 'w:val') ?? '');
    if (!form) continue;
    const restarts = new Map<number, number>();
    for (const [override, level] of whole.matchAll(/<w:lvlOverride\s[^>]*w:ilvl="(\d+)"[\s\S]*?<\/w:lvlOverride>/g)) {
      const start = attribute(/<w:startOverride\s[^>]*>/.exec(override)?.[0] ?? '', 'w:val');
      if (start !== null) restarts.set(Number(level), Number(start));
    }
    lists.set(id, { ...form, restarts });
  }
  return lists;
}

function written(number: number, format: string): string {
  if (/^(chinese|ideograph|japanese|taiwanese)/.test(format)) return chineseNumeral(number);
  if (format === 'none') return '';
  return String(number);
}

/**
 * Reads numbering.xml (ISO/IEC 29500-1, 17.9). Chinese and Arabic numbers are written out; rarer forms are written in
 * Arabic, since only 第一条, （一） and 1. tell anything about a law.
 */
export function readNumbering(xml: string): Numbering {
  const lists = readLists(xml);
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  const styles = new Map<string, ListPlace>();
  for (const [list, { levels }] of lists) {
    for (const [level, { style }] of levels) if (style !== null) styles.set(style, { list, level });
  }
  return {
    ofStyle: (style) => styles.get(style) ?? null,
    label: ({ list, level }) => {
      const found = lists.get(list);
      const own = found?.levels.get(level);
      if (!found || !own || own.format === 'bullet') return '';
      const counted = counts.get(found.id) ?? new Map<number, number>();
      counts.set(found.id, counted);
      if (!begun.has(list)) for (const [at, start] of found.restarts) counted.set(at, start - 1);
      begun.add(list);
      counted.set(level, (counted.get(level) ?? own.start - 1) + 1);
      for (const deeper of [...counted.keys()]) if (deeper > level) counted.delete(deeper);
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = found.levels.get(at);
        return written(counted.get(at) ?? shown?.start ?? 1, shown?.format ?? 'decimal');
      });
    },
  };
}

/** The lists that paragraph styles stand in, by style identifier, as styles.xml says. */
export function readStyleLists(xml: string): ReadonlyMap<string, ListPlace> {
  const places = new Map<string, ListPlace>();
  let style: string | null = null;
  let list: string | null = null;
  let level = 0;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue;
    const { name, kind, tag } = piece;
    if (name === 'w:style' && kind === 'open') [style, list, level] = [attribute(tag, 'w:styleId'), null, 0];
    else if (name === 'w:numId') list = attribute(tag, 'w:val');
    else if (name === 'w:ilvl') level = Number(attribute(tag, 'w:val') ?? 0);
    else if (name === 'w:style' && kind === 'close') {
      if (style !== null && list !== null) places.set(style, { list, level });
      style = null;
    }
  }
  return places;
}
