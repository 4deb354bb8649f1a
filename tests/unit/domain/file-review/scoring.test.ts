import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import {
  batchReport,
  checkMarks,
  checkSheet,
  compareMarks,
  decideByItems,
  decideByMean,
  declaredRecusals,
  gradeOf,
  itemsOf,
  noMarks,
  proposedPoints,
  readSheet,
  scoreOf,
  sharePairs,
  standsAside,
  withRecusal,
  shippedSheets,
  type CaseFile,
  type ReviewMarks,
  type ScoringSheet,
} from '@/domain/file-review';

function sheetNamed(id: string): ScoringSheet {
  const sheet = shippedSheets.find((one) => one.id === id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

const sheet = sheetNamed('penalty-ordinary');

function deduction(item: string, points: number, places = 1) {
  return { item, points, places, reason: '缺少当事人签名', page: '12' };
}

const veto = { item: 'v-officers', reason: '只有一名执法人员', page: '8' };

describe('scoring sheets', () => {
  it.each(shippedSheets.map((one) => [one.id, one] as const))('%s adds up and names real codes', (_, one) => {
    expect(checkSheet(one)).toEqual([]);
    const codes = (id: string) => shippedCodeTables.find((table) => table.id === id)?.entries.map(({ code }) => code);
    for (const kind of one.kinds) expect(codes('case-file-kind')).toContain(kind);
    for (const band of one.bands) expect(codes('review-grade')).toContain(band.grade);
  });

  it('have nine basic items, 20 points of form and 80 of content, or the five vetoes of art. 17', () => {
    expect(sheet.vetoes.length).toBe(9);
    const sums = sheet.groups.map((group) => [group.id, group.items.reduce((sum, item) => sum + item.points, 0)]);
    expect(sums[0]).toEqual(['form', 20]);
    expect(itemsOf(sheet).reduce((sum, item) => sum + item.points, 0)).toBe(100);
    expect(sheetNamed('guangdong-2017').vetoes.length).toBe(5);
  });

  it('are refused where they do not add up, use a number twice or have bands out of order', () => {
    const [group] = sheet.groups;
    if (!group) throw new Error('no group');
    const wrong = {
      ...sheet,
      total: 99,
      vetoes: [...sheet.vetoes, { id: 'f-page', text: '重复', law: '', check: null }],
      bands: sheet.bands.toReversed(),
    };
    const problems = checkSheet(wrong).join('\n');
    expect(problems).toContain('合计100分，与总分99分不符');
    expect(problems).toContain('编号“f-page”用了不止一次');
    expect(problems).toContain('从高到低');
    expect(readSheet({ ...sheet, groups: [] })).toBeNull();
  });
});

describe('scoring', () => {
  it('begins with all points and takes off what was found, never more than the item has', () => {
    expect(scoreOf(sheet, noMarks)).toEqual({ score: 100, left: 100 });
    const marks = { vetoes: [], deductions: [deduction('f-filling', 3), deduction('f-filling', 3)] };
    expect(scoreOf(sheet, marks).score).toBe(96);
    expect(checkMarks(sheet, marks).join()).toContain('超过该项分值4分');
  });

  it('gives 0 with any veto, whatever else is right', () => {
    const marks: ReviewMarks = { vetoes: [veto], deductions: [deduction('f-cover', 1)] };
    expect(scoreOf(sheet, marks)).toEqual({ score: 0, left: 99 });
    expect(gradeOf(sheet, 0)).toBe('fail');
  });

  it.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.99, 'good'],
    [75, 'good'],
    [74.5, 'pass'],
    [60, 'pass'],
    [59.75, 'fail'],
  ])('grades %s as %s', (score, grade) => {
    expect(gradeOf(sheet, score)).toBe(grade);
  });

  it('proposes points by places up to what is left of the item', () => {
    const item = itemsOf(sheet).find((one) => one.id === 'f-filling');
    if (!item) throw new Error('no item');
    expect([1, 3, 9].map((places) => proposedPoints(item, places, 0))).toEqual([1, 3, 4]);
    expect(proposedPoints(item, 2, 3)).toBe(1);
    expect(proposedPoints({ ...item, perPlace: null }, 2, 0)).toBe(4);
  });

  it('asks for a reason and a page with every deduction and veto, and knows the sheet', () => {
    expect(checkMarks(sheet, { vetoes: [], deductions: [deduction('f-cover', 1)] })).toEqual([]);
    const blank = { vetoes: [{ ...veto, page: ' ' }], deductions: [] };
    expect(checkMarks(sheet, blank).join()).toContain('理由和页码');
    const unknown = { vetoes: [{ ...veto, item: 'x' }], deductions: [deduction('y', 1)] };
    expect(checkMarks(sheet, unknown).length).toBe(2);
  });
});

