/** The items with one of them moved up (-1) or down (1); unchanged where there is no room. */
export function moved<T>(items: readonly T[], at: number, step: -1 | 1): readonly T[] {
  const to = at + step;
  const [item, other] = [items[at], items[to]];
  if (item === undefined || other === undefined) return items;
  return items.map((one, place) => (place === at ? other : place === to ? item : one));
}

/** The items without the one at a place. */
export function without<T>(items: readonly T[], at: number): readonly T[] {
  return items.filter((_, place) => place !== at);
}

/** The items with another one in a place. */
export function replaced<T>(items: readonly T[], at: number, item: T): readonly T[] {
  return items.map((one, place) => (place === at ? item : one));
}

/**
 * Rows of cells pasted out of a spreadsheet, laid over a table from a cell on; rows are added as they are needed, what is
 * wider than the table is left out.
 */
export function pasted(
  rows: readonly (readonly string[])[],
  text: string,
  from: { readonly row: number; readonly column: number; readonly columns: number },
): readonly (readonly string[])[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const next = rows.map((row) => [...row]);
  for (const [down, line] of lines.entries()) {
    const row = (next[from.row + down] ??= Array.from({ length: from.columns }, () => ''));
    for (const [right, cell] of line.split('\t').entries()) {
      if (from.column + right < from.columns) row[from.column + right] = cell.trim();
    }
  }
  return next;
}
