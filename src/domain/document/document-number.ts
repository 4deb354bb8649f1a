import { defineLedger, field, type ValuesOf } from '../kernel';

/** 文号登记: every number ever taken, with what became of it. A number that was taken once never becomes free again. */
export const documentNumber = defineLedger({
  id: 'document-number',
  noun: '文号',
  title: '文号登记表',
  purpose: '每个代字、每个年度的发文序号：取用、预留、作废各到哪一号，空号因何产生。',
  managed: true,
  permanent: {
    message: '文号一经取用或预留就不能删除或撤销；不用的请办理作废并写明原因，号码留在登记表中',
    // What was recorded about papers outside may be taken back; the number stays taken.
    left: (values) => (values.status === 'elsewhere' ? { ...values, document: null } : null),
  },
  fields: {
    prefix: field.text({
      label: '代字',
      derived: true,
      required: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 9,
      help: '发文机关代字加类别，如：安司执监检',
    }),
    year: field.integer({
      label: '年度',
      derived: true,
      required: true,
      min: 1990,
      max: 2100,
      listed: true,
      width: 5,
    }),
    serial: field.integer({
      label: '序号',
      derived: true,
      required: true,
      min: 1,
      max: 999_999,
      listed: true,
      width: 5,
    }),
    status: field.choice({
      label: '文号状态',
      table: 'document-number-status',
      derived: true,
      required: true,
      indexed: true,
      listed: true,
      width: 6,
    }),
    document: field.reference({ label: '文书', target: 'official-document', indexed: true, listed: true, width: 14 }),
    takenOn: field.date({ label: '取用（预留）日期', derived: true, required: true, listed: true, width: 7 }),
    takenBy: field.text({ label: '取号人', required: true, width: 6 }),
    reason: field.paragraph({
      label: '原因',
      derived: true,
      listed: true,
      width: 12,
      help: '预留给谁、何事，因何作废，或在系统外何处已用',
    }),
  },
  titleFields: ['prefix', 'year', 'serial'],
  naturalKeys: [{ fields: ['prefix', 'year', 'serial'], unique: true }],
  order: [{ field: 'prefix' }, { field: 'year', descending: true }, { field: 'serial', descending: true }],
  states: {
    field: 'status',
    initial: ['used', 'reserved', 'void', 'elsewhere'],
    transitions: [
      { from: 'reserved', to: 'used', label: '取用', requires: ['document'] },
      { from: 'reserved', to: 'void', label: '作废', requires: ['reason'] },
      { from: 'reserved', to: 'elsewhere', label: '登记系统外已用', requires: ['reason'] },
      { from: 'used', to: 'void', label: '作废', requires: ['reason'] },
    ],
    fixed: [
      { states: ['used', 'void'], fields: ['prefix', 'year', 'serial', 'document', 'takenOn'] },
      { states: ['reserved'], fields: ['prefix', 'year', 'serial'] },
      // Also the document may change: papers issued outside are recorded later, and recorded wrongly at times.
      { states: ['elsewhere'], fields: ['prefix', 'year', 'serial', 'status'] },
    ],
  },
});

/** Values of a number. */
export type DocumentNumber = ValuesOf<typeof documentNumber>;
