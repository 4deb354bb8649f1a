import { daysLate, type Finding } from '@/domain/finding';
import type { DateText } from '@/domain/kernel';

/** What of a finding goes into the figures of its body. */
export type FindingFacts = Pick<Finding, 'status' | 'foundOn' | 'dueOn' | 'submittedOn' | 'closedOn'>;

/** What of an inspection does. */
export interface InspectionFacts {
  readonly status: string;
  readonly plannedOn: DateText | null;
  readonly startedOn: DateText | null;
}

/** What of a case file does. */
export interface FileFacts {
  readonly status: string;
  readonly reviewedOn: DateText | null;
  readonly score: number | null;
}

/** A body's figures of one year. */
export interface BodyYear {
  readonly year: number;
  /** Inspections that were held. */
  readonly inspections: number;
  /** Findings that were found, without those that proved unfounded. */
  readonly findings: number;
  /** Findings of this year that had to be corrected by now, and those of them that were, no later than their deadline. */
  readonly due: number;
  readonly inTime: number;
  /** Reviewed case files with a result, and their mean score; null where there is none. */
  readonly files: number;
  readonly mean: number | null;
}

/** Where a body's findings stand. */
export interface FindingStanding {
  readonly total: number;
  /** Neither closed nor unfounded nor handed over. */
  readonly open: number;
  readonly overdue: number;
}

const ended: readonly string[] = ['closed', 'unfounded', 'transferred'];

/** Whether a finding still occupies the bureau. */
function isOpen({ status, closedOn }: FindingFacts): boolean {
  return !ended.includes(status) && closedOn === null;
}

/** Counts what is open and what is past its deadline. */
export function findingStanding(findings: readonly FindingFacts[], today: DateText): FindingStanding {
  return {
    total: findings.length,
    open: findings.filter(isOpen).length,
    overdue: findings.filter((one) => (daysLate(one, today) ?? 0) > 0).length,
  };
}

/** The day on which a body reported a finding corrected; for recorded history the day of its close-out. */
function correctedOn({ submittedOn, closedOn }: FindingFacts): DateText | null {
  return submittedOn ?? closedOn;
}

/** Whether a finding had to be corrected by a day, or was. */
function wasDue(one: FindingFacts, today: DateText): boolean {
  return one.dueOn !== null && one.status !== 'unfounded' && (correctedOn(one) !== null || one.dueOn < today);
}

function wasInTime(one: FindingFacts): boolean {
  const day = correctedOn(one);
  return day !== null && one.dueOn !== null && day <= one.dueOn;
}

function yearOf(day: DateText | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}

const held: readonly string[] = ['onsite', 'recorded', 'closed', 'imported'];

function heldIn(one: InspectionFacts): number | null {
  return held.includes(one.status) ? yearOf(one.startedOn ?? one.plannedOn) : null;
}

function reviewedIn(one: FileFacts): number | null {
  return one.score === null ? null : yearOf(one.reviewedOn);
}

function meanOf(files: readonly FileFacts[]): number | null {
  if (files.length === 0) return null;
  const sum = files.reduce((all, one) => all + (one.score ?? 0), 0);
  return Math.round((sum / files.length) * 10) / 10;
}

/** Most years that are shown. */
const shownYears = 10;

/** A body's figures year by year, the latest first, from this year back to the first with anything. */
export function bodyYears(
  facts: {
    readonly inspections: readonly InspectionFacts[];
    readonly findings: readonly FindingFacts[];
    readonly files: readonly FileFacts[];
  },
  today: DateText,
): readonly BodyYear[] {
  const { inspections, findings, files } = facts;
  const last = Number(today.slice(0, 4));
  const known = [
    ...inspections.map(heldIn),
    ...findings.map((one) => yearOf(one.foundOn)),
    ...files.map(reviewedIn),
  ].filter((year) => year !== null);
  const first = Math.max(Math.min(last, ...known), last - shownYears + 1);
  return Array.from({ length: last - first + 1 }, (_, at): BodyYear => {
    const year = last - at;
    const found = findings.filter((one) => yearOf(one.foundOn) === year && one.status !== 'unfounded');
    const due = found.filter((one) => wasDue(one, today));
    const reviewed = files.filter((one) => reviewedIn(one) === year);
    return {
      year,
      inspections: inspections.filter((one) => heldIn(one) === year).length,
      findings: found.length,
      due: due.length,
      inTime: due.filter(wasInTime).length,
      files: reviewed.length,
      mean: meanOf(reviewed),
    };
  });
}

/** Share of the findings that were corrected in time, in whole percent; null where none was due. */
export function inTimeShare({ due, inTime }: Pick<BodyYear, 'due' | 'inTime'>): number | null {
  return due === 0 ? null : Math.round((inTime / due) * 100);
}
