import { chineseDate, isDateText } from '../kernel';
import type { DataValue, DeadlineChoice, DocumentData, DocumentKind, KindField } from './kind';

/** A value as one text; empty where it is none. */
export function asText(value: DataValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A value as texts without empty ones; several lines of one text count as several. */
export function asList(value: DataValue | undefined): readonly string[] {
  const lines =
    typeof value === 'string' ? value.split('\n') : Array.isArray(value) ? (value as readonly unknown[]) : [];
  return lines
    .filter((line) => typeof line === 'string')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A value as rows of a table with as many cells as columns, without rows in which nothing stands. */
export function asTable(value: DataValue | undefined, columns: number): readonly (readonly string[])[] {
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return rows
    .filter((row) => Array.isArray(row))
    .map((row) => Array.from({ length: columns }, (_, at) => String((row as unknown[])[at] ?? '').trim()))
    .filter((row) => row.some((cell) => cell !== ''));
}

/** A value as a deadline that somebody chose; null where neither a number nor a day was given. */
export function asDeadline(value: DataValue | undefined): DeadlineChoice | null {
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) return null;
  const choice = value as DeadlineChoice;
  const whole = typeof choice.amount === 'number' && Number.isInteger(choice.amount) && choice.amount > 0;
  const day = typeof choice.on === 'string' && isDateText(choice.on);
  return whole || day ? choice : null;
}

/** How a document speaks of itself: 本通知书, 本函; 本文书 where its name has no usual ending. */
export function selfName(kindName: string): string {
  const match = /(通知书|意见书|建议书|决定书|反馈书|移送书|聘书|抄告单|通知|通报|纪要|函|表)$/.exec(kindName);
  return `本${match?.[1] ?? '文书'}`;
}

/**
 * A deadline in the words of a document: 2026年4月10日前, 自收到本通知书之日起30个工作日内, 自收到本函时起24小时内. Days not called
 * working days are 日.
 */
export function deadlineText(choice: DeadlineChoice, kindName: string): string {
  if (choice.on !== null && choice.on !== '') return `${chineseDate(choice.on)}前`;
  const { amount, unit } = choice;
  const length = `${amount ?? 0}${{ 'working-day': '个工作日', 'calendar-day': '日', hour: '小时' }[unit]}`;
  return `自收到${selfName(kindName)}${unit === 'hour' ? '时' : '之日'}起${length}内`;
}

function startValue(field: KindField): DataValue {
  switch (field.type) {
    case 'text':
    case 'paragraph':
    case 'choice':
      return field.preset;
    case 'list':
      return asList(field.preset);
    case 'staff':
    case 'table':
      return [];
    case 'date':
    case 'integer':
    case 'deadline':
      return null;
  }
}

/** What stands in a new draft of a kind: the presets of its fields. */
export function startData(kind: Pick<DocumentKind, 'fields'>): DocumentData {
  return Object.fromEntries(kind.fields.map((field) => [field.name, startValue(field)]));
}
