import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, levelOf, paragraphOf } from '@/domain/document';

describe('blocks of text', () => {
  it('knows the four levels by their numbers', () => {
    expect(['一、', '（十二）', '1.', '（3）'].map((mark) => levelOf(`${mark}检查内容`))).toEqual([1, 2, 3, 4]);
    expect(['1.5万元罚款', '十一月起', '1、', '(一)'].map((line) => levelOf(line))).toEqual([null, null, null, null]);
  });

  it('takes a numbered line without an end mark for a heading', () => {
    expect(paragraphOf('一、检查内容')).toEqual({ kind: 'paragraph', head: '一、检查内容', level: 1, text: '' });
  });

  it('parts a short first sentence from what runs on behind it', () => {
    expect(paragraphOf('（一）主要问题。经查，你单位未告知权利。')).toEqual({
      kind: 'paragraph',
      head: '（一）主要问题。',
      level: 2,
      text: '经查，你单位未告知权利。',
    });
  });

  it('leaves a whole sentence, an item of a list and a long first sentence plain', () => {
    const long = '一、你单位于2026年3月5日对某某公司作出行政处罚决定前未告知其享有陈述申辩权利。现予指出。';
    for (const line of ['（一）现场检查记录；', '1.建立台账。', long, '甲乙丙']) {
      expect(paragraphOf(line)).toEqual({ kind: 'paragraph', head: '', level: null, text: line });
    }
  });

  it('labels the lines of minutes and nothing else', () => {
    expect(blocksOf(['出席：甲、乙。'], true)).toEqual([{ kind: 'labelled', label: '出席', text: '甲、乙。' }]);
    expect(blocksOf(['出席：甲、乙。'])[0]?.kind).toBe('paragraph');
    expect(blocksOf(['记录人：丙'], true)).toEqual([{ kind: 'labelled', label: '记录人', text: '丙' }]);
  });

  it('never loses a sign of a line', () => {
    const line = fc.stringMatching(/^[一二（）、1.2。；甲乙丙：]{1,50}$/);
    fc.assert(
      fc.property(line, (text) => {
        const paragraph = paragraphOf(text);
        expect(paragraph.head + paragraph.text).toBe(text);
        expect(paragraph.head === '').toBe(paragraph.level === null);
      }),
    );
    expect(blocksOf(['', '　　', '甲'])).toHaveLength(1);
  });
});
