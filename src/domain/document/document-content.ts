import { defineLedger, field, type ValuesOf } from '../kernel';

/** What a document says: the drafter's data and the kind it was drafted by; frozen with its digest at sign-off. */
export const documentContent = defineLedger({
  id: 'document-content',
  noun: '文书内容',
  title: '文书内容',
  purpose: '文书的填写内容、所用模板和定稿文本。',
  internal: true,
  fields: {
    /** Identifier of the official-document. Plain text, so that entry and content go into the recycle bin one by one. */
    document: field.text({ label: '文书', required: true, indexed: true }),
    status: field.choice({ label: '定稿状态', table: 'document-content-status', required: true }),
    /** JSON of the DocumentKind it is drafted by: later changes of the kind do not reach it. */
    kind: field.paragraph({ label: '所用模板', required: true, longest: 200_000 }),
    /** JSON of DocumentData. */
    data: field.paragraph({ label: '填写内容', required: true, longest: 1_000_000 }),
    /** JSON of the DocumentModel, from sign-off on. */
    model: field.paragraph({ label: '定稿模型', longest: 2_000_000 }),
    /** Plain text of the document, from sign-off on. */
    text: field.paragraph({ label: '定稿文本', longest: 1_000_000 }),
    /** SHA-256, hex, of the canonical JSON of the model. */
    digest: field.text({ label: '定稿摘要' }),
    /** JSON of the citations in it: law, version, article. */
    citations: field.paragraph({ label: '引用的法条', longest: 200_000 }),
  },
  titleFields: ['document'],
  naturalKeys: [{ fields: ['document'], unique: true }],
  states: {
    field: 'status',
    initial: ['open'],
    transitions: [{ from: 'open', to: 'frozen', label: '定稿', requires: ['model', 'text', 'digest'] }],
    fixed: [
      { states: ['frozen'], fields: ['document', 'kind', 'data', 'model', 'text', 'digest', 'citations', 'status'] },
    ],
    kept: { states: ['frozen'], message: '已签发文书的内容不能删除' },
  },
});

/** Values of a document's content. */
export type DocumentContent = ValuesOf<typeof documentContent>;
