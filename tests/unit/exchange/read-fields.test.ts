import { describe, expect, test } from 'vitest';
import { defineLedger, field, type CodeTables } from '@/domain/kernel';
import type { TableColumn } from '@/exchange/contract';
import { numberText, type Cell } from '@/exchange/workbook/read/cell';
import { fieldReader, isUnreadable } from '@/exchange/workbook/read/field-reader';
import { suggestMapping } from '@/exchange/workbook/read/mapping';

const codes: CodeTables = {
  kind: {
    id: 'kind',
    title: '类别',
    version: '1',
    source: '测试',
    entries: [
      { code: '01', label: '行政机关', aliases: ['机关', '政府部门'] },
      { code: '02', label: '事业单位（参公）' },
      { code: '03', label: '乡镇、街道' },
    ],
  },
};

const readers = {
  text: fieldReader(field.text({ label: '名称' }), codes),
  code: fieldReader(field.text({ label: '身份证号', code: true }), codes),
  paragraph: fieldReader(field.paragraph({ label: '依据' }), codes),
  date: fieldReader(field.date({ label: '日期' }), codes),
  month: fieldReader(field.month({ label: '年月' }), codes),
  integer: fieldReader(field.integer({ label: '人数' }), codes),
  decimal: fieldReader(field.decimal({ label: '金额' }), codes),
  flag: fieldReader(field.flag({ label: '是否' }), codes),
  choice: fieldReader(field.choice({ label: '类别', table: 'kind' }), codes),
  choices: fieldReader(field.choices({ label: '类别', table: 'kind' }), codes),
  reference: fieldReader(field.reference({ label: '单位', target: 'enforcement-entity' }), codes),
};

type Kind = keyof typeof readers;

function value(kind: Kind, cell: Cell): unknown {
  const reading = readers[kind](cell);
  return isUnreadable(reading) ? `problem: ${reading.problem}` : reading;
}

const serial = (days: number): Cell => ({ serial: days, system1904: false });

describe('cells become values of their fields', () => {
  const readable: readonly (readonly [Kind, Cell, unknown])[] = [
    ['text', '甲局', '甲局'],
    ['text', '教务\n处', '教务处'],
    ['text', 'New\nYork', 'New York'],
    ['text', 12.5, '12.5'],
    ['text', true, '是'],
    ['text', serial(45_356), '2024-03-05'],
    ['text', '/', '/'],
    ['paragraph', '一\n二', '一\n二'],
    ['code', '１１０１０５19491231002x', '11010519491231002X'],
    ['code', '11010519491231 0021', '110105194912310021'],
    ['code', "'0012", '0012'],
    ['code', 10_001, '10001'],
    ['code', '——', null],
    ['date', serial(45_356.99999), '2024-03-05'],
    ['date', '2024年3月5日', '2024-03-05'],
    ['date', '２０２４．３．５', '2024-03-05'],
    ['date', '20240305', '2024-03-05'],
    ['date', 20_240_305, '2024-03-05'],
    ['date', 45_356, '2024-03-05'],
    ['date', '2024/3/5 10:30', '2024-03-05'],
    ['date', '--', null],
    ['month', '2024年3月', '2024-03'],
    ['month', '2024.03', '2024-03'],
    ['month', 202_403, '2024-03'],
    ['month', serial(45_356), '2024-03'],
    ['integer', '１，２３４', 1234],
    ['integer', ' 1,234 ', 1234],
    ['integer', '/', null],
    ['decimal', '¥1,234.50', 1234.5],
    ['decimal', 0.1 + 0.2, 0.3],
    ['decimal', '-3', -3],
    ['flag', '√', true],
    ['flag', '否', false],
    ['flag', '×', false],
    ['flag', '无', false],
    ['flag', '１', true],
    ['flag', true, true],
    ['flag', '——', null],
    ['choice', '行政机关', '01'],
    ['choice', '机关', '01'],
    ['choice', ' 事业单位(参公) ', '02'],
    ['choice', '03', '03'],
    ['choice', '——', null],
    ['choices', '机关、事业单位（参公）', ['01', '02']],
    ['choices', '01;02\n01', ['01', '02']],
    ['choices', '乡镇、街道', ['03']],
    ['reference', '甲局', '甲局'],
    ['reference', '——', null],
    ['date', null, null],
  ];

  test.each(readable)('%s: %j gives %j', (kind, cell, expected) => {
    expect(value(kind, cell)).toEqual(expected);
  });
});

