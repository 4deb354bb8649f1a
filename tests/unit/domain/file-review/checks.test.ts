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
