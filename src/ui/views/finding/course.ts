import type { Finding } from '@/domain/finding';
import type { CourseStep } from '@/ui/components/course';

/** Number of steps that are behind a finding, by its state. */
const behind: Readonly<Record<string, number>> = {
  open: 1,
  issued: 2,
  rectifying: 2,
  submitted: 3,
  verified: 4,
  closed: 5,
};

/** 2026-03-05 as 3月5日, short enough for the bar. */
function shortDay(day: string | null): string {
  return day === null ? '' : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

function placed(steps: readonly Omit<CourseStep, 'standing'>[], done: number): readonly CourseStep[] {
  return steps.map((step, at) => ({ ...step, standing: at < done ? 'done' : at === done ? 'now' : 'ahead' }));
}

/** The way of a finding that went to somebody else: a superior department, or another organ. */
function sideways(values: Finding, title: string, on: string | null): readonly CourseStep[] {
  const steps = [
    { title: '登记', facts: shortDay(values.foundOn) },
    { title, facts: shortDay(on) },
    { title: '销号', facts: shortDay(values.closedOn) },
  ];
  return placed(steps, values.status === 'closed' ? 3 : 2);
}

/** The steps of a finding, with the days known of them; one told to a superior department or passed on has a way of its own. */
export function findingCourse(values: Finding): readonly CourseStep[] {
  if (values.informedOn !== null) return sideways(values, '告知上级主管部门', values.informedOn);
  if (values.status === 'transferred') return sideways(values, '移送', values.transferredOn);
  if (values.status === 'unfounded')
    return placed(
      [
        { title: '登记', facts: shortDay(values.foundOn) },
        { title: '查否', facts: '' },
      ],
      2,
    );
  const steps = [
    { title: '登记', facts: shortDay(values.foundOn) },
    { title: '交办', facts: shortDay(values.startedOn) },
    { title: '整改', facts: values.dueOn === null ? '' : `限${shortDay(values.dueOn)}` },
    { title: '核验', facts: shortDay(values.verifiedOn) },
    { title: '销号', facts: [values.closedBy, shortDay(values.closedOn)].filter(Boolean).join(' ') },
  ];
  const recorded = values.closedOn !== null ? 5 : 1;
  return placed(steps, values.status === 'recorded' ? recorded : (behind[values.status] ?? 1));
}
