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

/** How many values are named to tell a record from another of the same title. */
const toldBy = 2;

/**
 * What tells records of the same title from one another: values that not all of them share, with their labels, sensitive
 * ones masked; where nothing differs, the end of the identifier.
 * @param rows records of one ledger that share a title; a single one needs nothing.
 * @returns by identifier.
 */
export function tellApart(
  ledger: Ledger,
  rows: readonly { readonly id: string; readonly values: Values }[],
  context: PresentContext,
): Readonly<Record<string, string>> {
  const shown = rows.map(({ id, values }) => ({
    id,
    texts: Object.entries(ledger.fields).map(([name, field]) => ({
      label: field.label,
      text: presentValue(field, values[name], { ...context, masked: true }),
    })),
  }));
  const differing = (at: number): boolean => new Set(shown.map(({ texts }) => texts[at]?.text)).size > 1;
  return Object.fromEntries(
    shown.map(({ id, texts }) => {
      const told = texts.filter(({ text }, at) => text !== '' && differing(at)).slice(0, toldBy);
      return [id, told.map(({ label, text }) => `${label}${text}`).join('，') || `编号尾号${id.slice(-6)}`];
    }),
  );
}
