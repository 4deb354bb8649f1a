import { canonicalJson, type ChangeEntry, type CommitHeader, type LedgerRow } from '@/domain/kernel';
import type { BureauDatabase, ChangePart } from './database';
import { sha256Hex, sha256HexOf } from './digest';
import type { LedgerSet } from './ledger-set';
import { completeRow, entryText } from './row-text';

/** Entries and UTF-16 code units in one part: what comes first closes it. */
const partEntries = 200;
const partLength = 400_000;

/** A commit ready to be written. */
export interface LogRecord {
  readonly header: CommitHeader;
  readonly parts: readonly ChangePart[];
}

/** What a header says beside its digests. */
export type HeaderFacts = Pick<CommitHeader, 'seq' | 'at' | 'actor' | 'intent' | 'undoes' | 'previous'>;

/** SHA-256, hex, of the canonical JSON of all members of a header but its hash. */
export function headerHash(header: Omit<CommitHeader, 'hash'>): string {
  const { seq, at, actor, intent, count, undoes, parts, previous } = header;
  return sha256Hex(canonicalJson({ seq, at, actor, intent, count, undoes, parts, previous }));
}

function splitEntries(ledgers: LedgerSet, entries: readonly ChangeEntry[]): { ids: string[]; lines: string[] }[] {
  const parts: { ids: string[]; lines: string[] }[] = [];
  let length = 0;
  for (const entry of entries) {
    const line = entryText(ledgers.get(entry.ledger), entry);
    let part = parts.at(-1);
    if (!part || part.lines.length >= partEntries || length + line.length > partLength) {
      part = { ids: [], lines: [] };
      parts.push(part);
      length = 0;
    }
    part.ids.push(entry.id);
    part.lines.push(line);
    length += line.length + 1;
  }
  return parts;
}

/** Writes entries as parts and seals the header over them. Computes all digests; touches no database. */
export async function sealCommit(
  ledgers: LedgerSet,
  facts: HeaderFacts,
  entries: readonly ChangeEntry[],
): Promise<LogRecord> {
  const parts = splitEntries(ledgers, entries).map(({ ids, lines }, part) => ({
    seq: facts.seq,
    part,
    ids: [...new Set(ids)],
    text: lines.join('\n'),
  }));
  const open = {
    ...facts,
    count: entries.length,
    parts: await Promise.all(parts.map((part) => sha256HexOf(part.text))),
  };
  return { header: { ...open, hash: headerHash(open) }, parts };
}

/** An entry out of its line in the log, with null for whatever the line does not carry. */
export function readEntry(ledgers: LedgerSet, line: string): ChangeEntry {
  const raw = JSON.parse(line) as { ledger: string; id: string; before?: LedgerRow; after?: LedgerRow };
  const complete = (row: LedgerRow | undefined): LedgerRow | null =>
    row ? (ledgers.has(raw.ledger) ? completeRow(ledgers.get(raw.ledger), row) : row) : null;
  return { ledger: raw.ledger, id: raw.id, before: complete(raw.before), after: complete(raw.after) };
}

/** Entries of one commit in their order. */
export async function readEntries(
  database: BureauDatabase,
  ledgers: LedgerSet,
  seq: number,
): Promise<readonly ChangeEntry[]> {
  const parts = await database.changes.where('[seq+part]').between([seq, 0], [seq, Infinity]).toArray();
  return parts.flatMap((part) => part.text.split('\n').map((line) => readEntry(ledgers, line)));
}

/** All changes of one record with their commits, newest first. */
export async function readHistory(
  database: BureauDatabase,
  ledgers: LedgerSet,
  record: { readonly ledger: string; readonly id: string },
): Promise<readonly { readonly header: CommitHeader; readonly entry: ChangeEntry }[]> {
  const parts = await database.changes.where('ids').equals(record.id).toArray();
  const headers = await database.commits.bulkGet([...new Set(parts.map((part) => part.seq))]);
  const headerBySeq = new Map(headers.flatMap((header) => (header ? [[header.seq, header] as const] : [])));
  const items = parts.flatMap((part) => {
    const header = headerBySeq.get(part.seq);
    const lines = part.text.split('\n').filter((line) => line.includes(record.id));
    const entries = lines.map((line) => readEntry(ledgers, line));
    const wanted = entries.filter((entry) => entry.ledger === record.ledger && entry.id === record.id);
    return header ? wanted.map((entry) => ({ header, entry })) : [];
  });
  return items.sort((a, b) => b.header.seq - a.header.seq);
}
