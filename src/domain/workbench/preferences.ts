import { defineLedger, field } from '../kernel';

/** Named lists: filters, sorting and columns of a register, as JSON that the list itself writes and reads. */
export const savedView = defineLedger({
  id: 'saved-view',
  noun: '常用视图',
  title: '常用视图',
  purpose: '登记簿列表的筛选、排序和列设置。',
  internal: true,
  fields: {
    register: field.text({ label: '登记簿', required: true }),
    name: field.text({ label: '名称', required: true }),
    settings: field.paragraph({ label: '设置', required: true }),
  },
  titleFields: ['name'],
  naturalKeys: [{ fields: ['register', 'name'], unique: true }],
});

/** The column mapping last used for a register, by header name: JSON of {"表头": "field"}. */
export const importMapping = defineLedger({
  id: 'import-mapping',
  noun: '导入对应关系',
  title: '导入对应关系',
  purpose: '上次导入时各列对应的字段。',
  internal: true,
  fields: {
    register: field.text({ label: '登记簿', required: true }),
    mapping: field.paragraph({ label: '对应关系', required: true }),
  },
  titleFields: ['register'],
  naturalKeys: [{ fields: ['register'], unique: true }],
});
