import {
  canonicalJson,
  type ChangeEntry,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type Values,
} from '@/domain/kernel';

/** Signs that JSON writes in another way than as themselves. */
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Names of a ledger's fields in the order of canonical JSON, each as the beginning of a member. */
interface Member {
  readonly name: string;
  readonly opening: string;
}

const membersOfLedger = new WeakMap<Ledger, readonly Member[]>();

function membersOf(ledger: Ledger): readonly Member[] {
  const known = membersOfLedger.get(ledger);
  if (known) return known;
  const names = Object.keys(ledger.fields).sort();
  const members = names.map((name) => ({ name, opening: `${JSON.stringify(name)}:` }));
  membersOfLedger.set(ledger, members);
  return members;
}

function valuesText(ledger: Ledger, values: Values): string {
  let text = '';
  for (const { name, opening } of membersOf(ledger)) {
    const value = values[name];
    if (value === null || value === undefined) continue;
    text +=
      (text === '' ? opening : `,${opening}`) + (typeof value === 'string' ? quote(value) : JSON.stringify(value));
  }
  return `{${text}}`;
}

const rulesTexts = new WeakMap<LedgerRow['rules'], string>();

/** The records of one commit share the versions of their rules. */
function rulesText(rules: LedgerRow['rules']): string {
  const text = rulesTexts.get(rules) ?? canonicalJson(rules);
  rulesTexts.set(rules, text);
  return text;
}

/** Members before `revision`, in canonical order. */
function headText(row: LedgerRow): string {
  const deleted = row.deletedAt === null ? '' : `"deletedAt":${quote(row.deletedAt)},`;
  const deletedBy = row.deletedBy === null ? '' : `"deletedBy":${quote(row.deletedBy)},`;
  const created = `"createdAt":${quote(row.createdAt)},"createdBy":${quote(row.createdBy)},`;
  return `${created}${deleted}${deletedBy}"id":${quote(row.id)},"origin":${quote(row.origin)}`;
}

/**
 * A row as canonical JSON: the same text as the kernel's canonicalJson gives, which a test compares. Imports write tens of
 * thousands of rows into the log, and knowing the members' order beforehand makes this several times faster.
 */
export function rowText(ledger: Ledger, row: LedgerRow): string {
  const middle = `"revision":${row.revision},"rules":${rulesText(row.rules)},"sample":${row.sample}`;
  const updated = `"updatedAt":${quote(row.updatedAt)},"updatedBy":${quote(row.updatedBy)}`;
  return `{${headText(row)},${middle},${updated},"values":${valuesText(ledger, row.values)}}`;
}

/**
 * What counts as a record's state: everything but revision and last change, which grow with every commit and thus also
 * when a commit is undone.
 */
export function stateText(ledger: Ledger, row: LedgerRow): string {
  const rest = `"rules":${rulesText(row.rules)},"sample":${row.sample},"values":${valuesText(ledger, row.values)}`;
  return `{${headText(row)},${rest}}`;
}

/** A change as canonical JSON. */
export function entryText(ledger: Ledger, entry: ChangeEntry): string {
  const parts = [
    ...(entry.after ? [`"after":${rowText(ledger, entry.after)}`] : []),
    ...(entry.before ? [`"before":${rowText(ledger, entry.before)}`] : []),
    `"id":${quote(entry.id)}`,
    `"ledger":${quote(entry.ledger)}`,
  ];
  return `{${parts.join(',')}}`;
}

/** Values with every field of the definition in its order: null where the stored row is older than the field. */
export function completeValues(ledger: Ledger, values: Values): Values {
  const complete: Record<string, FieldValue> = {};
  for (const name of Object.keys(ledger.fields)) complete[name] = values[name] ?? null;
  return complete;
}

const canonicalFields = new WeakMap<Ledger, readonly (readonly [string, (text: string) => string])[]>();

/** Fields of a ledger whose text is stored in one way of writing. */
function canonicalOf(ledger: Ledger): readonly (readonly [string, (text: string) => string])[] {
  const known = canonicalFields.get(ledger);
  if (known) return known;
  const found = Object.entries(ledger.fields).flatMap(([name, { canonical }]) =>
    canonical ? [[name, canonical] as const] : [],
  );
  canonicalFields.set(ledger, found);
  return found;
}

/** Values in the way of writing in which they are stored, whichever way they came in. */
export function canonicalValues(ledger: Ledger, values: Values): Values {
  const written = canonicalOf(ledger).flatMap(([name, canonical]) => {
    const value = values[name];
    return typeof value === 'string' ? [[name, canonical(value)] as const] : [];
  });
  return written.length === 0 ? values : { ...values, ...Object.fromEntries(written) };
}

/** Whether a stored row lacks nothing, as is the rule. */
function isComplete(ledger: Ledger, row: LedgerRow): boolean {
  if (row.deletedAt === undefined || row.deletedBy === undefined) return false;
  for (const { name } of membersOf(ledger)) if (row.values[name] === undefined) return false;
  return true;
}

/** A row out of the database, the log or an archive, with null for whatever it does not carry. */
export function completeRow(ledger: Ledger, row: LedgerRow): LedgerRow {
  if (isComplete(ledger, row)) return row;
  return {
    id: row.id,
    revision: row.revision,
    origin: row.origin,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    rules: row.rules,
    deletedAt: row.deletedAt ?? null,
    deletedBy: row.deletedBy ?? null,
    sample: row.sample,
    values: completeValues(ledger, row.values),
  };
}

/**
 * A row as the database keeps it: without its empty values, which {@link completeRow} gives back. Half the fields of most records
 * are empty, and writing and reading a large register takes time by the member.
 */
export function storedRow(row: LedgerRow): LedgerRow {
  const values: Record<string, FieldValue> = {};
  for (const name of Object.keys(row.values)) {
    const value = row.values[name];
    if (value !== null && value !== undefined) values[name] = value;
  }
  return { ...row, values };
}

/** Whether two values of a field are the same; several codes or references are compared without regard to their order. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || a.length !== b.length) return false;
  const there = new Set(b);
  return a.every((item) => there.has(item));
}
