import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/domain/kernel';
import { ruleParametersInForce } from '@/domain/rule-parameters';
import {
  checkEligibility,
  eligibilityVerdict,
  endComplete,
  endInOrder,
  followingTerm,
  overlappingTerms,
  renewalWarnings,
  termInOrder,
  termStateOn,
  type EligibilityFacts,
  type EligibilityItem,
  type TermOfSupervisor,
} from '@/domain/supervisor';

const limits = ruleParametersInForce();

const person: EligibilityFacts = {
  identityNumber: null,
  birthMonth: '1980-06',
  education: '30',
  disciplineCheck: 'clear',
  criminalCheck: 'clear',
  creditCheck: 'clear',
  otherCheck: 'clear',
};

function verdictOf(facts: Partial<EligibilityFacts>, id: EligibilityItem['id'], day = '2026-11-22'): string {
  const items = checkEligibility({ ...person, ...facts }, day, limits);
  return items.find((item) => item.id === id)?.verdict ?? 'missing';
}

describe('eligibility of a lay supervisor', () => {
  it('is met where every condition is', () => {
    expect(eligibilityVerdict(checkEligibility(person, '2026-11-22', limits))).toBe('met');
  });

  it('counts the age on the first day of the term', () => {
    const identityNumber = '11010519711122002X';
    expect(verdictOf({ identityNumber, birthMonth: null }, 'age', '2027-11-21')).toBe('met');
    expect(verdictOf({ identityNumber, birthMonth: null }, 'age', '2027-11-22')).toBe('unmet');
    expect(verdictOf({ birthMonth: '2008-11' }, 'adult', '2026-10-31')).toBe('unmet');
    expect(verdictOf({ birthMonth: '2008-11' }, 'adult', '2026-12-01')).toBe('met');
    expect(verdictOf({ birthMonth: null }, 'adult')).toBe('unknown');
  });

  it('asks for college education or more', () => {
    for (const education of ['11', '14', '20', '30']) expect(verdictOf({ education }, 'education')).toBe('met');
    for (const education of ['40', '60', '90']) expect(verdictOf({ education }, 'education')).toBe('unmet');
    expect(verdictOf({ education: null }, 'education')).toBe('unknown');
  });

  it.each([
    ['disciplineCheck', 'discipline'],
    ['criminalCheck', 'criminal'],
    ['creditCheck', 'credit'],
    ['otherCheck', 'other'],
  ] as const)('rests on what was found about %s', (name, id) => {
    expect(verdictOf({ [name]: 'found' }, id)).toBe('unmet');
    expect(verdictOf({ [name]: 'pending' }, id)).toBe('unknown');
    expect(verdictOf({ [name]: null }, id)).toBe('unknown');
  });

  it('is not met where one condition is not, whatever is unknown', () => {
    const items = checkEligibility({ ...person, creditCheck: null, education: '60' }, '2026-11-22', limits);
    expect(eligibilityVerdict(items)).toBe('unmet');
    const unknown = checkEligibility({ ...person, creditCheck: null }, '2026-11-22', limits);
    expect(eligibilityVerdict(unknown)).toBe('unknown');
  });

  it('follows the numbers that a place sets', () => {
    const own = ruleParametersInForce([{ parameter: 'supervisorMaxAge', value: 65, source: '本地办法' }]);
    const items = checkEligibility({ ...person, birthMonth: '1965-01' }, '2026-11-22', own);
    expect(items.find((item) => item.id === 'age')).toMatchObject({ verdict: 'met', title: '受聘时不超过65周岁' });
  });
});

const term: TermOfSupervisor = {
  supervisor: 's1',
  startsOn: '2024-01-01',
  endsOn: '2026-12-31',
  status: 'serving',
  endedOn: null,
  endReason: null,
};

