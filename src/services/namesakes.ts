import { tellApart } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { titlesFor } from './records';
import type { Workbench } from './workbench';

/** A record with its title. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/**
 * What tells records apart that share their title: two people of one name and one unit.
 * @returns by identifier, of those only that share a title with another.
 */
export async function namesakesAmong(
  bench: Workbench,
  target: string,
  records: readonly Titled[],
): Promise<Readonly<Record<string, string>>> {
  const alike = records.filter(({ id, title }) => records.some((one) => one.title === title && one.id !== id));
  if (alike.length === 0) return {};
  const ledger = ledgerOf(target);
  const rows = await bench.storage.rows(
    target,
    alike.map(({ id }) => id),
  );
  const titles = await titlesFor(
    bench,
    ledger,
    rows.map(({ values }) => values),
  );
  const context = { codes: bench.session.codes, titleOf: (_ledger: string, id: string) => titles[id] ?? '' };
  const told: Record<string, string> = {};
  for (const title of new Set(alike.map((one) => one.title))) {
    const ids = new Set(alike.filter((one) => one.title === title).map(({ id }) => id));
    const group = rows.filter(({ id }) => ids.has(id));
    Object.assign(told, tellApart(ledger, group, context));
  }
  return told;
}
