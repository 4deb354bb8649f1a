import { defineLedger, field, type ValuesOf } from '../kernel';

/** The frozen lists of a draw and its result. The text of the lists is what the digest is made of, sign by sign. */
export const drawRecord = defineLedger({
  id: 'draw-record',
  noun: '抽取名单和结果',
  title: '抽取名单和结果',
  purpose: '一次抽取在抽取前固定的名单，以及抽取的结果。',
  internal: true,
  fields: {
    /** Identifier of the draw, which is the record's own too. */
    draw: field.text({ label: '抽取', required: true, indexed: true }),
    status: field.choice({ label: '抽取状态', table: 'draw-status', required: true }),
    /** JSON of DrawLists. */
    lists: field.paragraph({ label: '名单', required: true, longest: 10_000_000 }),
    /** JSON of DrawResult; empty until drawn. */
    result: field.paragraph({ label: '结果', longest: 2_000_000 }),
  },
  titleFields: ['draw'],
  naturalKeys: [{ fields: ['draw'], unique: true }],
  states: {
    field: 'status',
    initial: ['prepared'],
    transitions: [{ from: 'prepared', to: 'drawn', label: '抽取', requires: ['result'] }],
    fixed: [
      { states: ['prepared'], fields: ['draw', 'lists'] },
      { states: ['drawn'], fields: ['draw', 'lists', 'result', 'status'] },
    ],
  },
  permanent: { message: '抽取的名单和结果不能删除' },
});

/** Values of a draw's record. */
export type DrawRecord = ValuesOf<typeof drawRecord>;