describe('a term on a day', () => {
  it.each([
    ['2023-12-31', {}, 'waiting'],
    ['2024-01-01', {}, 'serving'],
    ['2026-12-31', {}, 'serving'],
    ['2027-01-01', {}, 'expired'],
    ['2024-06-01', { status: 'proposed' }, 'proposed'],
    ['2025-03-01', { status: 'dismissed', endedOn: '2025-03-02' }, 'serving'],
    ['2025-03-02', { status: 'dismissed', endedOn: '2025-03-02' }, 'dismissed'],
    ['2025-03-02', { status: 'resigned', endedOn: null }, 'resigned'],
    ['2025-03-02', { status: 'ended' }, 'expired'],
  ])('%s with %o is %s', (day, change, state) => {
    expect(termStateOn({ ...term, ...change }, day)).toBe(state);
  });

  it('ends no earlier than it begins and is left with day and reason', () => {
    expect(termInOrder(term)).toBeNull();
    expect(termInOrder({ ...term, endsOn: '2023-12-31' })?.field).toBe('endsOn');
    expect(endInOrder({ ...term, endedOn: '2023-12-31' })?.field).toBe('endedOn');
    expect(endComplete({ ...term, status: 'dismissed' })?.field).toBe('endedOn');
    expect(endComplete({ ...term, status: 'resigned', endedOn: '2025-01-01' })?.field).toBe('endReason');
    expect(endComplete({ ...term, status: 'resigned', endedOn: '2025-01-01', endReason: 'request' })).toBeNull();
  });
});

describe('renewal warnings', () => {
  const on = (daysLeft: number, others: readonly TermOfSupervisor[] = []) =>
    renewalWarnings([term, ...others], addDays(term.endsOn, -daysLeft), limits);

  it.each([
    [91, null],
    [90, 'first'],
    [31, 'first'],
    [30, 'last'],
    [0, 'last'],
    [-1, 'expired'],
  ])('with %d days left give %s', (daysLeft, level) => {
    expect(on(daysLeft)[0]?.level ?? null).toBe(level);
    if (level !== null) expect(on(daysLeft)[0]?.daysLeft).toBe(daysLeft);
  });

  it('fall silent with a following term', () => {
    const next = { ...term, ...followingTerm(term), status: 'proposed' };
    expect(on(10, [next])).toEqual([]);
  });

  it('leave out who was dismissed or resigned', () => {
    const left = { ...term, status: 'dismissed', endedOn: '2025-01-01', endReason: 'transfer' };
    expect(renewalWarnings([left], '2026-12-20', limits)).toEqual([]);
  });

  it('come with the most urgent first', () => {
    const other = { ...term, supervisor: 's2', endsOn: '2026-11-30' };
    expect(on(60, [other]).map((warning) => warning.term.supervisor)).toEqual(['s2', 's1']);
  });
});

describe('a following term', () => {
  it('begins the day after and is as long in years', () => {
    expect(followingTerm(term)).toEqual({ startsOn: '2027-01-01', endsOn: '2029-12-31' });
    expect(followingTerm({ startsOn: '2023-03-01', endsOn: '2024-02-29' })).toEqual({
      startsOn: '2024-03-01',
      endsOn: '2025-02-28',
    });
    expect(followingTerm({ startsOn: '2026-01-10', endsOn: '2026-01-19' })).toEqual({
      startsOn: '2026-01-20',
      endsOn: '2026-01-29',
    });
  });

  it('never overlaps the term before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 4000 }), (start, length) => {
        const startsOn = addDays('1980-01-01', start);
        const old = { ...term, startsOn, endsOn: addDays(startsOn, length) };
        const next = followingTerm(old);
        return next.startsOn <= next.endsOn && overlappingTerms([old], { supervisor: 's1', ...next }).length === 0;
      }),
    );
  });

  it('that overlaps is pointed out, unless the old one was left before', () => {
    const proposed = { supervisor: 's1', startsOn: '2026-06-01', endsOn: '2029-05-31' };
    expect(overlappingTerms([term], proposed)).toEqual([term]);
    expect(overlappingTerms([{ ...term, endedOn: '2026-05-31' }], proposed)).toEqual([]);
    expect(overlappingTerms([{ ...term, supervisor: 's2' }], proposed)).toEqual([]);
  });
});
