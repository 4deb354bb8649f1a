import { defineLedger, field, type ValuesOf } from '../kernel';

/**
 * 条文: an article of one version of a law, with its place. Part of its law: it is written, removed and taken back with it.
 * The text has one 款, 项 or 目 a line.
 */
export const lawArticle = defineLedger({
  id: 'law-article',
  noun: '条文',
  title: '条文目录',
  purpose: '法律依据库中各法律法规的条文。',
  internal: true,
  fields: {
    law: field.reference({
      label: '法律法规',
      required: true,
      target: 'law-text',
      indexed: true,
      searchable: true,
    }),
    seq: field.integer({ label: '次序', required: true, min: 1 }),
    part: field.text({ label: '编' }),
    chapter: field.text({ label: '章' }),
    section: field.text({ label: '节' }),
    label: field.text({ label: '条号', required: true, searchable: true, indexed: true }),
    number: field.integer({ label: '条序号', min: 1 }),
    suffix: field.integer({ label: '之几', min: 1 }),
    heading: field.text({ label: '条标', searchable: true }),
    text: field.paragraph({ label: '条文', searchable: true }),
  },
  titleFields: ['law', 'label'],
  naturalKeys: [],
  order: [{ field: 'law' }, { field: 'seq' }],
});

/** Values of an article. */
export type LawArticle = ValuesOf<typeof lawArticle>;
