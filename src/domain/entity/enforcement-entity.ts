import { checkUscc, defineLedger, field } from '../kernel';

/** 行政执法主体. */
export const enforcementEntity = defineLedger({
  id: 'enforcement-entity',
  noun: '执法主体',
  title: '行政执法主体名录',
  purpose: '本行政区域内有权执法的机关和组织。',
  fields: {
    name: field.text({ label: '全称', required: true, searchable: true, indexed: true, listed: true, width: 20 }),
    uscc: field.text({
      label: '统一社会信用代码',
      code: true,
      check: checkUscc,
      indexed: true,
      listed: true,
      width: 12,
    }),
  },
  titleFields: ['name'],
  naturalKeys: [
    { fields: ['uscc'], unique: true },
    { fields: ['name'], unique: true },
  ],
});
