import { describe, expect, it } from 'vitest';
import { calendarInForce, shippedCalendar } from '@/domain/calendar';
import { caseFile, certificateOnDay, fileChecks, type CaseFile, type CheckFacts } from '@/domain/file-review';
import { emptyValues } from '@/domain/kernel';
import {
  certificateAction,
  enforcementOfficer,
  type CertificateAction,
  type EnforcementOfficer,
} from '@/domain/officer';
import { commonRules, deadlineRule } from '@/domain/rule-pack';

function file(values: Partial<CaseFile>): CaseFile {
  const days = { filedOn: '2024-09-09', decidedOn: '2024-12-06', publishedOn: '2024-12-17' };
  const fixed = { kind: 'penalty-ordinary', number: '1', status: 'assigned', handlerNames: '张一、李二' };
  return { ...emptyValues(caseFile), ...days, ...fixed, ...values } as CaseFile;
}

function officer(values: Partial<EnforcementOfficer>): EnforcementOfficer {
  const usual = { name: '张一', certificateNo: '1', certificateStatus: 'valid', issuedOn: '2022-01-01' };
  return { ...emptyValues(enforcementOfficer), ...usual, validUntil: '2027-01-01', ...values } as EnforcementOfficer;
}

function action(values: Partial<CertificateAction>): CertificateAction {
  return { ...emptyValues(certificateAction), ...values } as CertificateAction;
}

const facts: CheckFacts = {
  handlers: [],
  calendar: calendarInForce(shippedCalendar, []),
  caseDays: deadlineRule(commonRules, 'penalty-case', 'decide'),
  publication: deadlineRule(commonRules, 'publication', 'publish'),
  today: '2026-11-22',
};

function check(values: Partial<CaseFile>, name: string, more: Partial<CheckFacts> = {}) {
  return fileChecks(file(values), { ...facts, ...more }).find((one) => one.check === name);
}

describe('computed checks', () => {
  it('find the published case: filed 2024-09-09, decided 2024-12-11, over 90 days', () => {
    const found = check({ decidedOn: '2024-12-11', publishedOn: null }, 'case-days');
    expect(found?.level).toBe('fault');
    expect(found?.text).toContain('2024-12-09');
    expect(found?.explanation).toContain('2024年9月9日');
    expect(check({ decidedOn: '2024-12-09', publishedOn: null }, 'case-days')?.level).toBe('fine');
  });

  it('judge 90 days of penalties in the ordinary procedure only, and say when a day is missing', () => {
    expect(check({ kind: 'license' }, 'case-days')).toBeUndefined();
    expect(check({ filedOn: null }, 'case-days')?.level).toBe('notice');
  });

  it('count publication in working days, with the National Day holidays left out', () => {
    const late = { filedOn: '2024-09-01', decidedOn: '2024-09-27', publishedOn: '2024-10-14' };
    expect(check(late, 'publication')?.level).toBe('fault');
    expect(check({ ...late, publishedOn: '2024-10-12' }, 'publication')?.level).toBe('fine');
    expect(check({ publishedOn: null }, 'publication')?.level).toBe('notice');
  });

  it('want two officers', () => {
    expect(check({ handlerNames: '张一' }, 'officers')?.level).toBe('fault');
    expect(check({ handlerNames: '张一 李二' }, 'officers')?.level).toBe('fine');
    expect(check({ handlerNames: null }, 'officers')?.level).toBe('notice');
  });

  it('want a certificate that was valid on the day of action', () => {
    const with_ = (one: EnforcementOfficer, actions: readonly CertificateAction[] = []) =>
      check({}, 'certificates', { handlers: [{ officer: one, actions }] });
    expect(with_(officer({}))?.level).toBe('fine');
    const expired = with_(officer({ validUntil: '2024-10-01' }));
    expect(expired?.level).toBe('fault');
    expect(expired?.text).toContain('张一2024-12-06证件已过期');
    expect(check({}, 'certificates')?.level).toBe('notice');
  });
});

