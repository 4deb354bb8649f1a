/** One entry of a code table. */
export interface CodeEntry {
  /** What is stored. Never changes and is never used again for another meaning. */
  readonly code: string;
  /** What people read. */
  readonly label: string;
  /** Other spellings that an imported file may use. */
  readonly aliases?: readonly string[];
  /** An entry out of use stays readable in old records but is no longer offered. */
  readonly retired?: boolean;
}

/** A code table as shipped in resources/code-tables: versioned data with its source. */
export interface CodeTable {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Where the entries come from, for people: article, standard or "常用写法，可修改". */
  readonly source: string;
  readonly entries: readonly CodeEntry[];
}

/** The code tables in force: what was shipped, with the bureau's own entries laid over it. */
export type CodeTables = Readonly<Record<string, CodeTable>>;

/** Entries of a table; an unknown table is a bug. */
export function entriesOf(tables: CodeTables, table: string): readonly CodeEntry[] {
  const found = tables[table];
  if (!found) throw new Error(`no code table ${table}`);
  return found.entries;
}

/** Label of a code; an unknown code is shown as itself, so that nothing is hidden. */
export function codeLabel(tables: CodeTables, table: string, code: string): string {
  return entriesOf(tables, table).find((entry) => entry.code === code)?.label ?? code;
}
