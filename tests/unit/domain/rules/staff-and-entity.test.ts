import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { adviseEntity, entrustmentInOrder, type EntityFacts } from '@/domain/entity';
import { ageOfPerson, identityAgrees, inOrder } from '@/domain/kernel';
import { ruleParametersInForce, shippedRuleTables } from '@/domain/rule-parameters';
import { officeNamed, staffCertificateInOrder, staffingCoverage, type CountedStaff } from '@/domain/staff';

const limits = ruleParametersInForce();
const person = (unit: 'bureau' | 'office', given: Partial<CountedStaff> = {}): CountedStaff => ({
  unit,
  office: unit === 'office' ? 'j1' : null,
  legallyQualified: false,
  lawBackground: false,
  postStatus: null,
  ...given,
});
const office = (id: string, closed: boolean | null = null) => ({ id, name: `${id}司法所`, closed });

describe('staffing', () => {
  it('asks the bureau for two people of whom one legally qualified', () => {
    const met = staffingCoverage([person('bureau'), person('bureau', { legallyQualified: true })], [], limits);
    expect(met.bureau.checks.map(({ required, actual, met: right }) => [required, actual, right])).toEqual([
      [2, 2, true],
      [1, 1, true],
    ]);
    expect(met.met).toBe(true);
    const unqualified = staffingCoverage([person('bureau'), person('bureau', { lawBackground: true })], [], limits);
    expect(unqualified.bureau.met).toBe(false);
    const alone = staffingCoverage([person('bureau', { legallyQualified: true })], [], limits);
    expect(alone.bureau.checks.map((check) => check.met)).toEqual([false, true]);
  });

  it('asks each office for one, qualified or with a background in law', () => {
    const bureau = [person('bureau', { legallyQualified: true }), person('bureau')];
    const staff = [
      ...bureau,
      person('office', { office: 'j1', lawBackground: true }),
      person('office', { office: 'j2' }),
    ];
    const coverage = staffingCoverage(staff, [office('j1'), office('j2'), office('j3'), office('j4', true)], limits);
    const checks = Object.fromEntries(
      coverage.offices.map((unit) => [unit.officeId, unit.checks.map((one) => one.met)]),
    );
    expect(checks).toEqual({ j1: [true, true], j2: [true, false], j3: [false, false] });
    expect([coverage.officesMet, coverage.met]).toEqual([1, false]);
    expect(coverage.offices.at(-1)?.officeId).toBe('j1');
  });

  it('leaves a demand out where the place does not make it', () => {
    const own = ruleParametersInForce([{ parameter: 'officeMinLaw', value: 0, source: '本地规定' }]);
    const coverage = staffingCoverage([person('office')], [office('j1')], own);
    expect(coverage.offices[0]).toMatchObject({ met: true, checks: [{ id: 'people' }] });
  });

  it('does not count who is away', () => {
    const staff = [person('office', { lawBackground: true, postStatus: 'retired' })];
    expect(staffingCoverage(staff, [office('j1')], limits).officesMet).toBe(0);
  });

  it('places each person in the bureau or in a named office', () => {
    expect(officeNamed({ unit: 'office', office: null })?.field).toBe('office');
    expect(officeNamed({ unit: 'bureau', office: 'j1' })?.field).toBe('office');
    expect(officeNamed({ unit: 'bureau', office: null })).toBeNull();
    expect(
      staffCertificateInOrder({ certificateIssuedOn: '2026-01-02', certificateValidUntil: '2026-01-01' })?.field,
    ).toBe('certificateValidUntil');
  });
});

const entity: EntityFacts = {
  category: 'organ',
  management: 'local',
  superior: null,
  entrustingOrgan: null,
  entrustmentDocNo: null,
  entrustedFrom: null,
  entrustedUntil: null,
};

