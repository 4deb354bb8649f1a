import type { Ledger, LedgerRow } from '@/domain/kernel';
import { fold } from './collation';
import type { SearchHit } from './contract';
import { readingTable } from './pinyin';
import { searchedFields } from './search-index';
import { findByReading, hasLetters, searchWords } from './search-words';
import type { Reader } from './titles';

/** How many found records of a ledger are ranked. */
const ranked = 300;
const excerptLength = 40;

/** A record as something found, without an excerpt. */
export function hitOf(reader: Reader, ledger: Ledger, row: LedgerRow): SearchHit {
  return { ledger: ledger.id, id: row.id, title: reader.tables.presenter.title(ledger, row.values), excerpt: '' };
}

/** Whether a word is found in a text, by signs or by sound. */
export function holdsWord(text: string, word: string): boolean {
  const folded = fold(text);
  if (!hasLetters(word)) return folded.includes(word);
  return findByReading({ text: folded, end: folded.length, word, table: readingTable() }, 0);
}

/** The first field beside the title that holds one of the words the title lacks, as “标签：值”, sensitive values masked. */
function excerptOf(reader: Reader, ledger: Ledger, row: LedgerRow, missing: readonly string[]): string {
  for (const name of searchedFields(ledger)) {
    const field = ledger.fields[name];
    if (!field || ledger.titleFields.includes(name)) continue;
    const text = reader.tables.presenter.value(field, row.values[name]);
    if (!missing.some((word) => holdsWord(text, word))) continue;
    const shown = reader.tables.presenter.value(field, row.values[name], true);
    return `${field.label}：${shown.length > excerptLength ? `${shown.slice(0, excerptLength)}…` : shown}`;
  }
  return '';
}

interface RankedHit {
  readonly rank: number;
  readonly hit: SearchHit;
}

function rank(reader: Reader, ledger: Ledger, row: LedgerRow, words: readonly string[]): RankedHit {
  const hit = hitOf(reader, ledger, row);
  const missing = words.filter((word) => !holdsWord(hit.title, word));
  if (missing.length > 0) return { rank: 2, hit: { ...hit, excerpt: excerptOf(reader, ledger, row, missing) } };
  return { rank: fold(hit.title).startsWith(words[0] ?? '') ? 0 : 1, hit };
}

async function find(reader: Reader, ledger: Ledger, text: string): Promise<RankedHit[]> {
  const { table, queries } = await reader.tables.loadWithTargets(ledger.id);
  const words = searchWords(text);
  const slots = queries.run({ search: text }).subarray(0, ranked);
  const rows = [...slots].flatMap((slot) => table.at(slot) ?? []);
  return rows.map((row) => rank(reader, ledger, row, words)).sort((a, b) => a.rank - b.rank);
}

/** Records of one ledger by words, those whose title begins with them first; without words the first of the list. */
export async function suggestHits(reader: Reader, ledger: string, text: string, limit: number): Promise<SearchHit[]> {
  const found = await find(reader, reader.ledgers.get(ledger), text);
  return found.slice(0, limit).map(({ hit }) => hit);
}

/** Records of all registers by words, best first; nothing without words. */
export async function searchHits(reader: Reader, text: string, limit: number): Promise<SearchHit[]> {
  if (searchWords(text).length === 0) return [];
  const found: RankedHit[] = [];
  for (const ledger of reader.ledgers.all) {
    if (!ledger.internal) found.push(...(await find(reader, ledger, text)).slice(0, limit));
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ hit }) => hit);
}
