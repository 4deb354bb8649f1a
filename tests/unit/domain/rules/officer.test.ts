import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { emptyValues } from '@/domain/kernel';
import {
  adviseOfficer,
  applyCertificateAction,
  certifiedRate,
  certificateAction,
  certificateStateOn,
  certificateWarning,
  enforcementOfficer,
  legalReviewShare,
  mayEnforce,
  type ActionEntry,
  type CertificateHolder,
  type CountedOfficer,
  type EnforcementOfficer,
} from '@/domain/officer';
import { ruleParametersInForce } from '@/domain/rule-parameters';

const parameters = ruleParametersInForce();
const today = '2026-11-22';
const officer: EnforcementOfficer = {
  ...(emptyValues(enforcementOfficer) as unknown as EnforcementOfficer),
  name: '甲',
  certificateNo: 'A001',
  certificateStatus: 'valid',
  issuedOn: '2022-01-01',
  validUntil: '2026-12-31',
};
const blank = emptyValues(certificateAction) as unknown as ActionEntry;

function entry(action: string, given: Partial<ActionEntry> = {}): ActionEntry {
  return { ...blank, action, actedOn: today, ...given };
}

function act(action: string, given: Partial<ActionEntry> = {}, holder: Partial<CertificateHolder> = {}) {
  return applyCertificateAction(entry(action, given), { ...officer, ...holder }, { today, parameters });
}

describe('a certificate on a day', () => {
  it.each([
    [{}, '2026-12-31', 'valid'],
    [{}, '2027-01-01', 'expired'],
    [{ validUntil: null }, today, 'valid'],
    [{ certificateStatus: null }, today, 'valid'],
    [{ certificateStatus: null, certificateNo: null }, today, 'none'],
    [{ certificateStatus: 'suspended', suspendedUntil: today }, today, 'suspended'],
    [{ certificateStatus: 'suspended', suspendedUntil: '2026-11-21' }, today, 'suspension-over'],
    [{ certificateStatus: 'suspended' }, today, 'suspended'],
    [{ certificateStatus: 'lost' }, today, 'lost'],
    [{ certificateStatus: 'revoked' }, today, 'revoked'],
    [{ certificateStatus: 'cancelled' }, today, 'cancelled'],
  ])('with %o on %s is %s', (change, day, state) => {
    expect(certificateStateOn({ ...officer, ...change }, day)).toBe(state);
    expect(mayEnforce({ ...officer, ...change }, day)).toBe(state === 'valid');
  });

  it.each([
    ['2026-10-01', null],
    ['2026-10-02', 'first'],
    ['2026-12-01', 'last'],
    ['2026-12-31', 'last'],
    ['2027-01-01', 'expired'],
  ])('warns on %s: %s', (day, level) => {
    expect(certificateWarning(officer, day, parameters)?.level ?? null).toBe(level);
  });

  it('warns of a suspension that is over and of nothing once it is cancelled', () => {
    const over = { ...officer, certificateStatus: 'suspended', suspendedUntil: '2026-11-01' };
    expect(certificateWarning(over, today, parameters)).toEqual({ level: 'suspension-over', daysLeft: -21 });
    expect(certificateWarning({ ...officer, certificateStatus: 'cancelled' }, '2027-01-01', parameters)).toBeNull();
  });
});

