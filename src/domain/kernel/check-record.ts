import { entriesOf, type CodeEntry, type CodeTables } from './code-table';
import type { DateText } from './dates';
import type { Field } from './field';
import type { FieldProblem, Ledger, RuleContext, Values } from './ledger';

/** What checking a record needs from outside. */
export interface CheckContext {
  readonly codes: CodeTables;
  readonly today: DateText;
}

const codesOfEntries = new WeakMap<readonly CodeEntry[], ReadonlySet<string>>();

/** Codes of a table; worked out once per table, since an import checks every row against it. */
function knownCodes(entries: readonly CodeEntry[]): ReadonlySet<string> {
  const known = codesOfEntries.get(entries) ?? new Set(entries.map((entry) => entry.code));
  codesOfEntries.set(entries, known);
  return known;
}

function unknownCodes(field: Field, value: unknown, codes: CodeTables): string[] {
  if (!field.table || value === null || value === undefined) return [];
  const known = knownCodes(entriesOf(codes, field.table));
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return given.map(String).filter((code) => !known.has(code));
}

/**
 * Checks a record's values against its definition: each field by its schema, codes by the tables in force, then the
 * rules over several fields. Whether references exist and natural keys are free is judged by the storage, which knows.
 * @returns problems in the order of the fields; empty where the record is right.
 */
export function checkRecord(ledger: Ledger, values: Values, context: CheckContext): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const parsed = ledger.schema.safeParse(values);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const field = issue.path[0];
    problems.push({ field: typeof field === 'string' ? field : null, message: issue.message });
  }
  for (const [name, field] of Object.entries(ledger.fields)) {
    for (const code of unknownCodes(field, values[name], context.codes)) {
      problems.push({ field: name, message: `“${field.label}”没有“${code}”这一选项，可在“系统—代码表”中增加` });
    }
  }
  if (problems.length > 0) return problems;
  return ledger.rules.flatMap((rule) => rule(values, context) ?? []);
}

/**
 * What a right record still lacks or should be looked at, in sentences for people. It never stands in the way of saving:
 * a list as an office published it is recorded as it is, and what is missing in it is for supervision to follow up.
 */
export function adviseRecord(ledger: Ledger, values: Values, context: RuleContext): readonly FieldProblem[] {
  return ledger.advice.flatMap((advise) => advise(values, context));
}
