import { describe, expect, it } from 'vitest';
import { codeTablesVersion, shippedCodeTables } from '@/domain/code-tables';
import { checkRecord, emptyValues, jsonSchemaOf, labelKey, type Field, type Ledger } from '@/domain/kernel';
import { ledgers, registers } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';

const codes = codeTablesInForce(shippedCodeTables, []);
const fieldsOf = (ledger: Ledger): readonly (readonly [string, Field])[] => Object.entries(ledger.fields);
const namesOf = (field: Field): readonly string[] => [
  ...new Set([field.label, ...(field.aliases ?? [])].map(labelKey)),
];

describe('code tables', () => {
  it('exist for every field that names one', () => {
    const missing = ledgers.flatMap((ledger) =>
      fieldsOf(ledger).flatMap(([name, field]) => (field.table && !codes[field.table] ? [`${ledger.id}.${name}`] : [])),
    );
    expect(missing).toEqual([]);
  });

  it.each(shippedCodeTables.map((table) => [table.id, table] as const))('%s has each code once', (_, table) => {
    const found = table.entries.map((entry) => entry.code);
    expect(new Set(found).size).toBe(found.length);
    expect(table.source.length).toBeGreaterThan(5);
    expect(table.version).toMatch(/^\d{4}\.\d+$/);
  });

  it.each(shippedCodeTables.map((table) => [table.id, table] as const))(
    '%s reads each spelling one way',
    (_, table) => {
      const owner = new Map<string, string>();
      for (const entry of table.entries) {
        for (const spelling of new Set([entry.label, ...(entry.aliases ?? [])].map(labelKey))) {
          expect(owner.get(spelling) ?? entry.code, `${table.id}: ${spelling}`).toBe(entry.code);
          owner.set(spelling, entry.code);
        }
      }
    },
  );

  it('have no separator in a label that stands in a list of several', () => {
    const several = new Set(
      ledgers.flatMap((ledger) =>
        fieldsOf(ledger).flatMap(([, field]) => (field.kind === 'choices' ? field.table : [])),
      ),
    );
    for (const table of shippedCodeTables.filter(({ id }) => several.has(id))) {
      for (const { label } of table.entries) expect(label).not.toMatch(/[、，,;；|]/);
    }
  });

  it('carry a version that records can remember', () => {
    expect(codeTablesVersion).toMatch(/^\d{4}\.\d+$/);
  });
});

describe('definitions', () => {
  it.each(ledgers.map((ledger) => [ledger.id, ledger] as const))('%s reads each header one way', (_, ledger) => {
    const owner = new Map<string, string>();
    for (const [name, field] of fieldsOf(ledger)) {
      for (const header of namesOf(field)) {
        expect(owner.get(header) ?? name, `${ledger.id}: ${header}`).toBe(name);
        owner.set(header, name);
      }
    }
  });

  it.each(registers.map(({ ledger }) => [ledger.id, ledger] as const))(
    '%s refers only to ledgers that exist',
    (_, ledger) => {
      const ids = new Set(ledgers.map((other) => other.id));
      for (const [, field] of fieldsOf(ledger)) if (field.target) expect(ids).toContain(field.target);
    },
  );

  // 1366 px less navigation and margins; a cell has 14 px a character and 24 px of padding, selection and actions 150 px.
  it.each(registers.map(({ ledger }) => [ledger.id, ledger] as const))(
    '%s lists within a window of 1366 px',
    (_, ledger) => {
      const listed = fieldsOf(ledger).filter(([, field]) => field.listed);
      const width = listed.reduce((sum, [, field]) => sum + (field.width ?? 10) * 14 + 24, 150);
      expect(listed.length).toBeGreaterThan(2);
      expect(width).toBeLessThanOrEqual(1366 - 200);
    },
  );

  it.each(registers.map(({ ledger }) => [ledger.id, ledger] as const))('%s says what it is for', (_, ledger) => {
    expect(ledger.purpose).toMatch(/。$/);
    expect(Object.values(ledger.fields).some((field) => field.searchable) || ledger.titleFields.length > 1).toBe(true);
  });

  it('refuse an empty record in Chinese, field by field', () => {
    for (const { ledger } of registers) {
      const problems = checkRecord(ledger, emptyValues(ledger), { codes, today: '2026-11-22' });
      expect(problems.length, ledger.id).toBeGreaterThan(0);
      for (const problem of problems) expect(problem.message).toMatch(/^(请|“)/);
    }
  });

  it('have a JSON Schema for the archive', () => {
    for (const ledger of ledgers) expect(Object.keys(jsonSchemaOf(ledger))).toContain('properties');
  });

  it('hide identity numbers and private telephones', () => {
    for (const { ledger } of registers) {
      for (const [name, field] of fieldsOf(ledger)) {
        if (name === 'identityNumber') expect(field.sensitive).toBe('identity');
        if (/phone/i.test(name) && 'name' in ledger.fields && 'identityNumber' in ledger.fields) {
          expect(field.sensitive).toBe('phone');
        }
      }
    }
  });
});
