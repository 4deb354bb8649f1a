import { defineLedger, field, type ValuesOf } from '../kernel';

/** 文号登记: every number ever taken, with what became of it. A number that was taken once never becomes free again. */
export const documentNumber = defineLedger({
  id: 'document-number',
  noun: '文号',
  title: '文号登记表',
  purpose: '每个代字、每个年度的发文序号：取用、预留、作废各到哪一号，空号因何产生。',
  permanent: '文号一经取用或预留就不能删除或撤销；不用的请办理作废并写明原因，号码留在登记表中',
  fields: {
    prefix: field.text({
      label: '代字',
      required: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 9,
      help: '发文机关代字加类别，如：安司执监检',
    }),
    year: field.integer({ label: '年度', required: true, min: 1990, max: 2100, listed: true, width: 5 }),
    serial: field.integer({ label: '序号', required: true, min: 1, max: 999_999, listed: true, width: 5 }),
    status: field.choice({
      label: '文号状态',
      table: 'document-number-status',
      required: true,
      indexed: true,
      listed: true,
      width: 6,
    }),
    document: field.reference({ label: '文书', target: 'official-document', indexed: true, listed: true, width: 14 }),
    takenOn: field.date({ label: '取用（预留）日期', required: true, listed: true, width: 7 }),
    takenBy: field.text({ label: '取号人', required: true, width: 6 }),
    reason: field.paragraph({
      label: '预留或作废原因',
      listed: true,
      width: 12,
      help: '预留给谁、何事，或因何作废',
    }),
  },
  titleFields: ['prefix', 'year', 'serial'],
  naturalKeys: [{ fields: ['prefix', 'year', 'serial'], unique: true }],
  order: [{ field: 'prefix' }, { field: 'year', descending: true }, { field: 'serial', descending: true }],
  states: {
    field: 'status',
    initial: ['used', 'reserved', 'void'],
    transitions: [
      { from: 'reserved', to: 'used', label: '取用', requires: ['document'] },
      { from: 'reserved', to: 'void', label: '作废', requires: ['reason'] },
      { from: 'used', to: 'void', label: '作废', requires: ['reason'] },
    ],
    fixed: [
      { states: ['used', 'void'], fields: ['prefix', 'year', 'serial', 'document', 'takenOn'] },
      { states: ['reserved'], fields: ['prefix', 'year', 'serial'] },
    ],
  },
});

/** Values of a number. */
export type DocumentNumber = ValuesOf<typeof documentNumber>;

/**
 * A number as it is printed: organ code, year in six-cornered brackets, serial without leading zeros and without 第
 * (GB/T 9704-2012, 7.2.5).
 */
export function numberText(number: {
  readonly prefix: string;
  readonly year: number;
  readonly serial: number;
}): string {
  return `${number.prefix}〔${number.year}〕${number.serial}号`;
}
