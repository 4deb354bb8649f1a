import { defineLedger, field, type ValuesOf } from '../kernel';

/** A bureau's own kind of document: a copy of a shipped kind with its own wording, or one taken over from elsewhere. */
export const kindCopy = defineLedger({
  id: 'kind-copy',
  noun: '自定文书模板',
  title: '自定文书模板',
  purpose: '本局在通用模板基础上修改的文书模板。',
  internal: true,
  fields: {
    code: field.text({ label: '模板编号', required: true, code: true }),
    name: field.text({ label: '模板名称', required: true }),
    /** JSON of a DocumentKind. */
    content: field.paragraph({ label: '模板内容', required: true, longest: 200_000 }),
    basedOn: field.text({ label: '依据的模板' }),
  },
  titleFields: ['name'],
  naturalKeys: [
    { fields: ['code'], unique: true },
    { fields: ['name'], unique: true },
  ],
});

/** Values of a bureau's own kind. */
export type KindCopy = ValuesOf<typeof kindCopy>;
