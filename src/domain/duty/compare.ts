import { canonicalJson, labelKey, type FieldValue } from '../kernel';
import { dutyItem, type DutyItem } from './duty-item';

/** An item of a list with its record id. */
export interface ListedItem {
  readonly id: string;
  readonly values: DutyItem;
}

/** A field in which an item differs between two versions. */
export interface ItemDifference {
  readonly field: keyof DutyItem & string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** An item that both versions have, with what changed in it. */
export interface ChangedItem {
  readonly before: ListedItem;
  readonly after: ListedItem;
  readonly differences: readonly ItemDifference[];
}

/** What the later version of a list has, has not and has otherwise than the earlier one. */
export interface ListComparison {
  readonly added: readonly ListedItem[];
  readonly removed: readonly ListedItem[];
  readonly changed: readonly ChangedItem[];
  readonly unchanged: number;
}

/** Fields that follow from the version itself; a difference in them is none of the item. */
const ofTheVersion = new Set(['version', 'seq', 'effectiveFrom', 'effectiveUntil', 'approvalDocNo']);

const comparedFields = Object.keys(dutyItem.fields).filter(
  (name): name is keyof DutyItem & string => !ofTheVersion.has(name),
);

/**
 * Compares two versions of a list. Items belong together by item code, else by name (white space and brackets apart);
 * each item is matched once. Order in the results follows the lists as given.
 */
export function compareVersions(earlier: readonly ListedItem[], later: readonly ListedItem[]): ListComparison {
  const partners = new Map<ListedItem, ListedItem>();
  match(earlier, later, partners, (item) => item.values.itemCode);
  match(earlier, later, partners, (item) => labelKey(item.values.itemName));
  const matched = new Set(partners.values());
  const pairs = later.flatMap((after) => {
    const before = partners.get(after);
    return before ? [{ before, after, differences: differencesOf(before.values, after.values) }] : [];
  });
  return {
    added: later.filter((item) => !partners.has(item)),
    removed: earlier.filter((item) => !matched.has(item)),
    changed: pairs.filter((pair) => pair.differences.length > 0),
    unchanged: pairs.filter((pair) => pair.differences.length === 0).length,
  };
}

function match(
  earlier: readonly ListedItem[],
  later: readonly ListedItem[],
  partners: Map<ListedItem, ListedItem>,
  keyOf: (item: ListedItem) => string | null,
): void {
  const taken = new Set(partners.values());
  const waiting = new Map<string, ListedItem[]>();
  for (const item of earlier) {
    const key = taken.has(item) ? null : keyOf(item);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), item]);
  }
  for (const item of later) {
    const key = partners.has(item) ? null : keyOf(item);
    const partner = key === null ? undefined : waiting.get(key)?.shift();
    if (partner) partners.set(item, partner);
  }
}

function differencesOf(before: DutyItem, after: DutyItem): readonly ItemDifference[] {
  return comparedFields.flatMap((field) =>
    comparable(before[field]) === comparable(after[field])
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
}

function comparable(value: FieldValue): string {
  if (typeof value === 'string') return value.replace(/\s+/g, '');
  return typeof value === 'object' && value !== null ? canonicalJson([...value].sort()) : canonicalJson(value);
}
