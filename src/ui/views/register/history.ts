import { presentValue, type Ledger, type PresentContext, type Values } from '@/domain/kernel';
import { sameValue } from '@/services/records';
import type { HistoryItem } from '@/storage/contract';
import { momentText } from '@/ui/frame/moments';

/** One field's change in words. */
export interface Difference {
  readonly label: string;
  readonly old: string;
  readonly now: string;
}

/** One entry of a record's history in words. */
export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** What the person decided. */
  readonly label: string;
  /** What it meant for this record: 新增, 修改, 移入回收站 ... */
  readonly event: string;
  readonly differences: readonly Difference[];
}

function eventOf(item: HistoryItem): string {
  const { before, after } = item.entry;
  if (after === null) return '彻底删除';
  if (before === null) return '新增';
  if (before.deletedAt === null && after.deletedAt !== null) return '移入回收站';
  if (before.deletedAt !== null && after.deletedAt === null) return '恢复';
  return item.header.undoes === null ? '修改' : '撤销修改';
}

function differencesOf(ledger: Ledger, before: Values, after: Values, context: PresentContext): readonly Difference[] {
  return Object.entries(ledger.fields).flatMap(([name, field]) => {
    if (sameValue(before[name], after[name])) return [];
    const [old, now] = [before, after].map((values) => presentValue(field, values[name], context));
    return [{ label: field.label, old: old ?? '', now: now ?? '' }];
  });
}

/** A change of a record in words: which fields, from what to what. */
export function historyEntry(ledger: Ledger, item: HistoryItem, context: PresentContext): HistoryEntry {
  const { header, entry } = item;
  const differences =
    entry.after === null ? [] : differencesOf(ledger, entry.before?.values ?? {}, entry.after.values, context);
  return {
    seq: header.seq,
    at: momentText(Date.parse(header.at)),
    actor: header.actor,
    label: header.intent.label,
    event: eventOf(item),
    differences,
  };
}

/** All states of a record that its history tells of, for finding the titles of what they refer to. */
export function statesOf(items: readonly HistoryItem[]): readonly Values[] {
  return items.flatMap(({ entry }) => [entry.before?.values ?? [], entry.after?.values ?? []].flat());
}
