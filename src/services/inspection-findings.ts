import type { FailedItem } from '@/domain/inspection';
import { err } from '@/domain/kernel';
import { finding, type Finding } from '@/domain/finding';
import { allRows } from './all-rows';
import type { DocumentAnswer } from './documents';
import { createFindings, type FindingRow } from './findings';
import type { InspectionRow } from './inspections';
import type { Workbench } from './workbench';

/** What a person says of a finding; body, source, day and inspection follow from where it was found. */
export type FindingDraft = Pick<Finding, 'fact'> &
  Partial<Pick<Finding, 'summary' | 'basis' | 'type' | 'severity' | 'requirement' | 'checkItem'>>;

/** Findings of an inspection, the earliest first. */
export async function findingsOfInspection(bench: Workbench, id: string): Promise<readonly FindingRow[]> {
  const filters = [{ field: 'inspection', op: 'equals', value: id } as const];
  const rows = (await allRows(bench, { ledger: finding.id, filters })) as readonly FindingRow[];
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a finding of a failed item begins with; the note of the item is its fact. */
export function draftOfItem({ key, item, note }: FailedItem): FindingDraft {
  const fact = note.trim() === '' ? `经查，下列要求没有做到：${item.text}。` : note.trim();
  return { fact, summary: item.text.slice(0, 60), basis: item.basis, type: item.type, checkItem: key };
}

/** Failed items of which no finding was made yet. */
export function itemsWithoutFinding(
  items: readonly FailedItem[],
  findings: readonly FindingRow[],
): readonly FailedItem[] {
  const made = new Set(findings.map((row) => row.values.checkItem));
  return items.filter((item) => !made.has(item.key));
}

/** Registers findings of an inspection in one commit. An inspection that was not held has none. */
export async function addInspectionFindings(
  bench: Workbench,
  row: InspectionRow,
  drafts: readonly FindingDraft[],
): Promise<DocumentAnswer<readonly FindingRow[]>> {
  const { status, entity, startedOn, endedOn } = row.values;
  if (status !== 'onsite' && status !== 'recorded' && status !== 'closed' && status !== 'imported') {
    return err([{ field: null, message: '检查还没有开始，不能登记问题；请先办理“开始检查”' }]);
  }
  const foundOn = endedOn ?? startedOn ?? bench.session.today();
  const inputs = drafts.map((draft) => ({ ...draft, entity, foundOn, source: 'inspection', inspection: row.id }));
  return createFindings(bench, inputs);
}
