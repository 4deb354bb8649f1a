import { expect, test } from 'vitest';
import { checkIdentityNumber, field, type Field } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { readSettings } from '@/domain/workbench';
import { valueFromText } from '@/ui/components/field-text';
import {
  boundProblem,
  draftFromFilter,
  filterFromDraft,
  filterWords,
  newDraft,
} from '@/ui/views/register/filter-draft';
import { scopedQuery } from '@/ui/views/register/scope';

const officers = ledgerOf('enforcement-officer');
const day = field.date({ label: '日期' }) as unknown as Field;

test.each([
  ['20240305', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['２０２４年３月５日', '2024-03-05'],
  ['2024-02-30', '2024-02-30'],
  ['明天', '明天'],
  ['  ', null],
])('a typed date %s becomes %s; what is none stays as typed for the check to name', (typed, value) => {
  expect(valueFromText(day, typed)).toBe(value);
});

test('numbers are read with full width and thousands; what is none stays as typed', () => {
  const number = field.integer({ label: '数' }) as unknown as Field;
  expect(valueFromText(number, '１,２００')).toBe(1200);
  expect(valueFromText(number, '12人')).toBe('12人');
});

test('an identity number typed in full width and with a small x is what was meant; other codes keep their case', () => {
  const identity = field.text({ label: '身份证号', code: true, check: checkIdentityNumber }) as unknown as Field;
  expect(valueFromText(identity, '１１０１０５ 19491231 002x')).toBe('11010519491231002X');
  expect(valueFromText(field.text({ label: '代码', code: true }) as unknown as Field, 'abc')).toBe('abc');
});

test('a condition takes effect when it is complete, and comes back from the filter it gave', () => {
  const empty = newDraft(officers, 'name', 1);
  expect(filterFromDraft(officers, empty)).toBeNull();
  const drafts = [
    { ...empty, text: '王' },
    { ...newDraft(officers, 'gender', 2), values: ['2'] },
    { ...newDraft(officers, 'name', 3), kind: 'empty' as const },
  ];
  for (const draft of drafts) {
    const filter = filterFromDraft(officers, draft);
    if (filter === null) throw new Error('incomplete');
    expect(filterFromDraft(officers, draftFromFilter(filter, draft.key))).toEqual(filter);
  }
});

test('a range of days may be bounded by a year or a month, both whole', () => {
  const name = Object.keys(officers.fields).find((one) => officers.fields[one]?.kind === 'date') ?? '';
  const draft = { ...newDraft(officers, name, 1), from: '2024', to: '2024年3月' };
  const filter = filterFromDraft(officers, draft);
  expect(filter).toEqual({ field: name, op: 'between', from: '2024-01-01', to: '2024-03-31' });
  expect(filter && filterWords(officers, filter, {}, {})).toMatch(/：2024-01-01至2024-03-31$/);
  expect(boundProblem(day, '下周')).toContain('请填写日期');
});

test('a saved view opens although the definition has lost one of its fields; nonsense is no view', () => {
  const settings = {
    filters: [
      { field: 'name', op: 'contains', value: '王' },
      { field: 'gone', op: 'empty' },
    ],
    search: '',
    sort: [{ field: 'gone' }, { field: 'updatedAt', descending: true }],
    columns: ['name', 'gone'],
  };
  expect(readSettings(officers, JSON.stringify(settings))).toEqual({
    filters: [{ field: 'name', op: 'contains', value: '王' }],
    search: '',
    sort: [{ field: 'updatedAt', descending: true }],
    columns: ['name'],
  });
  expect(readSettings(officers, '{')).toBeNull();
  expect(readSettings(officers, '{"filters":1}')).toBeNull();
});

test('all, shown and ticked records are three queries in the same order', () => {
  const query = { ledger: 'x', filters: [{ field: 'a', op: 'empty' } as const], sort: [{ field: 'a' }] };
  expect(scopedQuery(query, 'filtered', new Set(['1']))).toBe(query);
  expect(scopedQuery(query, 'all', new Set(['1']))).toEqual({ ledger: 'x', sort: [{ field: 'a' }] });
  expect(scopedQuery(query, 'selected', new Set(['1']))).toEqual({ ledger: 'x', sort: [{ field: 'a' }], ids: ['1'] });
});
