import { describe, expect, it } from 'vitest';
import { bookTitle, chineseNumeral, citationText, readNumeral, shortTitle, type CitationForm } from '@/domain/law';

const punishment = '中华人民共和国行政处罚法';

type Row = readonly [
  title: string,
  article: string,
  paragraph: number | null,
  item: number | null,
  form: CitationForm,
  expected: string,
];

const rows: readonly Row[] = [
  ['行政执法监督条例', '第二十五条', 1, 3, 'full', '《行政执法监督条例》第二十五条第一款第（三）项'],
  ['四川省行政执法监督条例', '第十条', null, null, 'full', '《四川省行政执法监督条例》第十条'],
  ['四川省行政执法监督条例', '第三条', 2, null, 'full', '《四川省行政执法监督条例》第三条第二款'],
  ['广东省行政执法监督条例', '第十二条', null, 11, 'full', '《广东省行政执法监督条例》第十二条第（十一）项'],
  [punishment, '第二十五条之一', 1, 1, 'full', `《${punishment}》第二十五条之一第一款第（一）项`],
  [punishment, '第六十三条', 1, null, 'short', '《行政处罚法》第六十三条第一款'],
  [punishment, '第六十三条', 1, null, 'defining', `《${punishment}》（以下简称《行政处罚法》）第六十三条第一款`],
  ['四川省行政执法监督条例', '第三条', null, null, 'short', '《条例》第三条'],
  [
    '国务院办公厅关于推行三项制度的指导意见',
    '第二部分第（四）项',
    null,
    null,
    'short',
    '《指导意见》第二部分第（四）项',
  ],
  ['国务院关于修改《档案规定》的决定', '第一条', null, null, 'full', '《国务院关于修改〈档案规定〉的决定》第一条'],
  ['宪法', '第二条', 1, null, 'defining', '《宪法》第二条第一款'],
];

describe('a citation', () => {
  it.each(rows)('%s %s, paragraph %s, item %s, %s: %s', (title, article, paragraph, item, form, expected) => {
    expect(citationText({ title, article, paragraph, item }, form)).toBe(expected);
  });

  it('names a part of an item with its own Arabic number', () => {
    const place = { title: '办法', article: '第三条', paragraph: 1, item: 2, subItem: 3 };
    expect(citationText(place)).toBe('《办法》第三条第一款第（二）项第3目');
  });

  it('puts one pair of title marks around a title, whatever it was given with', () => {
    expect(bookTitle('《行政执法监督条例》')).toBe('《行政执法监督条例》');
    expect(bookTitle('《甲法》和《乙法》')).toBe('《〈甲法〉和〈乙法〉》');
  });

  it('shortens a title to what documents call it afterwards', () => {
    expect(shortTitle('安澜县行政执法监督办法（试行）')).toBe('办法');
    expect(shortTitle('中华人民共和国行政许可法')).toBe('行政许可法');
    expect(shortTitle('民法典')).toBe('民法典');
  });
});

describe('a numeral of a law', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [25, '二十五'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
  ])('%i is %s and is read back', (number, text) => {
    expect(chineseNumeral(number)).toBe(text);
    expect(readNumeral(text)).toBe(number);
  });

  it('is read from other ways of writing, and refused where it is none', () => {
    expect([readNumeral('二〇'), readNumeral('两百'), readNumeral('12')]).toEqual([20, 200, 12]);
    expect([readNumeral(''), readNumeral('目的')]).toEqual([null, null]);
  });
});
