import { dueLevelLabels, spanOfLevel, type DaySpan, type DueLevel } from '@/domain/due';
import { finding, owingStates } from '@/domain/finding';
import type { Filter } from '@/domain/kernel';
import { limitsOf } from './due-limits';
import type { Workbench } from './workbench';

/** One kind of warning about findings, as a condition on the list. */
export interface FindingNotice {
  readonly id: string;
  readonly label: string;
  readonly urgent: boolean;
  readonly filters: readonly Filter[];
}

/** Conditions of findings whose body still owes its report. */
export const owingConditions: readonly Filter[] = [
  { field: 'status', op: 'any', values: [...owingStates] },
  { field: 'closedOn', op: 'empty' },
];

/** Conditions of findings whose body still owes its report by a day. */
export function owingFilters(span: DaySpan): readonly Filter[] {
  return [...owingConditions, { field: 'dueOn', op: 'between', ...span }];
}

/** The warnings about findings as conditions on the list: deadlines first, then what waits for the bureau itself. */
export async function findingNotices(bench: Workbench): Promise<readonly FindingNotice[]> {
  const limits = await limitsOf(bench);
  const near = (id: Exclude<DueLevel, 'later'>): FindingNotice => ({
    id,
    label: dueLevelLabels[id],
    urgent: id !== 'seven',
    filters: owingFilters(spanOfLevel(id, limits)),
  });
  const waiting = (id: string, label: string): FindingNotice => ({
    id,
    label,
    urgent: false,
    filters: [{ field: 'status', op: 'any', values: [id] }],
  });
  return [
    near('overdue'),
    near('today'),
    near('three'),
    near('seven'),
    waiting('open', '待处理'),
    waiting('submitted', '待核验'),
    waiting('verified', '待销号'),
  ];
}

/** The warnings that apply to some finding, with the number of findings. */
export async function countFindingNotices(
  bench: Workbench,
): Promise<readonly (FindingNotice & { readonly count: number })[]> {
  const notices = await findingNotices(bench);
  const counts = await Promise.all(
    notices.map(({ filters }) => bench.storage.countRows({ ledger: finding.id, filters })),
  );
  return notices.flatMap((notice, at) => (counts[at] ? [{ ...notice, count: counts[at] }] : []));
}
