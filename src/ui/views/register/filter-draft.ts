import { codeLabel, readDateText, type CodeTables, type Field, type Filter, type Ledger } from '@/domain/kernel';

/** What a condition asks of a field, as the person chooses it. */
export type ConditionKind = 'contains' | 'any' | 'between' | 'yes' | 'no' | 'empty' | 'filled';

/** A condition as it is being put together. */
export interface FilterDraft {
  /** Tells conditions apart on screen. */
  readonly key: number;
  readonly field: string;
  readonly kind: ConditionKind;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly values: readonly string[];
}

const kindLabels: Readonly<Record<ConditionKind, string>> = {
  contains: '包含',
  any: '是其中之一',
  between: '在范围内',
  yes: '为“是”',
  no: '为“否”',
  empty: '没有填写',
  filled: '已填写',
};

/** Name of a condition. */
export function conditionLabel(kind: ConditionKind): string {
  return kindLabels[kind];
}

/** Conditions that a field can be asked, the usual one first. */
export function conditionsOf(field: Field): readonly ConditionKind[] {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return ['contains', 'empty', 'filled'];
    case 'date':
    case 'month':
    case 'integer':
    case 'decimal':
      return ['between', 'empty', 'filled'];
    case 'flag':
      return ['yes', 'no', 'empty'];
    default:
      return ['any', 'empty', 'filled'];
  }
}

/** An empty condition on a field. */
export function newDraft(ledger: Ledger, field: string, key: number): FilterDraft {
  const definition = ledger.fields[field];
  const kind = definition ? (conditionsOf(definition)[0] ?? 'filled') : 'filled';
  return { key, field, kind, text: '', from: '', to: '', values: [] };
}

/** A bound as typed, in the field's own form; undefined where it is open or cannot be read. */
function boundOf(field: Field, typed: string, end: boolean): string | number | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (field.kind === 'integer' || field.kind === 'decimal') {
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  }
  const read = readDateText(text);
  if (read.kind === 'none') return undefined;
  const day = end ? '12-31' : '01-01';
  const whole = read.kind === 'day' ? read.day : read.kind === 'year' ? `${read.year}-${day}` : null;
  if (field.kind === 'month') return whole?.slice(0, 7) ?? (read.kind === 'month' ? read.month : undefined);
  // Days compare as text, and no month has a day beyond 31.
  return whole ?? (read.kind === 'month' ? `${read.month}-${end ? '31' : '01'}` : undefined);
}

/** What is wrong with a bound as typed; empty where it is open or can be read. */
export function boundProblem(field: Field, typed: string): string {
  if (typed.trim() === '' || boundOf(field, typed, false) !== undefined) return '';
  return field.kind === 'integer' || field.kind === 'decimal'
    ? '请填写数字'
    : '请填写日期，如2024-03-05、2024年3月或2024';
}

/** The condition a draft stands for; null while it is not complete. */
export function filterFromDraft(ledger: Ledger, draft: FilterDraft): Filter | null {
  const { field: name, kind } = draft;
  const field = ledger.fields[name];
  if (!field) return null;
  if (kind === 'empty' || kind === 'filled') return { field: name, op: kind };
  if (kind === 'yes' || kind === 'no') return { field: name, op: 'equals', value: kind === 'yes' };
  if (kind === 'any') return draft.values.length > 0 ? { field: name, op: 'any', values: [...draft.values] } : null;
  if (kind === 'contains') {
    const value = draft.text.trim();
    return value === '' ? null : { field: name, op: 'contains', value };
  }
  const from = boundOf(field, draft.from, false);
  const to = boundOf(field, draft.to, true);
  if (from === undefined && to === undefined) return null;
  return { field: name, op: 'between', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The draft that gives a condition, for changing it. */
export function draftFromFilter(filter: Filter, key: number): FilterDraft {
  const empty = { key, field: filter.field, text: '', from: '', to: '', values: [] };
  switch (filter.op) {
    case 'empty':
    case 'filled':
      return { ...empty, kind: filter.op };
    case 'contains':
      return { ...empty, kind: 'contains', text: filter.value };
    case 'any':
      return { ...empty, kind: 'any', values: filter.values };
    case 'between':
      return { ...empty, kind: 'between', from: String(filter.from ?? ''), to: String(filter.to ?? '') };
    case 'equals':
      if (typeof filter.value === 'boolean') return { ...empty, kind: filter.value ? 'yes' : 'no' };
      return { ...empty, kind: 'any', values: [String(filter.value)] };
  }
}

function valueWords(field: Field, value: string, codes: CodeTables, titles: Readonly<Record<string, string>>): string {
  if (field.table) return codeLabel(codes, field.table, value);
  return field.target ? (titles[value] ?? '（记录已不存在）') : value;
}

function rangeWords(field: Field, from: string | number | undefined, to: string | number | undefined): string {
  const number = field.kind === 'integer' || field.kind === 'decimal';
  if (from === undefined) return `${to}${number ? '及以下' : '及以前'}`;
  return to === undefined ? `${from}${number ? '及以上' : '及以后'}` : `${from}至${to}`;
}

/** A condition in words: 类别：行政机关、授权组织. */
export function filterWords(
  ledger: Ledger,
  filter: Filter,
  codes: CodeTables,
  titles: Readonly<Record<string, string>>,
): string {
  const field = ledger.fields[filter.field];
  if (!field) return '';
  const { label } = field;
  switch (filter.op) {
    case 'empty':
      return `${label}：没有填写`;
    case 'filled':
      return `${label}：已填写`;
    case 'contains':
      return `${label}：含“${filter.value}”`;
    case 'any':
      return `${label}：${filter.values.map((value) => valueWords(field, value, codes, titles)).join('、')}`;
    case 'between':
      return `${label}：${rangeWords(field, filter.from, filter.to)}`;
    case 'equals':
      if (typeof filter.value === 'boolean') return `${label}：${filter.value ? '是' : '否'}`;
      return `${label}：${valueWords(field, String(filter.value), codes, titles)}`;
  }
}
