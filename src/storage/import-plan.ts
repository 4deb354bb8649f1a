import {
  checkRecord,
  enteringValues,
  judgeStates,
  type CommitContext,
  type FieldProblem,
  type FieldValue,
  type ImportProblem,
  type ImportRow,
  type Ledger,
  type LedgerRow,
  type Mutation,
  type NewId,
  type RecordFinder,
  type Values,
} from '@/domain/kernel';
import { isEmpty } from './column';
import { createFinder } from './consequences';
import type { ImportFate, ImportOutcome, ImportSummary } from './contract';
import { createMatcher, type Matcher } from './import-match';
import { createReferenceBook, readReference, type ReferenceBook } from './import-references';
import { stateLabels } from './judge';
import { referenceFields, type LedgerSet } from './ledger-set';
import { canonicalValues, completeValues, sameValue } from './row-text';
import type { LoadedTable, Tables } from './tables';

interface Compared {
  readonly outcome: ImportOutcome;
  readonly mutation: Mutation | null;
}

/** One import: rows come in, each is compared with what is stored, nothing is written. */
export interface ImportPlan {
  readonly ledger: Ledger;
  readonly context: CommitContext;
  readonly add: (rows: readonly ImportRow[]) => void;
  readonly summary: () => ImportSummary;
  readonly outcomes: (fate: ImportFate) => readonly ImportOutcome[];
  readonly mutations: () => readonly Mutation[];
}

interface Surroundings {
  readonly ledgers: LedgerSet;
  readonly tables: Tables;
  readonly newId: NewId;
}

interface Desk extends Surroundings {
  readonly ledger: Ledger;
  readonly context: CommitContext;
  readonly matcher: Matcher;
  readonly find: RecordFinder;
  /** By target ledger. */
  readonly books: ReadonlyMap<string, ReferenceBook>;
}

interface Read {
  readonly values: Values;
  readonly problems: readonly ImportProblem[];
  /** A problem may vanish when more rows are known: it names a record of the same ledger. */
  readonly waits: boolean;
}

/** The row's values with references as identifiers, derived fields left aside. */
function readRow(desk: Desk, row: ImportRow): Read {
  const values: Record<string, FieldValue> = {};
  const problems: ImportProblem[] = [...row.problems];
  let waits = problems.length === 0;
  for (const [name, value] of Object.entries(row.values)) {
    const field = desk.ledger.fields[name];
    if (!field) throw new Error(`ledger ${desk.ledger.id} has no field ${name}`);
    if (field.derived) continue;
    const book = field.target === undefined ? undefined : desk.books.get(field.target);
    if (!book || field.target === undefined) {
      values[name] = value;
      continue;
    }
    const read = readReference({ name, field, target: desk.ledgers.get(field.target) }, value, book);
    if (read.kind === 'read') values[name] = read.value;
    else {
      problems.push(read.problem);
      waits &&= field.target === desk.ledger.id;
    }
  }
  return { values: canonicalValues(desk.ledger, values), problems, waits: waits && problems.length > 0 };
}

function shownText(desk: Desk, name: string | null, values: Values): string {
  const field = name === null ? undefined : desk.ledger.fields[name];
  return field && name !== null ? desk.tables.presenter.value(field, values[name]) : '';
}

function rejected(desk: Desk, row: ImportRow, values: Values, problems: readonly ImportProblem[]): Compared {
  const outcome: ImportOutcome = {
    sheetRow: row.sheetRow,
    fate: 'rejected',
    values,
    previous: {},
    problems,
    cells: row.cells,
    title: desk.tables.presenter.title(desk.ledger, values),
  };
  return { outcome, mutation: null };
}

/** The stored record with the row's values laid over it; an empty cell erases nothing. */
function overlay(ledger: Ledger, stored: LedgerRow | null, values: Values): Values {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
  return stored ? { ...stored.values, ...filled } : enteringValues(ledger, completeValues(ledger, filled));
}

function accepted(desk: Desk, row: ImportRow, stored: LedgerRow | null, values: Values): Compared {
  const { ledger, tables } = desk;
  const differing = stored ? Object.keys(values).filter((name) => !sameValue(stored.values[name], values[name])) : [];
  const pick = (from: Values): Values => Object.fromEntries(differing.map((name) => [name, from[name] ?? null]));
  const fate: ImportFate = !stored ? 'created' : differing.length > 0 ? 'changed' : 'unchanged';
  const outcome: ImportOutcome = {
    sheetRow: row.sheetRow,
    fate,
    values,
    previous: stored ? pick(stored.values) : {},
    problems: [],
    cells: [],
    title: tables.presenter.title(ledger, values),
  };
  if (!stored) return { outcome, mutation: { op: 'create', ledger: ledger.id, id: desk.newId(), values } };
  if (fate === 'unchanged') return { outcome, mutation: null };
  const { id, revision } = stored;
  return { outcome, mutation: { op: 'update', ledger: ledger.id, id, changes: pick(values), revision } };
}

