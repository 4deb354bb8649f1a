import { weekdayName } from './calendar';
import { chineseDate, type DateText } from './dates';
import { startEvents, type Deadline, type DeadlineStep, type DeadlineUnit } from './deadline-terms';

/** Says days one after another, naming a year only when it changes. */
function sayer(): (date: DateText) => string {
  let year = '';
  return (date) => {
    const text = chineseDate(date);
    const known = date.slice(0, 4) === year;
    year = date.slice(0, 4);
    return known ? text.slice(5) : text;
  };
}

type Say = ReturnType<typeof sayer>;

function stretch(say: Say, from: DateText, until: DateText): string {
  if (from === until) return say(from);
  const sameMonth = from.slice(0, 7) === until.slice(0, 7);
  const first = say(from);
  return `${first}至${sameMonth ? `${Number(until.slice(8))}日` : say(until)}`;
}

/** A day with its weekday, or a moment with its time: 11月13日（周五）, 9月29日10:30. */
function point(say: Say, at: string): string {
  const day = at.slice(0, 10);
  return at.length > 10 ? `${say(day)}${at.slice(11)}` : `${say(day)}（${weekdayName(day)}）`;
}

function amountText(unit: DeadlineUnit, amount: number): string {
  if (unit === 'working-day') return `${amount}个工作日`;
  if (unit === 'hour') return `${amount}小时`;
  return unit === 'month' ? `${amount}个月` : `${amount}日`;
}

function reachedText({ unit, amount, extension }: DeadlineStep & { kind: 'reached' }): string {
  if (extension) return unit === 'fixed-date' ? '经批准延长至' : `经批准延长${amountText(unit, amount)}至`;
  if (unit === 'working-day' || unit === 'calendar-day') return `第${amountText(unit, amount)}为`;
  if (unit === 'fixed-date') return '截止日为';
  if (unit === 'month-end')
    return amount === 0 ? '当月末为' : amount === 1 ? '次月末为' : `其后第${amount}个月的月末为`;
  return `满${amountText(unit, amount)}为`;
}

function startText(say: Say, { event, at, unit, before }: DeadlineStep & { kind: 'start' }): string {
  if (before) return `${say(at.slice(0, 10))}${startEvents[event]}，当日不计，往前数`;
  const counted = unit === 'hour' ? '，即时起算' : unit === 'month-end' || unit === 'fixed-date' ? '' : '，次日起算';
  const when = unit === 'hour' ? point(say, at) : say(at.slice(0, 10));
  return `${when}${startEvents[event]}${counted}`;
}

function stepText(say: Say, step: DeadlineStep, others: boolean): string {
  if (step.kind === 'start') return startText(say, step);
  if (step.kind === 'day-off') return `${stretch(say, step.from, step.until)}${step.name}放假不计`;
  if (step.kind === 'make-up') return `${point(say, step.day)}补班计入`;
  if (step.kind === 'weekends') return `${others ? '其余' : ''}周六、周日不计`;
  const reason = 'reason' in step ? step.reason : step.kind === 'reached' ? (step.extension?.reason ?? null) : null;
  const because = reason === null ? '' : `（${reason}）`;
  if (step.kind === 'suspended') return `${stretch(say, step.from, step.until)}中止不计${because}`;
  if (step.kind === 'reached') return `${reachedText(step)}${point(say, step.at)}${because}`;
  return `该日${step.because === null ? `为${weekdayName(step.from)}` : `适逢${step.because}放假`}，${step.before ? '提前至' : '顺延至'}${point(say, step.to)}`;
}

/** The weekends are said last of what is not counted. */
function inOrderOfSpeech(steps: readonly DeadlineStep[]): readonly DeadlineStep[] {
  const weekends = steps.filter((step) => step.kind === 'weekends');
  const rest = steps.filter((step) => step.kind !== 'weekends');
  const end = rest.findIndex((step) => step.kind === 'reached');
  return [...rest.slice(0, end), ...weekends, ...rest.slice(end)];
}

/**
 * Why a deadline ends on its day, in Chinese: 2026年9月28日送达，次日起算，10月1日至7日国庆节放假不计，10月10日（周六）
 * 补班计入，其余周六、周日不计，第30个工作日为11月13日（周五）。 Where a year's notice is missing, a second sentence says so.
 */
export function explainDeadline(deadline: Pick<Deadline, 'steps' | 'missingYears'>): string {
  const say = sayer();
  const steps = inOrderOfSpeech(deadline.steps);
  const named = steps.some((step) => step.kind === 'day-off' || step.kind === 'make-up');
  const reasons = `${steps.map((step) => stepText(say, step, named)).join('，')}。`;
  if (deadline.missingYears.length === 0) return reasons;
  const years = deadline.missingYears.map((year) => `${year}年`).join('、');
  return `${reasons}${years}的放假安排尚未登记，相关日子按周末和法定节日暂估，登记后重新计算。`;
}