describe('a cell that cannot be read is told with its text and what is expected', () => {
  const unreadable: readonly (readonly [Kind, Cell, RegExp])[] = [
    ['code', 110105194912310021 as Cell, /“110105194912310020”.*超过15位.*文本格式/],
    ['code', '1.10105E+17', /科学记数.*按文本/],
    ['text', 110105194912310021 as Cell, /超过15位/],
    ['date', '2024年3月', /“2024年3月”日期缺少“日”/],
    ['date', '2024.3', /日期缺少“日”/],
    ['date', '2024年', /缺少“月”和“日”/],
    ['date', '2024-02-30', /“2024-02-30”不是有效的日期.*2026-03-05/],
    ['date', '长期', /“长期”不是有效的日期/],
    ['month', '三月', /不是有效的年月.*2026-03/],
    ['integer', '12.5', /不是整数/],
    ['integer', '3人', /不是数字.*不要带单位/],
    ['decimal', '1.2万元', /“1.2万元”不是数字/],
    ['decimal', '2.50-4.00', /不是数字/],
    ['decimal', '66,67,68', /不是数字/],
    ['flag', '可能', /“可能”应为“是”或“否”/],
    ['choice', '企业', /“企业”不在“类别”的选项中，可填：行政机关、事业单位（参公）、乡镇、街道/],
    ['choices', '机关、企业', /“企业”不在/],
    ['integer', { error: '#REF!' }, /“#REF!”是公式的错误结果/],
  ];

  test.each(unreadable)('%s: %j', (kind, cell, pattern) => {
    expect(value(kind, cell)).toMatch(pattern);
    expect(value(kind, cell)).toMatch(/^problem: /);
  });
});

test('numbers are written without exponent and without the dust of binary fractions', () => {
  expect(numberText(0.000_000_1)).toBe('0.0000001');
  expect(numberText(1e21)).toBe('1000000000000000000000');
  expect(numberText(21.333_333_333_333_332)).toBe('21.3333333333333');
  expect(numberText(-0.1 - 0.2)).toBe('-0.3');
});

describe('columns are set against fields', () => {
  const ledger = defineLedger({
    id: 'sample',
    noun: '样例',
    title: '样例',
    purpose: '测试',
    fields: {
      name: field.text({ label: '单位名称', aliases: ['机构名称', '名称'] }),
      phone: field.text({ label: '联系电话', code: true }),
      person: field.text({ label: '负责人' }),
      staff: field.integer({ label: '执法人员数' }),
      made: field.text({ label: '登记时间', derived: true }),
    },
    titleFields: ['name'],
    naturalKeys: [],
  });

  function mapped(names: readonly string[]): Record<string, string | undefined> {
    const columns: TableColumn[] = names.map((name, column) => ({
      column,
      name,
      unnamed: /^列[A-Z]+$/.test(name),
      samples: [],
    }));
    return Object.fromEntries(
      Object.entries(suggestMapping(ledger, columns)).map(([name, column]) => [name, names[column]]),
    );
  }

  test('by label, alias, without width, spaces, brackets and the names of groups above', () => {
    expect(mapped(['序号', '机构 名称', '联系电话（手机）', '负责人信息 / 负责人', '执法人员数'])).toEqual({
      name: '机构 名称',
      phone: '联系电话（手机）',
      person: '负责人信息 / 负责人',
      staff: '执法人员数',
    });
  });

  test('exact before contained, each column once, the first of two with one name', () => {
    expect(mapped(['上级单位名称', '单位名称', '单位名称_2'])).toEqual({ name: '单位名称' });
    expect(mapped(['主要负责人', '电话'])).toEqual({ person: '主要负责人', phone: '电话' });
  });

  test('a running number, unnamed columns and fields the application keeps are not set', () => {
    expect(mapped(['序号', '列B', '登记时间'])).toEqual({});
  });

  test('a running number is set where the ledger has one', () => {
    const numbered = defineLedger({
      id: 'numbered',
      noun: '样例',
      title: '样例',
      purpose: '测试',
      fields: { order: field.integer({ label: '序号' }) },
      titleFields: ['order'],
      naturalKeys: [],
    });
    expect(suggestMapping(numbered, [{ column: 0, name: '序号', unnamed: false, samples: [] }])).toEqual({ order: 0 });
  });
});
