import { finding, owingStates } from '@/domain/finding';
import { addDays, computeDeadline, type DateText, type Filter, type WorkCalendar } from '@/domain/kernel';
import { calendarOf } from './calendar';
import type { Workbench } from './workbench';

/** One kind of warning about findings, as a condition on the list. */
export interface FindingNotice {
  readonly id: string;
  readonly label: string;
  readonly urgent: boolean;
  readonly filters: readonly Filter[];
}

/** The last of a number of working days after a day. */
function workingDaysAfter(today: DateText, amount: number, calendar: WorkCalendar): DateText {
  const start = { event: 'started', at: today } as const;
  return computeDeadline({ amount, unit: 'working-day', rollOver: false, start, calendar }).due;
}

/** Conditions of findings whose body still owes its report by a day. */
export function owingFilters(span: { readonly from?: DateText; readonly to?: DateText }): readonly Filter[] {
  return [
    { field: 'status', op: 'any', values: [...owingStates] },
    { field: 'closedOn', op: 'empty' },
    { field: 'dueOn', op: 'between', ...span },
  ];
}

/** The last days of the two warnings before a deadline: within 3 and within 7 working days. */
export async function warningDays(bench: Workbench): Promise<{ readonly three: DateText; readonly seven: DateText }> {
  const calendar = await calendarOf(bench);
  const today = bench.session.today();
  return { three: workingDaysAfter(today, 3, calendar), seven: workingDaysAfter(today, 7, calendar) };
}

/** The warnings about findings as conditions on the list: deadlines first, then what waits for the bureau itself. */
export async function findingNotices(bench: Workbench): Promise<readonly FindingNotice[]> {
  const today = bench.session.today();
  const { three, seven } = await warningDays(bench);
  const waiting = (id: string, label: string): FindingNotice => ({
    id,
    label,
    urgent: false,
    filters: [{ field: 'status', op: 'any', values: [id] }],
  });
  return [
    { id: 'overdue', label: '逾期', urgent: true, filters: owingFilters({ to: addDays(today, -1) }) },
    { id: 'today', label: '今日到期', urgent: true, filters: owingFilters({ from: today, to: today }) },
    { id: 'three', label: '3个工作日内', urgent: true, filters: owingFilters({ from: addDays(today, 1), to: three }) },
    { id: 'seven', label: '7个工作日内', urgent: false, filters: owingFilters({ from: addDays(three, 1), to: seven }) },
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
