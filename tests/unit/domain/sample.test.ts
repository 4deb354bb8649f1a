import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { compareVersions, versionInForce, type DutyItem, type DutyVersion } from '@/domain/duty';
import { addDays, checkRecord, createIdFactory, recordTitle, type Mutation } from '@/domain/kernel';
import { certificateStateOn, type EnforcementOfficer } from '@/domain/officer';
import { ledgerOf, registers } from '@/domain/registry';
import { ruleParametersInForce } from '@/domain/rule-parameters';
import { sampleMutations } from '@/domain/sample';
import { staffingCoverage, type JudicialOffice, type SupervisionStaff } from '@/domain/staff';
import { renewalWarnings, type AppointmentTerm } from '@/domain/supervisor';
import { codeTablesInForce } from '@/domain/workbench';

type Created = Extract<Mutation, { op: 'create' }> & { readonly id: string };

const codes = codeTablesInForce(shippedCodeTables, []);

function sample(today: string): readonly Created[] {
  let at = 0;
  const newId = createIdFactory(
    () => 1_700_000_000_000,
    (bytes) => bytes.fill((at += 1)),
  );
  return sampleMutations(newId, today).map((mutation) => mutation as Created);
}

function valuesOf<V>(all: readonly Created[], ledger: string): readonly { readonly id: string; readonly values: V }[] {
  return all.filter((one) => one.ledger === ledger).map((one) => ({ id: one.id, values: one.values as V }));
}

describe('sample data', () => {
  const today = '2026-11-22';
  const all = sample(today);

  it.each(['2026-11-22', '2024-02-29', '2027-01-01'])('is right by every definition on %s', (day) => {
    for (const one of sample(day)) {
      const problems = checkRecord(ledgerOf(one.ledger), one.values, { codes, today: day });
      expect(problems, `${one.ledger} ${JSON.stringify(one.values)}`).toEqual([]);
    }
  });

  it('shares no unique key between two records', () => {
    const seen = new Set<string>();
    for (const one of all) {
      const ledger = ledgerOf(one.ledger);
      for (const key of ledger.naturalKeys.filter((candidate) => candidate.unique)) {
        const parts = key.fields.map((name) => one.values[name] ?? null);
        if (parts.includes(null)) continue;
        const text = JSON.stringify([one.ledger, key.fields, parts]);
        expect(seen.has(text), text).toBe(false);
        seen.add(text);
      }
    }
  });

  it('refers only to records of its own and of the right ledger', () => {
    const ledgerById = new Map(all.map((one) => [one.id, one.ledger]));
    for (const one of all) {
      for (const [name, field] of Object.entries(ledgerOf(one.ledger).fields)) {
        const value = one.values[name];
        if (field.target && typeof value === 'string') expect(ledgerById.get(value)).toBe(field.target);
      }
    }
  });

  it('fills every register but those of the system', () => {
    const filled = new Set(all.map((one) => one.ledger));
    for (const { ledger, group } of registers) if (group !== '系统') expect(filled).toContain(ledger.id);
  });

  it('tells two people of one name apart by unit and number', () => {
    const byId = new Map(all.map((one) => [one.id, one]));
    const titleOf = (ledger: string, id: string): string =>
      recordTitle(ledgerOf(ledger), byId.get(id)?.values ?? {}, { codes, titleOf });
    const titles = valuesOf(all, 'enforcement-officer').map((one) => titleOf('enforcement-officer', one.id));
    expect(titles.filter((title) => title.startsWith('沈嘉禾')).length).toBe(2);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('shows what a desk has to look at', () => {
    const limits = ruleParametersInForce();
    const terms = valuesOf<AppointmentTerm>(all, 'appointment-term').map((one) => one.values);
    const levels = renewalWarnings(terms, today, limits).map((warning) => warning.level);
    expect(levels).toEqual(['expired', 'last', 'last', 'first', 'first']);
    const officers = valuesOf<EnforcementOfficer>(all, 'enforcement-officer').map((one) => one.values);
    const states = new Set(officers.map((officer) => certificateStateOn(officer, today)));
    expect([...states].sort()).toEqual(
      ['cancelled', 'expired', 'lost', 'none', 'revoked', 'suspended', 'suspension-over', 'valid'].sort(),
    );
    const offices = valuesOf<JudicialOffice>(all, 'judicial-office').map(({ id, values }) => ({
      id,
      name: values.name,
      closed: values.closed,
    }));
    const people = valuesOf<SupervisionStaff>(all, 'supervision-staff').map((one) => one.values);
    const coverage = staffingCoverage(people, offices, limits);
    expect(coverage.bureau.met).toBe(true);
    expect([coverage.officesMet, coverage.offices.length]).toEqual([3, 5]);
  });

  it('has two versions of the duty list that differ', () => {
    const versions = valuesOf<DutyVersion>(all, 'duty-version');
    const items = valuesOf<DutyItem>(all, 'duty-item');
    const inForce = (day: string) =>
      versions.find(
        (one) =>
          one.values ===
          versionInForce(
            versions.map((v) => v.values),
            { kind: 'supervision' },
            day,
          ),
      );
    const old = inForce(addDays(today, -300));
    const now = inForce(today);
    expect(now).not.toEqual(old);
    const of = (id: string | undefined) => items.filter((item) => item.values.version === id);
    const comparison = compareVersions(of(old?.id), of(now?.id));
    expect([comparison.added.length, comparison.removed.length, comparison.changed.length]).toEqual([3, 1, 3]);
    expect(of(now?.id).length).toBe(30);
  });
});
