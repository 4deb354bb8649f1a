import { addDays, addMonths, daysBetween, type DateText } from '../kernel';
import type { RuleParameters } from '../rule-parameters';
import type { TermFacts } from './term-rules';

/** What a term is on a given day. */
export type TermState = 'proposed' | 'waiting' | 'serving' | 'expired' | 'dismissed' | 'resigned';

/** The states in words. */
export const termStateLabels: Readonly<Record<TermState, string>> = {
  proposed: '拟聘',
  waiting: '未到聘期',
  serving: '在聘',
  expired: '到期',
  dismissed: '解聘',
  resigned: '辞任',
};

/**
 * State of a term on a day. The last day of the term still counts as served; who left stays in office up to the day
 * before leaving. Expiry follows from the dates and needs no entry.
 */
export function termStateOn(term: TermFacts, day: DateText): TermState {
  if (term.status === 'proposed') return 'proposed';
  if (term.status === 'dismissed' || term.status === 'resigned') {
    if (term.endedOn === null || term.endedOn <= day) return term.status;
  }
  if (day < term.startsOn) return 'waiting';
  return day > term.endsOn || term.status === 'ended' ? 'expired' : 'serving';
}

/** A term near its end or past it, without a following one. */
export interface TermWarning<T> {
  readonly term: T;
  readonly level: 'first' | 'last' | 'expired';
  /** Days from the day asked for to the last day of the term; negative once it is over. */
  readonly daysLeft: number;
}

/** A term as the warnings need it. */
export interface TermOfSupervisor extends TermFacts {
  /** Record id of the lay supervisor. */
  readonly supervisor: string;
}

type WarningDays = Pick<RuleParameters, 'termFirstWarningDays' | 'termLastWarningDays'>;

/**
 * Terms that run out within the first (90 days) or last (30 days) warning, or ran out without being renewed; the most
 * urgent first. Of each supervisor only the latest term counts, so that a renewal (also a proposed one) silences the
 * warning; nobody is warned of who was dismissed or resigned.
 */
export function renewalWarnings<T extends TermOfSupervisor>(
  terms: readonly T[],
  day: DateText,
  limits: WarningDays,
): readonly TermWarning<T>[] {
  const latest = new Map<string, T>();
  for (const term of terms) {
    const known = latest.get(term.supervisor);
    if (!known || term.endsOn > known.endsOn) latest.set(term.supervisor, term);
  }
  return [...latest.values()]
    .flatMap((term) => warningOf(term, day, limits) ?? [])
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function warningOf<T extends TermFacts>(term: T, day: DateText, limits: WarningDays): TermWarning<T> | null {
  const state = termStateOn(term, day);
  const daysLeft = daysBetween(day, term.endsOn);
  if (state === 'expired') return { term, level: 'expired', daysLeft };
  if (state !== 'serving' || daysLeft > limits.termFirstWarningDays) return null;
  return { term, level: daysLeft <= limits.termLastWarningDays ? 'last' : 'first', daysLeft };
}

/**
 * Dates of the term that follows: it begins the day after and, where the old one was of whole years, is as long.
 * @returns first and last day.
 */
export function followingTerm(term: { readonly startsOn: DateText; readonly endsOn: DateText }): {
  readonly startsOn: DateText;
  readonly endsOn: DateText;
} {
  const startsOn = addDays(term.endsOn, 1);
  const years = Number(startsOn.slice(0, 4)) - Number(term.startsOn.slice(0, 4));
  const whole = years > 0 && addMonths(term.startsOn, years * 12) === startsOn;
  const endsOn = whole
    ? addDays(addMonths(startsOn, years * 12), -1)
    : addDays(startsOn, daysBetween(term.startsOn, term.endsOn));
  return { startsOn, endsOn };
}

/** Terms of the same supervisor that share days with a new one and were not ended before; they need a look. */
export function overlappingTerms<T extends TermOfSupervisor>(
  terms: readonly T[],
  proposed: { readonly supervisor: string; readonly startsOn: DateText; readonly endsOn: DateText },
): readonly T[] {
  return terms.filter((term) => {
    const last = term.endedOn !== null && term.endedOn < term.endsOn ? term.endedOn : term.endsOn;
    return term.supervisor === proposed.supervisor && term.startsOn <= proposed.endsOn && last >= proposed.startsOn;
  });
}