describe('a certificate action', () => {
  it('issues a certificate', () => {
    const result = act(
      'apply',
      { certificateNo: 'B1', validUntil: '2031-11-22', issuer: '县政府' },
      { certificateNo: null, certificateStatus: 'none', issuedOn: null, validUntil: null },
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        certificateNo: 'B1',
        certificateStatus: 'valid',
        issuedOn: today,
        validUntil: '2031-11-22',
        issuer: '县政府',
      },
    });
  });

  it('renews only to a later validity', () => {
    expect(act('renew', { validUntil: '2031-12-31' })).toMatchObject({
      ok: true,
      value: { certificateNo: 'A001', certificateStatus: 'valid', validUntil: '2031-12-31' },
    });
    expect(act('renew', { validUntil: '2026-12-31' })).toMatchObject({ ok: false, error: { field: 'validUntil' } });
    expect(act('renew')).toMatchObject({ ok: false, error: { field: 'validUntil' } });
  });

  it('replaces a lost certificate and keeps its validity', () => {
    expect(act('replace', { reason: '遗失', certificateNo: 'A002' }, { certificateStatus: 'lost' })).toMatchObject({
      ok: true,
      value: { certificateNo: 'A002', certificateStatus: 'valid', validUntil: '2026-12-31' },
    });
  });

  it('suspends with beginning and reason, at most as long as the place allows', () => {
    const given = { suspendedFrom: '2026-11-22', suspendedUntil: '2027-05-22', reason: '违规' };
    expect(act('suspend', given)).toMatchObject({
      ok: true,
      value: { certificateStatus: 'suspended', suspendedUntil: '2027-05-22', suspensionReason: '违规' },
    });
    expect(act('suspend', { ...given, suspendedUntil: '2027-05-23' })).toMatchObject({
      ok: false,
      error: { field: 'suspendedUntil', message: '暂扣最长6个月，“暂扣止”不能晚于2027-05-22' },
    });
    expect(act('suspend', { ...given, reason: null })).toMatchObject({ ok: false, error: { field: 'reason' } });
    expect(act('suspend', { ...given, suspendedFrom: null })).toMatchObject({ error: { field: 'suspendedFrom' } });
    expect(act('suspend', { ...given, suspendedFrom: '2021-12-31' })).toMatchObject({
      error: { field: 'suspendedFrom' },
    });
    const longer = ruleParametersInForce([{ parameter: 'suspensionMaxMonths', value: 12, source: '本省办法' }]);
    const result = applyCertificateAction(entry('suspend', { ...given, suspendedUntil: '2027-11-22' }), officer, {
      today,
      parameters: longer,
    });
    expect(result.ok).toBe(true);
  });

  it('ends a suspension and leaves nothing of it', () => {
    const holder = { certificateStatus: 'suspended', suspendedFrom: '2026-10-01', suspensionReason: '违规' };
    expect(act('resume', {}, holder)).toEqual({
      ok: true,
      value: { certificateStatus: 'valid', suspendedFrom: null, suspendedUntil: null, suspensionReason: null },
    });
    expect(act('resume')).toMatchObject({ ok: false });
  });

  it('reviews a year once passed and never an earlier one', () => {
    expect(act('review', { reviewYear: 2025, reviewResult: 'passed' })).toEqual({
      ok: true,
      value: { reviewYear: 2025, reviewResult: 'passed' },
    });
    expect(act('review', { reviewYear: 2024, reviewResult: 'passed' }, { reviewYear: 2025 })).toMatchObject({
      error: { field: 'reviewYear' },
    });
    expect(act('review', { reviewYear: 2027, reviewResult: 'passed' })).toMatchObject({
      error: { field: 'reviewYear' },
    });
  });

  it('announces a loss, cancels and withdraws', () => {
    expect(act('lost')).toEqual({ ok: true, value: { certificateStatus: 'lost' } });
    expect(act('cancel', { reason: '退休' })).toMatchObject({ value: { certificateStatus: 'cancelled' } });
    expect(act('revoke', { reason: '违法' })).toMatchObject({ value: { certificateStatus: 'revoked' } });
  });

  it('is never dated after today', () => {
    expect(act('lost', { actedOn: '2026-11-23' })).toMatchObject({ error: { field: 'actedOn' } });
  });

  it('finds a withdrawn certificate final, and a cancelled one followed only by a new number', () => {
    const full: Partial<ActionEntry> = {
      reason: '原因',
      certificateNo: 'C1',
      validUntil: '2032-01-01',
      suspendedFrom: today,
      reviewYear: 2026,
      reviewResult: 'passed',
    };
    const actions = shippedCodeTables.find((table) => table.id === 'certificate-action')?.entries ?? [];
    expect(actions.length).toBe(9);
    for (const { code } of actions) {
      const refused = act(code, full, { certificateStatus: 'revoked' });
      expect(refused, code).toMatchObject({ ok: false });
      if (!refused.ok) expect(refused.error.message).toMatch(/证件已收回/);
      expect(act(code, full, { certificateStatus: 'cancelled' }).ok, code).toBe(code === 'apply');
    }
    const same = act('apply', { ...full, certificateNo: 'A001' }, { certificateStatus: 'cancelled' });
    expect(same).toMatchObject({ ok: false, error: { field: 'certificateNo' } });
  });

  it('is refused in a sentence from every state that does not allow it', () => {
    const states = ['none', 'valid', 'suspended', 'lost', 'revoked', 'cancelled'];
    const actions = ['apply', 'renew', 'replace', 'suspend', 'resume', 'revoke', 'cancel', 'review', 'lost', 'other'];
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (certificateStatus, action) => {
        const result = act(action, {}, { certificateStatus });
        return result.ok || /[。，：”证对]/.test(result.error.message);
      }),
    );
    expect(act('renew', { validUntil: '2031-01-01' }, { certificateStatus: 'suspended' })).toMatchObject({
      error: { message: '不能办理换发：证件状态为暂扣。证件在暂扣中，请先办理解除暂扣' },
    });
  });
});

describe('advice about an officer', () => {
  it('names what is missing and asks about auxiliaries with certificates', () => {
    expect(adviseOfficer(officer)).toEqual([]);
    const fieldsOf = (change: Partial<EnforcementOfficer>) =>
      adviseOfficer({ ...officer, ...change }).map((advice) => advice.field);
    expect(fieldsOf({ certificateNo: null, validUntil: null })).toEqual(['certificateNo', 'validUntil']);
    expect(fieldsOf({ certificateKind: 'ministry' })).toEqual(['filedOn']);
    expect(fieldsOf({ auxiliary: true })).toEqual(['staffing']);
    expect(fieldsOf({ certificateStatus: 'suspended' })).toEqual(['suspendedFrom']);
  });
});

describe('rates', () => {
  const one = (change: Partial<CountedOfficer>): CountedOfficer => ({
    postStatus: 'on',
    auxiliary: false,
    legalReviewer: false,
    certificateNo: 'A',
    certificateStatus: 'valid',
    validUntil: null,
    suspendedUntil: null,
    ...change,
  });

  it('count officers on post with a valid certificate', () => {
    const people = [
      one({}),
      one({ postStatus: null }),
      one({ validUntil: '2026-01-01' }),
      one({ certificateStatus: 'suspended' }),
      one({ postStatus: 'retired' }),
      one({ auxiliary: true, certificateStatus: 'none' }),
    ];
    expect(certifiedRate(people, today)).toEqual({ onPost: 4, certified: 2, rate: 0.5 });
    expect(certifiedRate([], today).rate).toBeNull();
  });

  it.each([
    [67, 4, 4, true],
    [67, 3, 4, false],
    [20, 1, 1, true],
    [21, 1, 2, false],
    [0, 0, 0, true],
  ])('ask of %d officers with %d reviewers for %d', (officers, reviewers, required, met) => {
    const people = Array.from({ length: officers }, (_, at) => one({ legalReviewer: at < reviewers }));
    expect(legalReviewShare(people, parameters)).toMatchObject({ officers, reviewers, required, met });
  });
});