describe('entities', () => {
  const missing = (given: Partial<EntityFacts>) =>
    adviseEntity({ ...entity, ...given }, { today: '2026-11-22' }).map((advice) => advice.field);

  it('that are entrusted need organ, document and term', () => {
    expect(missing({ category: 'entrusted' })).toEqual(['entrustingOrgan', 'entrustmentDocNo', 'entrustedUntil']);
    const given = { category: 'entrusted', entrustingOrgan: '县卫健局', entrustmentDocNo: '1号' };
    expect(missing({ ...given, entrustedUntil: '2027-01-01' })).toEqual([]);
    expect(missing({ ...given, entrustedUntil: '2026-11-21' })).toEqual(['entrustedUntil']);
    expect(missing({})).toEqual([]);
  });

  it('under vertical or double management need a superior', () => {
    for (const management of ['vertical', 'dual']) {
      expect(missing({ management })).toEqual(['superior']);
      expect(missing({ management, superior: '市税务局' })).toEqual([]);
    }
  });

  it('are entrusted from an earlier to a later day', () => {
    const problem = entrustmentInOrder({ ...entity, entrustedFrom: '2026-02-01', entrustedUntil: '2026-01-31' });
    expect(problem).toEqual({
      field: 'entrustedUntil',
      message: '“委托期限止”（2026-01-31）早于“委托期限起”（2026-02-01），请核对',
    });
    expect(inOrder({ label: '起', day: null }, { field: 'x', label: '止', day: '2026-01-01' })).toBeNull();
  });
});

describe('people', () => {
  const identityNumber = '11010519491231002X';

  it('agree with their identity number in gender and month of birth', () => {
    expect(identityAgrees({ identityNumber, gender: '2', birthMonth: '1949-12' })).toBeNull();
    expect(identityAgrees({ identityNumber, gender: '9', birthMonth: null })).toBeNull();
    expect(identityAgrees({ identityNumber, gender: '1', birthMonth: null })?.field).toBe('gender');
    expect(identityAgrees({ identityNumber, gender: '2', birthMonth: '1949-11' })?.field).toBe('birthMonth');
    expect(identityAgrees({ identityNumber: null, gender: '1', birthMonth: '1949-11' })).toBeNull();
  });

  it('are as old as the number says, or the month when there is no number', () => {
    expect(ageOfPerson({ identityNumber, birthMonth: null }, '2026-12-30')).toBe(76);
    expect(ageOfPerson({ identityNumber, birthMonth: null }, '2026-12-31')).toBe(77);
    expect(ageOfPerson({ identityNumber: null, birthMonth: '2000-05' }, '2026-05-30')).toBe(25);
    expect(ageOfPerson({ identityNumber: null, birthMonth: '2000-05' }, '2026-06-01')).toBe(26);
    expect(ageOfPerson({ identityNumber: null, birthMonth: null }, '2026-06-01')).toBeNull();
  });
});

describe('numbers of the rules', () => {
  it('each stand once, within their bounds and with a source', () => {
    const all = shippedRuleTables.flatMap((table) => table.parameters);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    for (const one of all) {
      expect(one.value).toBeGreaterThanOrEqual(one.min);
      expect(one.value).toBeLessThanOrEqual(one.max);
      expect(one.source.length).toBeGreaterThan(5);
    }
  });

  it('are offered for change under the same names', () => {
    const offered = shippedCodeTables.find((table) => table.id === 'rule-parameter')?.entries ?? [];
    const all = shippedRuleTables.flatMap((table) => table.parameters);
    expect(offered.map(({ code, label }) => [code, label])).toEqual(all.map(({ id, label }) => [id, label]));
    expect(Object.keys(limits).sort()).toEqual(all.map((one) => one.id).sort());
  });

  it('take no value outside their bounds', () => {
    const own = [{ parameter: 'suspensionMaxMonths', value: 900, source: '误填' }];
    expect(ruleParametersInForce(own).suspensionMaxMonths).toBe(6);
  });
});
