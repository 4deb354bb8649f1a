import { z } from 'zod';
import data from '#resources/recurring-duties.json';
import { dateFromParts, daysInMonth, emptyValues, type DateText } from '../kernel';
import type { RulePack, YearlyDuty } from '../rule-pack';
import { planTask, type PlanTask } from './plan-task';

const duty = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** {季} stands for the quarter of its day. */
  title: z.string().min(1),
  /** Code of the table duty-category. */
  category: z.string().min(1),
  /** Code of the table supervision-mode. */
  mode: z.string().min(1),
  /** Codes of the table duty-method. */
  methods: z.array(z.string()).min(1),
  content: z.string().min(1),
  target: z.string().min(1),
  assistUnits: z.string().nullable(),
  result: z.string().min(1),
  /** Months that the work takes, the last one included. */
  months: z.number().int().min(1).max(12),
  /** The yearly duty of the rule pack that gives days, source and note; null where the duty stands for itself. */
  yearly: z.string().nullable(),
  /** Last days, MM-DD, of a duty that stands for itself. */
  days: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
  verified: z.boolean(),
  source: z.string().nullable(),
  note: z.string(),
});

/** Work that comes back every year, as shipped. */
export const recurringDuties = z.strictObject({ version: z.string(), source: z.string(), duties: z.array(duty) });

type Duty = z.infer<typeof duty>;

/** A recurring duty as it is offered for one year's plan. */
export interface OfferedDuty {
  /** Identifier and day: statistics/01-31. What a task that came from it remembers. */
  readonly key: string;
  readonly values: PlanTask;
  /** False where the rule is another place's: to be confirmed by the office. */
  readonly verified: boolean;
  readonly source: string;
  readonly note: string;
  /** Whether the plan has it already. */
  readonly present: boolean;
}

/** The plan for which duties are offered. */
export interface OfferSetting {
  readonly plan: string;
  readonly year: number;
  /** The pack as rulePackInForce gives it. */
  readonly pack: Pick<RulePack, 'yearly'>;
  /** Who leads the work where nobody is named: the bureau. */
  readonly leadUnit: string;
  /** Tasks that the plan has. */
  readonly tasks: readonly Pick<PlanTask, 'title' | 'recurring'>[];
}

let shipped: readonly Duty[] | null = null;

function duties(): readonly Duty[] {
  shipped ??= recurringDuties.parse(data).duties;
  return shipped;
}

/** MM-DD in a year; a 29 February that the year does not have is its 28th. */
function dayIn(year: number, monthDay: string): DateText {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  const date = dateFromParts(year, month, Math.min(day, daysInMonth(year, month)));
  if (date === null) throw new Error(`a recurring duty has no day ${monthDay}`);
  return date;
}

function quarterOf(month: number): string {
  return '一二三四'[Math.floor((month - 1) / 3)] ?? '';
}

function taskOf(one: Duty, due: DateText, setting: OfferSetting): PlanTask {
  const month = Number(due.slice(5, 7));
  const first = String(Math.max(1, month - one.months + 1)).padStart(2, '0');
  const { category, mode, methods, content, target, assistUnits, result } = one;
  return {
    ...(emptyValues(planTask) as PlanTask),
    ...{ category, mode, methods, content, target, assistUnits, result },
    plan: setting.plan,
    title: one.title.replace('{季}', quarterOf(month)),
    monthFrom: `${String(setting.year)}-${first}`,
    monthTo: due.slice(0, 7),
    dueOn: due,
    leadUnit: setting.leadUnit,
    status: 'planned',
    progress: 0,
    recurring: `${one.id}/${due.slice(5)}`,
  };
}

/** What a duty rests on: the pack's yearly duty of its name, or itself; null where the pack does not have it. */
function groundOf(one: Duty, pack: OfferSetting['pack']) {
  if (one.yearly === null) return { ...one, source: one.source ?? '' };
  return pack.yearly.find((rule) => rule.id === one.yearly) ?? null;
}

/** A yearly duty of a pack that no shipped duty describes: offered in its own words, the rest for the office to fill in. */
function plainDuty({ id, name, days, verified, source, note }: YearlyDuty): Duty {
  return {
    id: `yearly-${id}`,
    title: name,
    category: 'overall',
    mode: 'routine',
    methods: ['document'],
    content: `${name}。`,
    target: '各行政执法部门',
    assistUnits: null,
    result: '书面材料',
    months: 1,
    yearly: null,
    days: [...days],
    verified,
    source,
    note,
  };
}

/** The shipped duties, and those of the pack that none of them describes. */
function dutiesUnder(pack: OfferSetting['pack']): readonly Duty[] {
  const known = new Set(duties().map((one) => one.yearly));
  return [...duties(), ...pack.yearly.filter(({ id }) => !known.has(id)).map(plainDuty)];
}

/**
 * The year's recurring duties, in the order of their days, each with its source. A duty that hangs on a yearly rule is
 * offered only where the rule pack in force has it, on the pack's days; yearly duties of the pack that are not among the
 * shipped ones are offered as they are; one that the plan has already says so.
 */
export function offeredDuties(setting: OfferSetting): readonly OfferedDuty[] {
  const keys = new Set(setting.tasks.map((task) => task.recurring));
  const titles = new Set(setting.tasks.map((task) => task.title));
  const offered = dutiesUnder(setting.pack).flatMap((one) => {
    const ground = groundOf(one, setting.pack);
    return (ground?.days ?? []).map((day): OfferedDuty => {
      const values = taskOf(one, dayIn(setting.year, day), setting);
      const present = keys.has(values.recurring) || titles.has(values.title);
      const { verified = false, source = '', note = '' } = ground ?? {};
      return { key: values.recurring ?? '', values, verified, source, note, present };
    });
  });
  return offered.toSorted((a, b) => ((a.values.dueOn ?? '') < (b.values.dueOn ?? '') ? -1 : 1));
}
