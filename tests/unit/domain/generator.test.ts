import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { checkRecord, type Values } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';
import { createGenerator, type Generated } from '../../bench/generator';
import { mutationsOf, rowsOf, sheetOf } from '../../bench/records';

const codes = codeTablesInForce(shippedCodeTables, []);

function everything(seed: number): Readonly<Record<string, readonly Generated<unknown>[]>> {
  const make = createGenerator(seed);
  const entities = make.entities(40);
  const versions = make.dutyVersions(3);
  const supervisors = make.supervisors(30);
  const offices = make.offices(5);
  return {
    'enforcement-entity': entities,
    'enforcement-officer': make.officers(300, entities),
    'duty-version': versions,
    'duty-item': [...make.dutyItems(200, versions), ...make.dutyItems(20)],
    'lay-supervisor': supervisors,
    'appointment-term': make.terms(supervisors),
    'supervisor-activity': make.activities(50, supervisors, entities),
    'judicial-office': offices,
    'supervision-staff': make.staff(20, offices),
  };
}

describe('generated data', () => {
  it('is the same for the same seed and other for another', () => {
    expect(everything(7)).toEqual(everything(7));
    expect(everything(8)).not.toEqual(everything(7));
  });

  it('is right by every definition', () => {
    for (const [ledger, records] of Object.entries(everything(1))) {
      for (const { values } of records) {
        expect(checkRecord(ledgerOf(ledger), values as Values, { codes, today: '2026-11-22' }), ledger).toEqual([]);
      }
    }
  });

  it('repeats no unique key in 50,000 officers', () => {
    const make = createGenerator(3);
    const officers = make.officers(50_000, make.entities(100));
    for (const name of ['identityNumber', 'certificateNo'] as const) {
      expect(new Set(officers.map((officer) => officer.values[name])).size).toBe(officers.length);
    }
    expect(new Set(officers.map((officer) => officer.id)).size).toBe(officers.length);
  });

  it('turns into mutations, rows and sheets', () => {
    const make = createGenerator(5);
    const entities = make.entities(2);
    const officers = make.officers(3, entities);
    expect(mutationsOf('enforcement-officer', officers)).toHaveLength(3);
    expect(rowsOf(officers).map((row) => row.id)).toEqual(officers.map((officer) => officer.id));
    const titles = new Map(entities.map((entity) => [entity.id, entity.values.name]));
    const sheet = sheetOf('enforcement-officer', ['name', 'gender', 'entity', 'auxiliary'], officers, titles);
    expect(sheet[0]).toEqual(['姓名', '性别', '所属主体', '辅助人员']);
    expect(sheet[1]?.[2]).toBe(entities.find((entity) => entity.id === officers[0]?.values.entity)?.values.name);
    expect(sheet[1]?.[3]).toBe('否');
  });
});
