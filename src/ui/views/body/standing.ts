import type { DueLevel } from '@/domain/due';
import type { Due } from '@/services/dues';
import type { Tone } from '@/ui/components/table';

/** Red where something is late or due today, yellow where it soon will be, else still. */
export const dueTones: Readonly<Record<DueLevel, Tone>> = {
  overdue: 'wrong',
  today: 'wrong',
  three: 'waiting',
  seven: 'waiting',
  later: 'still',
};

/** The deadlines of a body in a few tags: what is late, what soon is due, or that there is nothing of the kind. */
export function duesStanding(
  dues: readonly Pick<Due, 'level'>[],
): readonly { readonly tone: Tone; readonly text: string }[] {
  const count = (...levels: readonly DueLevel[]): number => dues.filter(({ level }) => levels.includes(level)).length;
  const tags = [
    { tone: 'wrong', text: '逾期', count: count('overdue') },
    { tone: 'wrong', text: '今日到期', count: count('today') },
    { tone: 'waiting', text: '7个工作日内到期', count: count('three', 'seven') },
  ] as const;
  const shown = tags
    .filter((one) => one.count > 0)
    .map((one) => ({ tone: one.tone, text: `${one.text}${one.count}项` }));
  return shown.length > 0 ? shown : [{ tone: 'done', text: '没有逾期或临近到期的事项' }];
}
