import { describe, expect, it } from 'vitest';
import {
  adviseRecord,
  checkRecord,
  codeLabel,
  defineLedger,
  emptyValues,
  field,
  jsonSchemaOf,
  labelKey,
  presentValue,
  recordTitle,
  tidy,
  toHalfWidth,
  type CodeTable,
} from '@/domain/kernel';
import { codeTablesInForce } from '@/domain/workbench';

const colours: CodeTable = {
  id: 'colour',
  title: '颜色',
  version: '2026.1',
  source: '常用写法',
  entries: [
    { code: 'r', label: '红' },
    { code: 'g', label: '绿', aliases: ['青'] },
  ],
};
const codes = codeTablesInForce([colours], []);
const context = { codes, today: '2026-11-22' };

const thing = defineLedger({
  id: 'thing',
  noun: '物件',
  title: '物件',
  purpose: '试验用。',
  fields: {
    name: field.text({ label: '名称', required: true }),
    colour: field.choice({ label: '颜色', table: 'colour' }),
    colours: field.choices({ label: '各色', table: 'colour' }),
    count: field.integer({ label: '数量', min: 0, max: 10 }),
    made: field.date({ label: '制造日期' }),
    month: field.month({ label: '月份' }),
    sealed: field.flag({ label: '封存' }),
    phone: field.text({ label: '电话', sensitive: 'phone' }),
    owner: field.reference({ label: '所有人', target: 'person' }),
  },
  titleFields: ['name', 'colour'],
  naturalKeys: [{ fields: ['name'], unique: true }],
  rules: [(values) => (values.count === 7 ? { field: 'count', message: '不能是7' } : null)],
  advice: [(values) => (values.made === null ? [{ field: 'made', message: '请补填制造日期' }] : [])],
});

const right = { ...emptyValues(thing), name: '甲' };

describe('checking a record', () => {
  it('takes a record with only what is required', () => {
    expect(checkRecord(thing, right, context)).toEqual([]);
  });

  it.each([
    [{ name: null }, 'name', '请填写“名称”'],
    [{ name: '' }, 'name', '请填写“名称”'],
    [{ name: '长'.repeat(501) }, 'name', '500'],
    [{ count: 1.5 }, 'count', '整数'],
    [{ count: 11 }, 'count', '0至10'],
    [{ made: '2026-02-30' }, 'made', '日期'],
    [{ month: '2026-13' }, 'month', '年月'],
    [{ sealed: '是' }, 'sealed', '“是”或“否”'],
    [{ colour: 'x' }, 'colour', '没有“x”这一选项'],
    [{ colours: ['r', 'x'] }, 'colours', '没有“x”这一选项'],
    [{ count: 7 }, 'count', '不能是7'],
  ])('refuses %o at its field', (change, name, part) => {
    const problems = checkRecord(thing, { ...right, ...change }, context);
    expect(problems[0]?.field).toBe(name);
    expect(problems[0]?.message).toContain(part);
  });

  it('gives advice without refusing', () => {
    expect(adviseRecord(thing, right, context)).toEqual([{ field: 'made', message: '请补填制造日期' }]);
    expect(adviseRecord(thing, { ...right, made: '2026-01-01' }, context)).toEqual([]);
  });

  it('refuses a definition that contradicts itself', () => {
    const spec = {
      noun: '物',
      title: '物',
      purpose: '试验用。',
      fields: { name: field.text({ label: '名称' }) },
    } as const;
    const keys = { titleFields: ['name'], naturalKeys: [] } as const;
    expect(() => defineLedger({ ...spec, ...keys, id: 'thing', titleFields: ['nothing' as 'name'] })).toThrow(
      /no field/,
    );
    expect(() => defineLedger({ ...spec, ...keys, id: 'Thing' })).toThrow(/kebab-case/);
  });

  it('has a JSON Schema that names every field', () => {
    const schema = jsonSchemaOf(thing) as { properties: Record<string, unknown> };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(thing.fields));
  });
});

describe('showing a record', () => {
  const present = { codes, titleOf: (_: string, id: string) => (id === 'p1' ? '某人' : '（已不存在）') };

  it('shows labels, titles and yes or no', () => {
    expect(presentValue(thing.fields.colour, 'g', present)).toBe('绿');
    expect(presentValue(thing.fields.colours, ['r', 'g'], present)).toBe('红、绿');
    expect(presentValue(thing.fields.sealed, false, present)).toBe('否');
    expect(presentValue(thing.fields.owner, 'p1', present)).toBe('某人');
    expect(presentValue(thing.fields.made, null, present)).toBe('');
  });

  it('hides what is sensitive only when masked', () => {
    expect(presentValue(thing.fields.phone, '13912345678', present)).toBe('13912345678');
    expect(presentValue(thing.fields.phone, '13912345678', { ...present, masked: true })).toBe('139****5678');
  });

  it('names a record, and one without title by its noun', () => {
    expect(recordTitle(thing, { ...right, colour: 'r' }, present)).toBe('甲 红');
    expect(recordTitle(thing, emptyValues(thing), present)).toBe('未命名物件');
  });
});

describe('code tables in force', () => {
  it('lay own entries over the shipped ones, in their place or behind', () => {
    const own = [
      { table: 'colour', code: 'r', label: '大红', aliases: '朱、赤', retired: null, source: null },
      { table: 'colour', code: 'b', label: '蓝', aliases: null, retired: true, source: null },
    ];
    const entries = codeTablesInForce([colours], own)['colour']?.entries ?? [];
    expect(entries.map((entry) => entry.label)).toEqual(['大红', '绿', '蓝']);
    expect(entries[0]?.aliases).toEqual(['朱', '赤']);
    expect(entries[2]?.retired).toBe(true);
    expect(codeLabel(codes, 'code-tables', 'colour')).toBe('颜色');
  });

  it('show an unknown code as itself', () => {
    expect(codeLabel(codes, 'colour', 'z')).toBe('z');
    expect(() => codeLabel(codes, 'nothing', 'z')).toThrow(/no code table/);
  });
});

describe('texts', () => {
  it('narrow full-width signs and leave Chinese alone', () => {
    expect(toHalfWidth('ＡＢ１２（３）　。、')).toBe('AB12(3) 。、');
  });

  it('lose invisible marks and outer white space only', () => {
    expect(tidy('\ufeff　 甲\u200b 乙\r\n丙 \u00a0')).toBe('甲 乙\n丙');
  });

  it('compare headers by what tells them apart', () => {
    expect(labelKey('执法 人员\n（人）')).toBe(labelKey('执法人员(人)'));
    expect(labelKey('委托期限：')).toBe('委托期限');
    expect(labelKey('Ａbc')).toBe('abc');
  });
});
