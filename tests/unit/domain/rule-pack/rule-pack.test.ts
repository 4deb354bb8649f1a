import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '@/domain/calendar';
import { shippedCodeTables } from '@/domain/code-tables';
import {
  checkRecord,
  computeDeadline,
  deadlineTerms,
  deadlineUnits,
  emptyValues,
  startEvents,
  workCalendar,
  type DeadlineUnit,
} from '@/domain/kernel';
import {
  commonRules,
  deadlineRule,
  ownDeadlineRule,
  rulePackInForce,
  rulePackOf,
  rulePackSchema,
  shippedRulePacks,
  termsOf,
  type OwnDeadlineRule,
} from '@/domain/rule-pack';
import { codeTablesInForce } from '@/domain/workbench';

const codes = codeTablesInForce(shippedCodeTables, []);
const codesOf = (table: string) => (codes[table]?.entries ?? []).map((entry) => entry.code);
const calendar = workCalendar(shippedCalendar);
const everyPack = [...shippedRulePacks, commonRules];

describe('rule packs', () => {
  it('are there for every code that a bureau can choose', () => {
    expect(shippedRulePacks.map((pack) => pack.id)).toEqual(codesOf('rule-pack'));
    for (const pack of shippedRulePacks) expect(rulePackOf(pack.id)).toBe(pack);
    expect(rulePackOf('hubei-own').id).toBe('national-2026');
  });

  it.each(everyPack.map((pack) => [pack.id, pack] as const))(
    '%s names each deadline once, with its source',
    (_, pack) => {
      const keys = pack.deadlines.map((rule) => `${rule.instrument}.${rule.purpose}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const rule of pack.deadlines) {
        expect(codesOf('supervision-instrument')).toContain(rule.instrument);
        expect(codesOf('deadline-purpose')).toContain(rule.purpose);
        expect(rule.verified || rule.note.length > 5, `${pack.id} ${rule.name}`).toBe(true);
        expect(rule.rollOver).toBe(rule.unit === 'calendar-day' || rule.unit === 'month');
      }
      for (const { instrument } of pack.instruments) expect(codesOf('supervision-instrument')).toContain(instrument);
      expect(pack.version).toMatch(/^\d{4}\.\d+$/);
    },
  );

  it('leave every number of the national rules open', () => {
    const national = rulePackInForce(rulePackOf('national-2026'));
    for (const { instrument } of national.instruments) {
      for (const purpose of codesOf('deadline-purpose')) expect(deadlineRule(national, instrument, purpose)).toBeNull();
    }
  });

  it('count back to the last day for collecting the topics of a joint meeting, also by a number of the bureau', () => {
    const own: OwnDeadlineRule = {
      ...(emptyValues(ownDeadlineRule) as OwnDeadlineRule),
      instrument: 'joint-meeting',
      purpose: 'collect',
      amount: 7,
      unit: 'working-day',
      from: 'held',
      source: '本县联席会议规则第五条',
    };
    const plain = deadlineRule(rulePackInForce(rulePackOf('national-2026')), 'joint-meeting', 'collect');
    expect(plain).toMatchObject({ amount: 10, unit: 'calendar-day', from: 'held', before: true });
    const changed = deadlineRule(rulePackInForce(rulePackOf('national-2026'), [own]), 'joint-meeting', 'collect');
    expect(changed).toMatchObject({ amount: 7, unit: 'working-day', before: true });
  });

  it('refuse data that is no rule pack', () => {
    const [pack] = shippedRulePacks;
    expect(rulePackSchema.safeParse({ ...pack, deadlines: [{ amount: 30 }] }).success).toBe(false);
    expect(rulePackSchema.safeParse({ ...pack, colour: 'red' }).success).toBe(false);
  });

  it('have the words of their units and events in the code tables', () => {
    expect(codesOf('deadline-unit')).toEqual([...deadlineUnits]);
    expect(codesOf('start-event')).toEqual(Object.keys(startEvents));
    for (const { code, label } of codes['start-event']?.entries ?? []) {
      expect(label).toBe(startEvents[code as keyof typeof startEvents]);
    }
  });
});

type Row = readonly [pack: string, instrument: string, purpose: string, amount: number, unit: DeadlineUnit];
const W = 'working-day';
const N = 'calendar-day';
const H = 'hour';

// Deadlines as the laws and rules of each place set them.
const table: readonly Row[] = [
  ['jilin-2021', 'opinion', 'rectify', 30, W],
  ['jilin-2021', 'opinion', 'objection', 15, W],
  ['jilin-2021', 'opinion', 'review', 15, W],
  ['sichuan-2021', 'docket', 'notify', 5, N],
  ['sichuan-2021', 'docket', 'statement', 10, N],
  ['sichuan-2021', 'docket', 'transfer', 10, N],
  ['sichuan-2021', 'notice', 'rectify', 30, N],
  ['sichuan-2021', 'notice', 'objection', 15, N],
  ['sichuan-2021', 'notice', 'review', 15, N],
  ['sichuan-2021', 'decision', 'report', 30, N],
  ['sichuan-2021', 'filing', 'report', 15, N],
  ['guangdong-2016', 'suggestion', 'rectify', 30, N],
  ['guangdong-2016', 'suggestion', 'objection', 15, N],
  ['guangdong-2016', 'decision', 'report', 30, N],
  ['guangdong-2016', 'file-review', 'objection', 10, W],
  ['shanghai-2023', 'docket', 'notify', 5, W],
  ['shanghai-2023', 'docket', 'statement', 10, W],
  ['shanghai-2023', 'suggestion', 'rectify', 30, N],
  ['guizhou-2018', 'opinion', 'rectify', 20, W],
  ['guizhou-2018', 'opinion', 'explain', 10, W],
  ['guizhou-2018', 'decision', 'report', 10, W],
  ['guizhou-2018', 'decision', 'objection', 5, W],
  ['guizhou-2018', 'entity', 'publish', 15, W],
  ['liaoning-2010', 'notice', 'report', 20, N],
  ['liaoning-2010', 'certificate', 'notify', 3, N],
  ['liaoning-2010', 'certificate', 'longest', 6, 'month'],
  ['liaoning-2010', 'complaint', 'handle', 60, N],
  ['liaoning-2010', 'filing', 'review', 60, N],
  ['liaoning-2010', 'law-report', 'report', 30, N],
  ['national-2026', 'penalty-case', 'decide', 90, N],
  ['national-2026', 'penalty-case', 'preserve', 7, W],
  ['national-2026', 'penalty-case', 'serve', 7, W],
  ['national-2026', 'penalty-case', 'withdraw', 3, W],
  ['national-2026', 'publication', 'publish', 7, W],
  ['national-2026', 'publication', 'publish-other', 20, W],
  ['national-2026', 'legal-review', 'review', 5, W],
  ['national-2026', 'crime-transfer', 'approve', 3, N],
  ['national-2026', 'crime-transfer', 'transfer', 24, H],
  ['national-2026', 'crime-transfer', 'forward', 24, H],
  ['national-2026', 'crime-transfer', 'review', 3, N],
  ['national-2026', 'clue-transfer', 'transfer', 15, W],
  ['national-2026', 'case-transfer', 'transfer', 3, W],
  ['national-2026', 'case-transfer', 'longest', 10, W],
  ['national-2026', 'case-transfer', 'urgent', 24, H],
  ['national-2026', 'case-transfer', 'reply', 5, W],
  ['national-2026', 'collaboration', 'feedback', 3, W],
  ['national-2026', 'dispute', 'accept', 3, W],
  ['national-2026', 'dispute', 'forward', 2, W],
  ['national-2026', 'dispute', 'reply', 7, W],
  ['national-2026', 'file-review', 'objection', 10, W],
  ['national-2026', 'file-review', 'review', 10, W],
];

describe('deadlines of the laws and rules', () => {
  it.each(table)('%s %s %s: %i %s', (packId, instrument, purpose, amount, unit) => {
    const rule = deadlineRule(rulePackInForce(rulePackOf(packId)), instrument, purpose);
    expect([rule?.amount, rule?.unit]).toEqual([amount, unit]);
    expect(rule?.source.length).toBeGreaterThan(5);
  });

  // Counted by hand on the calendar of 2026: Qingming 4-6 April, Labour Day 1-5 May with 9 May worked, the Dragon Boat
  // Festival 19-21 June, National Day 1-7 October with 20 September and 10 October worked.
  const days: readonly (readonly [pack: string, instrument: string, purpose: string, start: string, due: string])[] = [
    ['jilin-2021', 'opinion', 'rectify', '2026-09-28', '2026-11-13'],
    ['jilin-2021', 'opinion', 'objection', '2026-04-20', '2026-05-13'],
    ['sichuan-2021', 'notice', 'rectify', '2026-09-01', '2026-10-08'],
    ['sichuan-2021', 'docket', 'notify', '2026-06-15', '2026-06-22'],
    ['guizhou-2018', 'decision', 'objection', '2026-09-17', '2026-09-23'],
    ['liaoning-2010', 'notice', 'report', '2026-03-16', '2026-04-07'],
    ['liaoning-2010', 'certificate', 'longest', '2026-03-31', '2026-09-30'],
    ['national-2026', 'penalty-case', 'decide', '2026-01-05', '2026-04-07'],
    ['national-2026', 'publication', 'publish', '2026-04-30', '2026-05-13'],
    ['national-2026', 'case-transfer', 'transfer', '2026-09-30', '2026-10-10'],
    ['national-2026', 'crime-transfer', 'transfer', '2026-09-30T09:15', '2026-10-01'],
  ];

  it.each(days)('%s %s %s from %s ends on %s', (packId, instrument, purpose, at, due) => {
    const pack = rulePackInForce(rulePackOf(packId));
    const rule = deadlineRule(pack, instrument, purpose);
    if (!rule) throw new Error('no rule');
    const terms = termsOf(rule, pack);
    expect(computeDeadline({ ...terms, start: { event: terms.from, at }, calendar }).due).toBe(due);
  });
});

const own: OwnDeadlineRule = {
  instrument: 'notice',
  purpose: 'rectify',
  amount: 20,
  unit: 'working-day',
  from: 'received',
  exactEnd: null,
  source: '某省行政执法监督办法第二十条',
  remark: null,
};

describe("the bureau's own deadlines", () => {
  it('fill what the national rules leave open, and stand before a rule of the place', () => {
    const national = rulePackInForce(rulePackOf('national-2026'), [own]);
    expect(deadlineRule(national, 'notice', 'rectify')).toMatchObject({
      amount: 20,
      unit: 'working-day',
      verified: true,
    });
    const sichuan = rulePackInForce(rulePackOf('sichuan-2021'), [own]);
    expect(deadlineRule(sichuan, 'notice', 'rectify')).toMatchObject({ amount: 20, name: '自行纠正并书面报告' });
    expect(sichuan.deadlines.filter((rule) => rule.instrument === 'notice' && rule.purpose === 'rectify')).toHaveLength(
      1,
    );
  });

  it('roll over to a working day unless the place says otherwise', () => {
    const rule = (exactEnd: boolean | null) =>
      deadlineRule(
        rulePackInForce(rulePackOf('national-2026'), [{ ...own, unit: 'calendar-day', exactEnd }]),
        'notice',
        'rectify',
      )?.rollOver;
    expect([rule(null), rule(true)]).toEqual([true, false]);
  });

  it('change no deadline already set: its terms are kept as they were', () => {
    const sichuan = rulePackOf('sichuan-2021');
    const rule = deadlineRule(sichuan, 'notice', 'rectify');
    if (!rule) throw new Error('no rule');
    const kept = JSON.stringify(termsOf(rule, sichuan));
    const changed = {
      ...sichuan,
      version: '2027.1',
      deadlines: sichuan.deadlines.map((one) => ({ ...one, amount: 60 })),
    };
    expect(deadlineRule(changed, 'notice', 'rectify')?.amount).toBe(60);
    const terms = deadlineTerms.parse(JSON.parse(kept));
    expect(terms).toMatchObject({ amount: 30, packId: 'sichuan-2021', packVersion: '2026.1' });
    expect(computeDeadline({ ...terms, start: { event: terms.from, at: '2026-03-02' }, calendar }).due).toBe(
      '2026-04-01',
    );
  });

  it('are refused as month ends or fixed dates', () => {
    const judge = (unit: string) =>
      checkRecord(ownDeadlineRule, { ...emptyValues(ownDeadlineRule), ...own, unit }, { codes, today: '2026-11-22' });
    expect(judge('month')).toEqual([]);
    expect(judge('fixed-date')[0]?.message).toContain('固定日期请在文书中直接填写');
  });
});
