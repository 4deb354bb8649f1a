import type { FieldProblem, Ledger, Values } from './ledger';

/** One permitted step of a record's life. */
export interface Transition<Name extends string = string> {
  readonly from: string;
  readonly to: string;
  /** What the person does, as on the button: 提交审核. */
  readonly label: string;
  /** Fields that must be filled after the step: who did it, when, why. */
  readonly requires?: readonly Name[];
}

/** The life cycle of a ledger's records. */
export interface States<Name extends string = string> {
  /** The choice field that holds the state. */
  readonly field: Name;
  /** States in which a record may come into being, by hand or by an import. */
  readonly initial: readonly string[];
  /** State of a record that comes in whole: filled in by hand in the general form, or imported. */
  readonly entry?: string;
  readonly transitions: readonly Transition<Name>[];
  /** Fields that no longer change once a record is in one of the states; also the step out of them may not change them. */
  readonly fixed?: readonly { readonly states: readonly string[]; readonly fields: readonly Name[] }[];
  /** States in which a record cannot be moved to the recycle bin. */
  readonly kept?: { readonly states: readonly string[]; readonly message: string };
}

function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function missingFields(ledger: Ledger, names: readonly string[], values: Values): FieldProblem[] {
  return names
    .filter((name) => isBlank(values[name]))
    .map((name) => ({ field: name, message: `请填写“${ledger.fields[name]?.label ?? name}”` }));
}

/**
 * Fields that a record's present state fixes and that would change all the same.
 * @returns a problem for each; nothing a person does changes them, not even undoing.
 */
export function judgeFixed(ledger: Ledger, before: Values, after: Values): readonly FieldProblem[] {
  const { states } = ledger;
  if (!states) return [];
  const now = before[states.field];
  const names = (states.fixed ?? []).filter((rule) => rule.states.includes(String(now))).flatMap((rule) => rule.fields);
  return [...new Set(names)]
    .filter((name) => !sameValue(before[name], after[name]))
    .map((name) => ({
      field: name,
      message: `这条${ledger.noun}已定稿，“${ledger.fields[name]?.label ?? name}”不能再改；需要更正的，请另立新件`,
    }));
}

/**
 * Values with the state in which a record comes in whole, where none stands there: the field of the state is kept by the
 * application, so neither a form nor a spreadsheet can give it.
 */
export function enteringValues(ledger: Ledger, values: Values): Values {
  const { states } = ledger;
  if (!states?.entry || !isBlank(values[states.field])) return values;
  return { ...values, [states.field]: states.entry };
}

/**
 * Judges a record's step by its ledger's life cycle.
 * @param before the values as stored; null for a new record.
 * @param labelOf gives the label of a state for the sentences.
 * @returns problems; empty where the step is permitted or the ledger has no life cycle.
 */
export function judgeStates(
  ledger: Ledger,
  before: Values | null,
  after: Values,
  labelOf: (state: string) => string,
): readonly FieldProblem[] {
  const { states } = ledger;
  if (!states) return [];
  const to = String(after[states.field] ?? '');
  if (before === null) {
    if (states.initial.includes(to)) return [];
    const allowed = states.initial.map((state) => `“${labelOf(state)}”`).join('或');
    return [{ field: states.field, message: `新的${ledger.noun}只能是${allowed}，不能直接写成“${labelOf(to)}”` }];
  }
  const from = String(before[states.field] ?? '');
  const fixed = judgeFixed(ledger, before, after);
  if (from === to || fixed.length > 0) return fixed;
  const step = states.transitions.find((one) => one.from === from && one.to === to);
  if (step) return missingFields(ledger, step.requires ?? [], after);
  return [
    {
      field: states.field,
      message: `${ledger.noun}不能从“${labelOf(from)}”直接变为“${labelOf(to)}”，请按办理环节进行`,
    },
  ];
}

/** Steps that a record in a state may take, in the order of the definition. */
export function stepsFrom(ledger: Ledger, state: string): readonly Transition[] {
  return ledger.states?.transitions.filter((step) => step.from === state) ?? [];
}
