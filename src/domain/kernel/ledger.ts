import { z } from 'zod';
import type { Consequences } from './consequences';
import type { DateText } from './dates';
import type { Field } from './field';
import type { States } from './states';

/** Any value a field can hold. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** The fields' values of a record whose ledger is known only at run time. */
export type Values = Readonly<Record<string, FieldValue>>;

/** A set of fields that tells records apart, strongest first in a definition. */
export interface NaturalKey {
  readonly fields: readonly string[];
  /** Two living records may not share it. A weak key only helps an import to find the record meant. */
  readonly unique: boolean;
}

/** Something wrong with one field, or with the record as a whole where field is null. */
export interface FieldProblem {
  readonly field: string | null;
  /** Chinese sentence: what is wrong and what to do. */
  readonly message: string;
}

/** What a record-wide rule may look at beside the record. */
export interface RuleContext {
  readonly today: DateText;
}

/** One heading of the navigation; a group appears when something in it works. */
export const navigationGroups = [
  '工作台',
  '监督对象',
  '监督力量',
  '清单',
  '监督检查',
  '问题整改',
  '监督文书',
  '统计年报',
  '数据交换',
  '系统',
] as const;

/** Heading of the navigation under which a register stands. */
export type NavigationGroup = (typeof navigationGroups)[number];

/** Why records never go away again: neither removal nor undoing their creation takes them out. */
export interface Permanence<V = Values> {
  /** Chinese sentence: why, and what to do in its place. */
  readonly message: string;
  /** What undoing the creation leaves of a record; null, or without it, where the undoing is refused. */
  readonly left?: (values: V) => V | null;
}

/** What a definition says. V is the record's values as its fields' schemas give them. */
export interface LedgerSpec<F extends Record<string, Field>> {
  /** Identifier in the glossary's terms, kebab-case; also the store's name. Never changes. */
  readonly id: string;
  /** What one record is called: 执法主体. */
  readonly noun: string;
  /** Title of the printed list: 行政执法主体名录. */
  readonly title: string;
  /** One sentence: what is kept here and why. Shown in help and in the empty list. */
  readonly purpose: string;
  readonly fields: F;
  /** Fields whose values name a record in lists of references, history and search. */
  readonly titleFields: readonly (keyof F & string)[];
  readonly naturalKeys: readonly { readonly fields: readonly (keyof F & string)[]; readonly unique: boolean }[];
  /** Order of a list before the user sorts; without it, newest first. */
  readonly order?: readonly { readonly field: keyof F & string; readonly descending?: boolean }[];
  /** Rules over several fields, with their source in the docstring of the rule. */
  readonly rules?: readonly ((
    values: { readonly [K in keyof F]: z.infer<F[K]['schema']> },
    context: RuleContext,
  ) => FieldProblem | null)[];
  /** What a record still lacks or should be looked at: shown beside the record, never a reason to refuse it. */
  readonly advice?: readonly ((
    values: { readonly [K in keyof F]: z.infer<F[K]['schema']> },
    context: RuleContext,
  ) => readonly FieldProblem[])[];
  /** Kept by the application itself: not a register, no import, not in navigation or search. */
  readonly internal?: boolean;
  /** The life cycle, where records have one. */
  readonly states?: States<keyof F & string>;
  /** Records that never go away again. */
  readonly permanent?: Permanence<{ readonly [K in keyof F]: z.infer<F[K]['schema']> }>;
  /** What else happens when a record changes. */
  readonly consequences?: Consequences<{ readonly [K in keyof F]: z.infer<F[K]['schema']> }>;
  /** What happens to records of this ledger when one of another changes, by that ledger's identifier. */
  readonly follows?: Readonly<Record<string, Consequences<never>>>;
  /** Records are written by steps of the application only: the register shows, exports and prints them. */
  readonly managed?: boolean;
}

