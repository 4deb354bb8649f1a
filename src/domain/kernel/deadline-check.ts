import { isDateText } from './dates';
import { isLocalMoment, type DeadlineInput } from './deadline-terms';
import type { Refusal } from './identifiers';

function startProblem({ start, unit }: DeadlineInput): Refusal {
  if (unit === 'hour') {
    return isLocalMoment(start.at) ? null : '按小时计算的期限，起算时间要写到几时几分，如2026-09-28 10:30';
  }
  return isDateText(start.at) || isLocalMoment(start.at) ? null : '起算日应为日期，如2026-09-28';
}

const bounds = {
  'working-day': [1, 3660],
  'calendar-day': [1, 3660],
  hour: [1, 3660],
  month: [1, 120],
  'month-end': [0, 120],
  'fixed-date': [0, 0],
} as const;

function amountProblem(unit: DeadlineInput['unit'], amount: number): Refusal {
  const [least, most] = bounds[unit];
  if (unit === 'fixed-date' || (Number.isInteger(amount) && amount >= least && amount <= most)) return null;
  return `期限的数量应为${least}至${most}之间的整数`;
}

function dateProblem({ unit, date = null, start }: DeadlineInput): Refusal {
  if (unit !== 'fixed-date') return null;
  if (date === null || !isDateText(date)) return '请填写截止日期，如2026-12-31';
  return date < start.at.slice(0, 10) ? `截止日期（${date}）早于起算日（${start.at.slice(0, 10)}），请核对` : null;
}

function extensionProblem({ unit, extensions = [] }: DeadlineInput): Refusal {
  for (const extension of extensions) {
    if (unit === 'hour' && !('until' in extension) && extension.unit !== 'hour') {
      return '按小时计算的期限，延长按小时或者延至某一天';
    }
    if ('until' in extension) {
      if (!isDateText(extension.until)) return '延长至哪一天应写日期，如2026-12-31';
    } else {
      if (unit !== 'hour' && extension.unit === 'hour') return '按日计算的期限，延长不能按小时';
      const problem = amountProblem(extension.unit, extension.amount);
      if (problem !== null) return `延长：${problem}`;
    }
  }
  return null;
}

function suspensionProblem({ unit, suspensions = [] }: DeadlineInput): Refusal {
  for (const { from, until } of suspensions) {
    if (!isDateText(from) || !isDateText(until)) return '中止的起止应为日期，如2026-10-09';
    if (until < from) return `中止的终止日（${until}）早于起始日（${from}），请核对`;
  }
  const fixed = unit === 'month-end' || unit === 'fixed-date';
  return fixed && suspensions.length > 0 ? '到月末或固定日期的期限不因中止顺延，请改用延长' : null;
}

/** Counting back knows days only, and neither more time nor days that do not count. */
function beforeProblem({ before, unit, extensions = [], suspensions = [] }: DeadlineInput): Refusal {
  if (!before) return null;
  if (unit !== 'working-day' && unit !== 'calendar-day') return '往前数的期限按工作日或者自然日计算';
  return extensions.length + suspensions.length > 0 ? '往前数的期限不能延长，也不能中止' : null;
}

/**
 * Why a deadline cannot be computed from what was given.
 * @returns a Chinese sentence, or null where {@link computeDeadline} can be asked.
 */
export function deadlineProblem(input: DeadlineInput): Refusal {
  return (
    startProblem(input) ??
    beforeProblem(input) ??
    amountProblem(input.unit, input.amount) ??
    dateProblem(input) ??
    extensionProblem(input) ??
    suspensionProblem(input)
  );
}
