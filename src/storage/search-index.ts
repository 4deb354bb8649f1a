import { blockSize, type MemoryTable } from './memory-table';
import { readingTable } from './pinyin';
import { findByReading, hasLetters, searchWords } from './search-words';

/** Finds records of one table by words. */
export interface SearchIndex {
  /** By slot: 1 where all words of the text are found in the searchable fields. Null where the text has no word. */
  readonly find: (text: string) => Uint8Array | null;
  /** Makes a block's texts before they are asked for. */
  readonly prepare: (block: number) => void;
}

/** Stands between two fields of a record, so that no word is found across them. */
const fieldEnd = '\u0001';

interface Block {
  readonly version: number;
  readonly stamp: number;
  /** Texts of the block's records, one behind another. */
  readonly text: string;
  /** Where each record's text begins; one more at the end. */
  readonly starts: Int32Array;
}

interface Found {
  readonly word: string;
  readonly state: string;
  readonly mask: Uint8Array;
}

/** Fields in which a ledger's records are searched: the searchable ones, else those of the title. */
export function searchedFields(ledger: MemoryTable['ledger']): readonly string[] {
  const searchable = Object.keys(ledger.fields).filter((name) => ledger.fields[name]?.searchable);
  return searchable.length > 0 ? searchable : ledger.titleFields;
}

function buildBlock(table: MemoryTable, block: number, stamp: number): Block {
  const columns = searchedFields(table.ledger).map((name) => {
    const column = table.column(name);
    return { codes: column.codes(), folded: column.folded() };
  });
  const first = block * blockSize;
  const count = Math.min(blockSize, table.size() - first);
  const starts = new Int32Array(count + 1);
  const pieces: string[] = [];
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    for (const { codes, folded } of columns) {
      const text = folded[codes[first + at] ?? 0] ?? '';
      if (text === '') continue;
      pieces.push(text, fieldEnd);
      length += text.length + 1;
    }
    starts[at + 1] = length;
  }
  return { version: table.blockVersion(block), stamp, text: pieces.join(''), starts };
}

/** Looks for a word without letters, through the whole block at once. */
function findPlain(block: Block, word: string, mark: (at: number) => void): void {
  const { text, starts } = block;
  let record = 0;
  for (let at = text.indexOf(word); at >= 0;) {
    while ((starts[record + 1] ?? text.length) <= at) record += 1;
    mark(record);
    at = text.indexOf(word, starts[record + 1] ?? text.length);
  }
}

function findSpelled(block: Block, word: string, wanted: (at: number) => boolean, mark: (at: number) => void): void {
  const table = readingTable();
  const { text, starts } = block;
  for (let record = 0; record + 1 < starts.length; record += 1) {
    if (!wanted(record)) continue;
    const looking = { text, end: starts[record + 1] ?? 0, word, table };
    if (findByReading(looking, starts[record] ?? 0)) mark(record);
  }
}

/**
 * Makes the search of a table. Texts are kept in blocks and rebuilt only where a record changed; what a word found is
 * kept, and a longer word looks only among what its beginning found, as happens while a person types.
 * @param stamp changes whenever labels of codes or titles of references in searchable fields may have changed.
 */
export function createSearchIndex(table: MemoryTable, stamp: () => number): SearchIndex {
  const blocks: Block[] = [];
  let recent: Found[] = [];

  function blockAt(at: number): Block {
    const now = stamp();
    const known = blocks[at];
    const full = known && known.starts.length - 1 === Math.min(blockSize, table.size() - at * blockSize);
    if (known && full && known.version === table.blockVersion(at) && known.stamp === now) return known;
    const built = buildBlock(table, at, now);
    blocks[at] = built;
    return built;
  }
  function findWord(word: string): Uint8Array {
    const state = `${table.version()}/${stamp()}`;
    recent = recent.filter((found) => found.state === state);
    const known = recent
      .filter((found) => word.startsWith(found.word))
      .sort((a, b) => b.word.length - a.word.length)[0];
    if (known?.word === word) return known.mask;
    const mask = new Uint8Array(table.size());
    const spelled = hasLetters(word);
    for (let at = 0; at * blockSize < table.size(); at += 1) {
      const first = at * blockSize;
      const mark = (record: number): void => void (mask[first + record] = 1);
      const wanted = (record: number): boolean => !known || known.mask[first + record] === 1;
      if (spelled) findSpelled(blockAt(at), word, wanted, mark);
      else findPlain(blockAt(at), word, mark);
    }
    recent = [{ word, state, mask }, ...recent].slice(0, 12);
    return mask;
  }
  return {
    prepare: (block) => void blockAt(block),
    find: (text) => {
      const words = searchWords(text);
      const [first, ...others] = words.map(findWord);
      if (!first) return null;
      if (others.length === 0) return first;
      return first.map((hit, slot) => (hit === 1 && others.every((mask) => mask[slot] === 1) ? 1 : 0));
    },
  };
}
