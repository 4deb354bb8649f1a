import { entriesOf, labelKey, type CodeTables } from '@/domain/kernel';

/** Finds the code of an entry by what a person wrote: its label, another spelling or the code itself. */
export interface ChoiceReader {
  find(text: string): string | null;
  /** The labels on offer, for a sentence. */
  readonly offer: string;
}

const mostOffered = 8;

/** A reader of one code table; label first, then alias, then code, without regard to width, case and white space. */
export function choiceReader(tables: CodeTables, table: string): ChoiceReader {
  const entries = entriesOf(tables, table);
  const known = new Map<string, string>();
  const learn = (text: string, code: string): void => {
    const key = labelKey(text);
    if (key !== '' && !known.has(key)) known.set(key, code);
  };
  for (const entry of entries) learn(entry.label, entry.code);
  for (const entry of entries) for (const alias of entry.aliases ?? []) learn(alias, entry.code);
  for (const entry of entries) learn(entry.code, entry.code);
  const labels = entries.filter((entry) => !entry.retired).map((entry) => entry.label);
  const offer = labels.slice(0, mostOffered).join('、') + (labels.length > mostOffered ? '等' : '');
  return { find: (text) => known.get(labelKey(text)) ?? null, offer };
}
