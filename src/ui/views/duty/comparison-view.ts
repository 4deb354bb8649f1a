import { dutyItem, type ChangedItem, type ListComparison, type ListedItem } from '@/domain/duty';
import { presentValue, type PresentContext } from '@/domain/kernel';

/** One field of an item that was changed, as people read it. */
export interface ShownDifference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** An item of a comparison, as people read it. */
export interface ShownItem {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** A few fields in one line: type, subject, office. */
  readonly facts: string;
  /** Only for a changed item. */
  readonly differences: readonly ShownDifference[];
}

/** A comparison, as it is shown and printed. */
export interface ShownComparison {
  readonly added: readonly ShownItem[];
  readonly changed: readonly ShownItem[];
  readonly removed: readonly ShownItem[];
  readonly unchanged: number;
}

const factFields = ['powerType', 'category', 'subject', 'responsibleOffice'] as const;

function showItem(item: ListedItem, context: PresentContext): ShownItem {
  const { values } = item;
  const facts = factFields.map((name) => presentValue(dutyItem.fields[name], values[name], context));
  return {
    id: item.id,
    name: values.itemName,
    code: values.itemCode ?? '',
    facts: facts.filter((fact) => fact !== '').join('，'),
    differences: [],
  };
}

function showChange(change: ChangedItem, context: PresentContext): ShownItem {
  const differences = change.differences.map(({ field, before, after }) => ({
    label: dutyItem.fields[field].label,
    before: presentValue(dutyItem.fields[field], before, context),
    after: presentValue(dutyItem.fields[field], after, context),
  }));
  return { ...showItem(change.after, context), differences };
}

/** A comparison in words: labels instead of codes, titles instead of references. */
export function showComparison(comparison: ListComparison, context: PresentContext): ShownComparison {
  return {
    added: comparison.added.map((item) => showItem(item, context)),
    changed: comparison.changed.map((change) => showChange(change, context)),
    removed: comparison.removed.map((item) => showItem(item, context)),
    unchanged: comparison.unchanged,
  };
}