/** A ledger as the general machinery sees it. */
export interface Ledger {
  readonly id: string;
  readonly noun: string;
  readonly title: string;
  readonly purpose: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly titleFields: readonly string[];
  readonly naturalKeys: readonly NaturalKey[];
  readonly order: readonly { readonly field: string; readonly descending?: boolean }[];
  readonly internal: boolean;
  readonly states?: States;
  readonly permanent?: Permanence;
  readonly consequences?: Consequences;
  readonly follows: Readonly<Record<string, Consequences>>;
  readonly managed: boolean;
  /** Schema of a record's values: the only source of its type, of checks and of the JSON Schema in an archive. */
  readonly schema: z.ZodObject;
  /** Judges a record whose fields are each right. */
  readonly rules: readonly ((values: Values, context: RuleContext) => FieldProblem | null)[];
  /** Says what a record still lacks; never refuses it. */
  readonly advice: readonly ((values: Values, context: RuleContext) => readonly FieldProblem[])[];
}

/** A ledger whose values' types are known. */
export interface TypedLedger<F extends Record<string, Field>> extends Ledger {
  readonly fields: F;
  /** Never set; carries the type of the values. */
  readonly _values?: { readonly [K in keyof F]: z.infer<F[K]['schema']> };
}

/** The values of a ledger's record. */
export type ValuesOf<L> = L extends { readonly _values?: infer V } ? NonNullable<V> : never;

/**
 * Makes a ledger out of its definition. Store and indexes, list, form, Excel template, import, export, printed list,
 * history, search and JSON Schema follow from the result.
 * @throws where the definition contradicts itself, since that is a bug.
 */
export function defineLedger<const F extends Record<string, Field>>(spec: LedgerSpec<F>): TypedLedger<F> {
  const named = [...spec.titleFields, ...spec.naturalKeys.flatMap((key) => key.fields)];
  const staged = spec.states ? [spec.states.field] : [];
  for (const name of [...named, ...staged, ...(spec.order ?? []).map((key) => key.field)]) {
    if (!(name in spec.fields)) throw new Error(`ledger ${spec.id} has no field ${name}`);
  }
  if (!/^[a-z][a-z-]*$/.test(spec.id)) throw new Error(`ledger id ${spec.id} is not kebab-case`);
  const shape = Object.fromEntries(Object.entries(spec.fields).map(([name, field]) => [name, field.schema]));
  const { permanent, consequences, follows = {}, ...plain } = spec;
  return {
    ...plain,
    order: spec.order ?? [],
    internal: spec.internal ?? false,
    managed: spec.managed ?? false,
    follows: follows as unknown as Ledger['follows'],
    schema: z.strictObject(shape),
    rules: (spec.rules ?? []) as unknown as Ledger['rules'],
    advice: (spec.advice ?? []) as unknown as Ledger['advice'],
    ...(permanent ? { permanent: permanent as unknown as Permanence } : {}),
    ...(consequences ? { consequences: consequences as unknown as Consequences } : {}),
  };
}

/** A record as it is stored: its values inside what the application knows about it. */
export interface LedgerRow<V = Values> {
  /** UUID version 7: sorting by it is sorting by time of creation. */
  readonly id: string;
  /** 1 at creation, one more with each change. */
  readonly revision: number;
  /** Division code of the bureau that owns the record. */
  readonly origin: string;
  /** Moments in ISO 8601 UTC. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Versions of the rule data the record was last checked under, by name: {"code-tables": "2026.1"}. */
  readonly rules: Readonly<Record<string, string>>;
  /** Moment it went into the recycle bin; null while it lives. */
  readonly deletedAt: string | null;
  readonly deletedBy: string | null;
  /** Belongs to the sample data that can be taken away in one step. */
  readonly sample: boolean;
  readonly values: V;
}

/** The empty record of a ledger: every field null, flags included. */
export function emptyValues(ledger: Ledger): Values {
  return Object.fromEntries(Object.keys(ledger.fields).map((name) => [name, null]));
}

/** The JSON Schema (draft 2020-12) of a ledger's values, for archives. */
export function jsonSchemaOf(ledger: Ledger): Record<string, unknown> {
  return z.toJSONSchema(ledger.schema, { unrepresentable: 'any' }) as Record<string, unknown>;
}
