import { z } from 'zod';

const item = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Heading within the list: 公示, 全过程记录. */
  group: z.string().min(1),
  /** What is right, as a sentence that is kept or not. */
  text: z.string().min(1),
  /** What to look at, and how many. */
  look: z.string().min(1),
  /** Law and article, or that it is customary. */
  basis: z.string().min(1),
  /** Code of the table finding-type for a finding that comes from the item. */
  type: z.string().min(1),
});

/** A check list of one area as data; shipped in resources/checklists, kept with the inspection that took it. */
export const checklist = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** What it covers, in a few characters: 三项制度. */
  area: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  source: z.string().min(1),
  items: z.array(item).min(1),
});

/** A check list. */
export type Checklist = z.infer<typeof checklist>;
/** One item of a check list. */
export type CheckItem = Checklist['items'][number];

/** What the inspectors found about an item. */
export const checkResults = ['met', 'failed', 'not-applicable', 'unchecked'] as const;
/** One of {@link checkResults}. */
export type CheckResult = (typeof checkResults)[number];

/** The results in Chinese, as in the window and on paper. */
export const resultLabels: Readonly<Record<CheckResult, string>> = {
  met: '符合',
  failed: '不符合',
  'not-applicable': '不适用',
  unchecked: '未查',
};

const entry = z.strictObject({ result: z.enum(checkResults), note: z.string() });

/** What was entered for one item. */
export type CheckEntry = z.infer<typeof entry>;
/** What was entered, by {@link itemKey}. An item without an entry is not yet entered. */
export type CheckEntries = Readonly<Record<string, CheckEntry>>;

/** The check lists of an inspection with what was entered. */
export interface Checks {
  readonly lists: readonly Checklist[];
  readonly entries: CheckEntries;
}

/** No list taken yet. */
export const noChecks: Checks = { lists: [], entries: {} };

/** Names an item among all lists of an inspection: three-systems/03. */
export function itemKey(list: Pick<Checklist, 'id'>, one: Pick<CheckItem, 'id'>): string {
  return `${list.id}/${one.id}`;
}

const lists = z.array(checklist);
const entries = z.record(z.string(), entry);

/** Checks as the record of an inspection holds them. */
export function writeChecks(checks: Checks): { readonly lists: string; readonly results: string } {
  return { lists: JSON.stringify(checks.lists), results: JSON.stringify(checks.entries) };
}

/** Reads what {@link writeChecks} wrote. */
export function readChecks(record: { readonly lists: string; readonly results: string }): Checks {
  return { lists: lists.parse(JSON.parse(record.lists)), entries: entries.parse(JSON.parse(record.results)) };
}

/** How far the check lists have been gone through. */
export interface CheckCounts extends Readonly<Record<CheckResult, number>> {
  readonly total: number;
  /** Items without an entry. */
  readonly open: number;
  /** Items with a result: met, failed or not applicable. */
  readonly checked: number;
}

/** Counts the results of all lists. */
export function countChecks({ lists: taken, entries: entered }: Checks): CheckCounts {
  const found = { met: 0, failed: 0, 'not-applicable': 0, unchecked: 0 };
  let total = 0;
  let open = 0;
  for (const list of taken) {
    for (const one of list.items) {
      const result = entered[itemKey(list, one)]?.result;
      total += 1;
      if (result) found[result] += 1;
      else open += 1;
    }
  }
  return { ...found, total, open, checked: found.met + found.failed + found['not-applicable'] };
}

/** An item that is not kept, with what was noted about it. */
export interface FailedItem {
  readonly key: string;
  readonly list: Checklist;
  readonly item: CheckItem;
  readonly note: string;
}

/** The items that are not kept, in the order of the lists. */
export function failedItems({ lists: taken, entries: entered }: Checks): readonly FailedItem[] {
  return taken.flatMap((list) =>
    list.items.flatMap((one) => {
      const key = itemKey(list, one);
      const made = entered[key];
      return made?.result === 'failed' ? [{ key, list, item: one, note: made.note }] : [];
    }),
  );
}

/**
 * Takes the chosen lists, in the given order. Lists that were taken before stay as they were taken; what was entered for
 * a list that is taken no more goes with it.
 */
export function takeLists(checks: Checks, chosen: readonly Checklist[]): Checks {
  const kept = chosen.map((list) => checks.lists.find(({ id }) => id === list.id) ?? list);
  const keys = new Set(kept.flatMap((list) => list.items.map((one) => itemKey(list, one))));
  const left = Object.entries(checks.entries).filter(([key]) => keys.has(key));
  return { lists: kept, entries: Object.fromEntries(left) };
}

/** Lists that would lose entries if only the chosen ones were taken. */
export function listsWithEntries(checks: Checks, chosen: ReadonlySet<string>): readonly Checklist[] {
  return checks.lists.filter(
    (list) => !chosen.has(list.id) && list.items.some((one) => checks.entries[itemKey(list, one)] !== undefined),
  );
}
