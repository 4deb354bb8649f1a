import { codeLabel, type CodeTables } from './code-table';
import type { Field } from './field';
import { mask } from './identifiers';
import type { FieldValue, Ledger, Values } from './ledger';

/** What showing a value needs from outside. */
export interface PresentContext {
  readonly codes: CodeTables;
  /** Title of a referenced record; an unknown id gives a text that says so. */
  readonly titleOf: (ledger: string, id: string) => string;
  /** Hide sensitive values. */
  readonly masked?: boolean;
}

function presentOne(field: Field, value: string | number | boolean, context: PresentContext): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const plain = String(value);
  if (field.table) return codeLabel(context.codes, field.table, plain);
  if (field.target) return context.titleOf(field.target, plain);
  return field.sensitive && context.masked ? mask(plain, field.sensitive) : plain;
}

/** A value as people read it, in lists, history, Excel and print; several values are joined with 、. */
export function presentValue(field: Field, value: FieldValue | undefined, context: PresentContext): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.map((item) => presentOne(field, item, context)).join('、');
  return presentOne(field, value, context);
}

/** Title of a record out of its ledger's title fields; a record without any is named by its noun. */
export function recordTitle(ledger: Ledger, values: Values, context: PresentContext): string {
  const parts = ledger.titleFields.flatMap((name) => {
    const field = ledger.fields[name];
    return field ? presentValue(field, values[name], context) || [] : [];
  });
  return parts.length > 0 ? parts.join(' ') : `未命名${ledger.noun}`;
}