/** What is wrong with a row that changes something: its values, its step in the life cycle, what would follow from it. */
function judgeRow(
  { ledger, ledgers, context, find }: Desk,
  stored: LedgerRow | null,
  values: Values,
): readonly FieldProblem[] {
  const before = stored?.values ?? null;
  const wrong = checkRecord(ledger, values, context);
  if (wrong.length > 0) return wrong;
  const step = judgeStates(ledger, before, values, stateLabels(ledger, context.codes));
  if (step.length > 0) return step;
  for (const consequences of ledgers.consequences(ledger.id)) {
    const further = consequences.of({ id: stored?.id ?? '', before, after: values }, find, context);
    if (!further.ok) return further.error;
  }
  return [];
}

function compare(desk: Desk, row: ImportRow, read: Read): Compared {
  const { ledger, matcher } = desk;
  const refuse = (message: string): Compared =>
    rejected(desk, row, read.values, [{ field: null, message, column: null, text: '' }]);
  if (read.problems.length > 0) return rejected(desk, row, read.values, read.problems);
  const match = matcher.match(read.values);
  if (match.kind === 'refused') return refuse(match.message);
  const stored = match.kind === 'stored' ? match.row : null;
  const values = overlay(ledger, stored, read.values);
  const same = stored !== null && Object.keys(values).every((name) => sameValue(stored.values[name], values[name]));
  const problems = same ? [] : judgeRow(desk, stored, values);
  if (problems.length > 0) {
    const told = problems.map(({ field, message }) => ({
      field,
      message,
      column: null,
      text: shownText(desk, field, values),
    }));
    return rejected(desk, row, values, told);
  }
  const clash = matcher.claim({ sheetRow: row.sheetRow, values }, stored);
  return clash === null ? accepted(desk, row, stored, values) : refuse(clash);
}

/** A record that the import will make, as far as references look at it. */
function comingRow(mutation: Mutation & { op: 'create' }): LedgerRow {
  const id = mutation.id ?? '';
  const empty = { revision: 0, origin: '', createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };
  return { id, ...empty, rules: {}, deletedAt: null, deletedBy: null, sample: false, values: mutation.values };
}

function summarise(outcomes: readonly ImportOutcome[]): ImportSummary {
  const counts = { created: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const outcome of outcomes) counts[outcome.fate] += 1;
  return { total: outcomes.length, ...counts };
}

function openBooks(around: Surroundings, ledger: Ledger): ReadonlyMap<string, ReferenceBook> {
  const targets = new Set(referenceFields(ledger).map(([, , target]) => target));
  return new Map(
    [...targets].flatMap((target) => {
      const loaded = around.tables.loaded(target);
      return loaded ? [[target, createReferenceBook(loaded, around.tables.presenter)] as const] : [];
    }),
  );
}

/**
 * Starts an import into a loaded ledger whose targets are loaded too. Rows that name a record of the same ledger which
 * only a later row brings wait until the numbers are asked for.
 */
export function createImportPlan(around: Surroundings, loaded: LoadedTable, context: CommitContext): ImportPlan {
  const { ledger } = loaded.table;
  const books = openBooks(around, ledger);
  const matcher = createMatcher(loaded, around.tables.presenter);
  const desk: Desk = { ...around, ledger, context, books, matcher, find: createFinder(around, new Map()) };
  const done: (Compared | null)[] = [];
  let waiting: { readonly at: number; readonly row: ImportRow }[] = [];

  function settle(at: number, row: ImportRow, read: Read): void {
    const compared = compare(desk, row, read);
    done[at] = compared;
    if (compared.mutation?.op === 'create') books.get(ledger.id)?.add(comingRow(compared.mutation));
  }
  /** Reads the waiting rows again as long as that helps one of them; then they are rejected. */
  function settleWaiting(): void {
    for (let helped = true; helped && waiting.length > 0;) {
      const still: typeof waiting = [];
      for (const { at, row } of waiting) {
        const read = readRow(desk, row);
        if (read.waits) still.push({ at, row });
        else settle(at, row, read);
      }
      helped = still.length < waiting.length;
      waiting = still;
    }
    for (const { at, row } of waiting) settle(at, row, readRow(desk, row));
    waiting = [];
  }
  function outcomes(): readonly ImportOutcome[] {
    settleWaiting();
    return done.flatMap((compared) => compared?.outcome ?? []);
  }
  return {
    ledger,
    context,
    add: (rows) => {
      for (const row of rows) {
        const read = readRow(desk, row);
        const at = done.push(null) - 1;
        if (read.waits) waiting.push({ at, row });
        else settle(at, row, read);
      }
    },
    summary: () => summarise(outcomes()),
    outcomes: (fate) => outcomes().filter((outcome) => outcome.fate === fate),
    mutations: () => {
      settleWaiting();
      return done.flatMap((compared) => compared?.mutation ?? []);
    },
  };
}