describe('at their borders, computed checks', () => {
  it.each([
    ['2024-12-08', '2024-09-09', 'fine', '办案期限内'],
    ['2024-12-09', '2024-09-09', 'fine', '2024-12-09'],
    ['2024-12-10', '2024-09-09', 'fault', '2024-12-09'],
    // Day 90 is Saturday 31 May 2025, the first of three days of the Dragon Boat Festival: the Tuesday after is the last.
    ['2025-06-03', '2025-03-02', 'fine', '2025-06-03'],
    ['2025-06-04', '2025-03-02', 'fault', '2025-06-03'],
  ])(
    'take a decision of %s on a case filed on %s for %s (90 days, 行政处罚法 art. 60)',
    (decidedOn, filedOn, level, text) => {
      const found = check({ filedOn, decidedOn, publishedOn: null }, 'case-days');
      expect([found?.level, found?.text.includes(text)]).toEqual([level, true]);
    },
  );

  it.each([
    ['2024-12-17', 'fine'],
    ['2024-12-18', 'fault'],
  ])('take a publication of %s, decided on Friday 2024-12-06, for %s (7 working days)', (publishedOn, level) => {
    expect(check({ publishedOn }, 'publication')?.level).toBe(level);
  });

  it('want an unpublished decision looked at from the day after the last one', () => {
    expect(check({ publishedOn: null }, 'publication', { today: '2024-12-17' })?.level).toBe('fine');
    expect(check({ publishedOn: null }, 'publication', { today: '2024-12-18' })?.level).toBe('notice');
  });

  it('count officers by name: one named twice is one, one chosen and one written down are two', () => {
    expect(check({ handlerNames: '张一、张一' }, 'officers')?.level).toBe('fault');
    const handlers = [{ officer: officer({ name: '张一' }), actions: [] }];
    expect(check({ handlerNames: '张一' }, 'officers', { handlers })?.level).toBe('fault');
    expect(check({ handlerNames: '张一、李二' }, 'officers', { handlers })?.level).toBe('fine');
    const twins = [...handlers, { officer: officer({ name: '张一', certificateNo: '2' }), actions: [] }];
    expect(check({ handlerNames: '张一' }, 'officers', { handlers: twins })?.level).toBe('fine');
  });

  it.each([
    ['2024-12-06', 'fine'],
    ['2024-12-05', 'fault'],
  ])('take a certificate valid until %s, decided on 2024-12-06, for %s', (validUntil, level) => {
    const handlers = [{ officer: officer({ validUntil }), actions: [] }];
    expect(check({}, 'certificates', { handlers })?.level).toBe(level);
  });

  it.each([
    ['2024-09-09', 'fine'],
    ['2024-09-10', 'notice'],
  ])('take a certificate issued on %s, filed on 2024-09-09, for %s', (issuedOn, level) => {
    const handlers = [{ officer: officer({ issuedOn }), actions: [] }];
    expect(check({}, 'certificates', { handlers })?.level).toBe(level);
  });
});

describe('a certificate on a past day', () => {
  it('goes by what was renewed and issued before', () => {
    const now = officer({ issuedOn: '2025-01-01', validUntil: '2030-01-01' });
    expect(certificateOnDay(now, [], '2024-06-01')).toBe('unknown');
    const issued = action({ action: 'apply', actedOn: '2020-01-01', validUntil: '2024-12-31' });
    expect(certificateOnDay(now, [issued], '2024-06-01')).toBe('valid');
    const lapsed = action({ action: 'apply', actedOn: '2020-01-01', validUntil: '2024-05-01' });
    expect(certificateOnDay(now, [lapsed], '2024-06-01')).toBe('expired');
  });

  it('is suspended from the day of suspension until it was resumed, and withdrawn afterwards', () => {
    const suspended = action({ action: 'suspend', actedOn: '2024-03-01', suspendedFrom: '2024-03-01' });
    const resumed = action({ action: 'resume', actedOn: '2024-05-01' });
    expect(certificateOnDay(officer({}), [suspended, resumed], '2024-04-01')).toBe('suspended');
    expect(certificateOnDay(officer({}), [suspended, resumed], '2024-06-01')).toBe('valid');
    const revoked = action({ action: 'revoke', actedOn: '2024-07-01' });
    expect(certificateOnDay(officer({}), [revoked], '2024-08-01')).toBe('withdrawn');
    expect(certificateOnDay(officer({}), [revoked], '2024-06-01')).toBe('valid');
    expect(certificateOnDay(officer({ certificateNo: null, validUntil: null }), [], '2024-06-01')).toBe('none');
  });
});
