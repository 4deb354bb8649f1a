import { defineLedger, field, type ValuesOf } from '../kernel';

/** The scoring sheet that a batch is scored by, as it was when scoring began: later changes of the sheet do not reach it. */
export const reviewSheet = defineLedger({
  id: 'review-sheet',
  noun: '批次评分标准',
  title: '批次评分标准',
  purpose: '每个评查批次开始时固定下来的评分标准。',
  internal: true,
  fields: {
    /** Identifier of the review-batch. */
    batch: field.text({ label: '评查批次', required: true, indexed: true }),
    /** JSON of a ScoringSheet. */
    content: field.paragraph({ label: '评分标准内容', required: true, longest: 200_000 }),
  },
  titleFields: ['batch'],
  naturalKeys: [{ fields: ['batch'], unique: true }],
});

/** Values of a batch's sheet. */
export type ReviewSheet = ValuesOf<typeof reviewSheet>;

/** A bureau's own scoring sheet: a copy of a shipped one with other points or items, or one taken over from elsewhere. */
export const sheetCopy = defineLedger({
  id: 'sheet-copy',
  noun: '自定评分标准',
  title: '自定评分标准',
  purpose: '本局在通用评分标准基础上修改的评分标准。',
  internal: true,
  fields: {
    code: field.text({ label: '标准编号', required: true, code: true }),
    name: field.text({ label: '标准名称', required: true }),
    /** JSON of a ScoringSheet. */
    content: field.paragraph({ label: '标准内容', required: true, longest: 200_000 }),
    basedOn: field.text({ label: '依据的标准' }),
  },
  titleFields: ['name'],
  naturalKeys: [
    { fields: ['code'], unique: true },
    { fields: ['name'], unique: true },
  ],
});

/** Values of a bureau's own sheet. */
export type SheetCopy = ValuesOf<typeof sheetCopy>;