describe('two scores of one file', () => {
  const first = { vetoes: [], deductions: [deduction('f-filling', 3), deduction('f-cover', 1)] };
  const second = { vetoes: [], deductions: [deduction('f-filling', 1), deduction('f-cover', 1)] };

  it('are shown side by side, item by item, with what differs', () => {
    const { items } = compareMarks(sheet, { first, second });
    expect(items.map((one) => [one.item.id, one.firstPoints, one.secondPoints, one.differs])).toEqual([
      ['f-filling', 3, 1, true],
      ['f-cover', 1, 1, false],
    ]);
  });

  it('have a mean that keeps the reasons of both', () => {
    const mean = decideByMean(sheet, { first, second });
    if (!mean.ok) throw new Error(mean.error);
    expect(scoreOf(sheet, mean.value).score).toBe(97);
    expect(mean.value.deductions.length).toBe(4);
  });

  it('have no mean where only one found a veto: the chair has to decide it', () => {
    const both = { first: { ...first, vetoes: [veto] }, second };
    expect(decideByMean(sheet, both).ok).toBe(false);
    const open = decideByItems(sheet, both, { choices: {}, own: noMarks });
    expect(open.ok ? '' : open.error).toContain('还有2项');
    const choices = { 'v-officers': 'second', 'f-filling': 'first' } as const;
    const decided = decideByItems(sheet, both, { choices, own: noMarks });
    if (!decided.ok) throw new Error(decided.error);
    expect(scoreOf(sheet, decided.value).score).toBe(96);
    const upheld = decideByItems(sheet, both, { choices: { ...choices, 'v-officers': 'first' }, own: noMarks });
    expect(upheld.ok ? scoreOf(sheet, upheld.value).score : null).toBe(0);
  });

  it('take the chair’s own points where the chair sets them', () => {
    const own = { vetoes: [], deductions: [deduction('f-filling', 2)] };
    const decided = decideByItems(sheet, { first, second }, { choices: { 'f-filling': 'own' }, own });
    expect(decided.ok ? scoreOf(sheet, decided.value).score : null).toBe(97);
  });
});

describe('the report of a batch', () => {
  const file = (entity: string, number: string, score: number, marks: ReviewMarks) => ({
    id: number,
    body: entity,
    marks,
    file: { entity, number, score, grade: gradeOf(sheet, score) } as CaseFile,
  });
  const files = [
    file('甲局', '1', 97, { vetoes: [], deductions: [deduction('f-filling', 3)] }),
    file('甲局', '2', 90, { vetoes: [], deductions: [deduction('f-filling', 2), deduction('c-serve', 4)] }),
    file('乙局', '3', 97, { vetoes: [], deductions: [deduction('c-serve', 3)] }),
    file('乙局', '4', 0, { vetoes: [veto], deductions: [] }),
  ];

  it('ranks files and bodies, equal scores on one place', () => {
    const report = batchReport(sheet, files);
    expect(report.files.map((one) => [one.place, one.id])).toEqual([
      [1, '1'],
      [1, '3'],
      [3, '2'],
      [4, '4'],
    ]);
    expect(report.bodies.map((one) => [one.place, one.body, one.mean])).toEqual([
      [1, '甲局', 93.5],
      [2, '乙局', 48.5],
    ]);
    expect(report.grades).toEqual({ excellent: 3, fail: 1 });
    expect(report.mean).toBe(71);
  });

  it('counts the most frequent faults by files', () => {
    const faults = batchReport(sheet, files).faults.map((one) => [one.item, one.files, one.points]);
    expect(faults).toEqual([
      ['c-serve', 2, 7],
      ['f-filling', 2, 5],
      ['v-officers', 1, 0],
    ]);
    expect(batchReport(sheet, files, 1).faults.length).toBe(1);
  });

  it('of nothing has no mean', () => {
    expect(batchReport(sheet, []).mean).toBeNull();
  });
});

describe('sharing out', () => {
  it('gives every file two different people, evenly, and lets nobody score the own unit', () => {
    const people = ['甲', '乙', '丙', '丁（县农业农村局）'];
    const bodies = Array.from({ length: 10 }, (_, at) => [at % 2 === 0 ? '安澜县农业农村局' : '县应急管理局']);
    const eligible = bodies.map(([name = '']) => {
      const bodyNames = [name, name.includes('农业') ? '县农业农村局' : ''];
      return people.filter((one) => standsAside(one, { bodyNames, recusals: null }) === null);
    });
    const pairs = sharePairs(eligible);
    const load = new Map(people.map((one) => [one, 0]));
    for (const [at, pair] of pairs.entries()) {
      if (!pair) throw new Error('no pair');
      expect(pair[0]).not.toBe(pair[1]);
      if (at % 2 === 0) expect(pair).not.toContain('丁（县农业农村局）');
      for (const one of pair) load.set(one, (load.get(one) ?? 0) + 1);
    }
    expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(2);
    expect(new Set(pairs.map((pair) => pair?.toSorted().join())).size).toBeGreaterThan(3);
  });

  it('keeps aside who belongs to the body or declared an interest, and says why', () => {
    const file = { bodyNames: ['安澜县农业农村局', '县农业农村局'], recusals: '姜律师：曾代理该案\n郭教授' };
    expect(standsAside('丁（县农业农村局）', file)).toBe('在安澜县农业农村局工作');
    expect(standsAside('丁（县农业农村局执法大队）', file)).toBe('在县农业农村局工作');
    expect(standsAside('姜律师（县律师协会）', file)).toBe('申报回避：曾代理该案');
    expect(standsAside('郭教授', file)).toBe('申报回避');
    expect(standsAside('甲', file)).toBeNull();
    const more = withRecusal(file.recusals, { name: '姜律师', reason: '与当事人是亲属' });
    expect(declaredRecusals(more)).toEqual([
      { name: '郭教授', reason: '' },
      { name: '姜律师', reason: '与当事人是亲属' },
    ]);
  });

  it('says where fewer than two are left', () => {
    expect(sharePairs([['甲']])).toEqual([null]);
  });
});
