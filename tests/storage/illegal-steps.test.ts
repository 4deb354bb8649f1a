import { expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { caseFile, reviewAppeal, reviewBatch } from '@/domain/file-review';
import { finding } from '@/domain/finding';
import { inspection } from '@/domain/inspection';
import {
  emptyValues,
  judgeStates,
  ok,
  type CodeTables,
  type Field,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type Values,
} from '@/domain/kernel';
import { ledgers } from '@/domain/registry';
import type { Storage } from '@/storage/contract';
import { context as plain, createDesk, valueOf } from './desk';

const codes: CodeTables = Object.fromEntries(shippedCodeTables.map((table) => [table.id, table]));
const context = { ...plain, codes };
const guarded = [finding, inspection, reviewBatch, caseFile, reviewAppeal] as const;

function statesOf(ledger: Ledger): readonly string[] {
  const table = ledger.fields[ledger.states?.field ?? '']?.table ?? '';
  return (codes[table]?.entries ?? []).map((entry) => entry.code);
}

/** Pairs of states between which no step leads. */
function illegal(ledger: Ledger): readonly (readonly [string, string])[] {
  const steps = ledger.states?.transitions ?? [];
  const known = (from: string, to: string): boolean => steps.some((step) => step.from === from && step.to === to);
  const states = statesOf(ledger);
  return states.flatMap((from) =>
    states.flatMap((to) => (from === to || known(from, to) ? [] : [[from, to] as const])),
  );
}

/** The ledger with nothing that judges how a record came into its state, to put one into each. */
function unguarded(ledger: Ledger): Ledger {
  const free = { ...ledger, follows: {}, rules: [], consequences: { ledgers: [], of: () => ok([]) } };
  return ledger.states ? { ...free, states: { ...ledger.states, initial: statesOf(ledger) } } : free;
}

function someValue(field: Field, place: string): FieldValue {
  if (field.kind === 'date') return '2026-11-20';
  if (field.kind === 'choice') return codes[field.table ?? '']?.entries[0]?.code ?? null;
  if (field.kind === 'integer') return 2026;
  return place;
}

interface Course {
  readonly storage: Storage;
  /** The records in each state, by the state. */
  readonly rows: ReadonlyMap<string, LedgerRow>;
}

/** A record of a ledger in each of its states, in a storage that judges. */
async function courseOf(ledger: Ledger): Promise<Course> {
  const loose = ledgers.map((one) => (guarded.some(({ id }) => id === one.id) ? unguarded(one) : one));
  const desk = createDesk(loose);
  await desk.storage.useCodeTables(codes);
  valueOf(await desk.storage.open());
  const write = async (id: string, values: Values): Promise<LedgerRow> => {
    const whole = { ...emptyValues(ledgers.find((one) => one.id === id) ?? ledger), ...values };
    const mutation = { op: 'create', ledger: id, values: whole } as const;
    const [row] = valueOf(await desk.storage.commit({ kind: 'create', label: '备' }, [mutation], context)).rows;
    if (!row) throw new Error('no row');
    return row;
  };
  const entity = await write('enforcement-entity', { name: '安澜县水利局' });
  const file = await write('case-file', {
    ...{ number: '卷1', entity: entity.id, title: '案', kind: 'penalty-ordinary', status: 'feedback' },
  });
  const targets: Readonly<Record<string, string>> = { 'enforcement-entity': entity.id, 'case-file': file.id };
  const rows = new Map<string, LedgerRow>();
  for (const state of statesOf(ledger)) {
    const required = Object.entries(ledger.fields).filter(([, field]) => field.required);
    const filled = required.map(([name, field]) => [
      name,
      field.target === undefined ? someValue(field, `${ledger.id} ${state}`) : (targets[field.target] ?? null),
    ]);
    const key = ledger === finding ? { number: `WT-${state}` } : {};
    const values = { ...Object.fromEntries(filled), ...key, [ledger.states?.field ?? '']: state };
    rows.set(state, await write(ledger.id, values as Values));
  }
  const storage = desk.reopen(ledgers);
  await storage.useCodeTables(codes);
  valueOf(await storage.open());
  return { storage, rows };
}

it.each(guarded.map((ledger) => [ledger.noun, ledger] as const))(
  '%s: no step is taken that the course does not have, by a commit or an import',
  async (_, ledger: Ledger) => {
    const { storage, rows } = await courseOf(ledger);
    const field = ledger.states?.field ?? '';
    const pairs = illegal(ledger);
    expect(pairs.length).toBeGreaterThan(0);
    const stateOf = async (row: LedgerRow) => (await storage.rows(ledger.id, [row.id]))[0]?.values[field];
    for (const [from, to] of pairs) {
      const row = rows.get(from);
      if (!row) throw new Error(`no record that is ${from}`);
      const said = judgeStates(ledger, row.values, { ...row.values, [field]: to }, (state) => state);
      expect(said.map((one) => one.message).join()).toContain(`不能从“${from}”直接变为“${to}”`);
      const change = { op: 'update', ledger: ledger.id, id: row.id, revision: row.revision, changes: { [field]: to } };
      const answer = await storage.commit({ kind: 'edit', label: '改' }, [change as never], context);
      expect([from, to, answer.ok]).toEqual([from, to, false]);
      expect(await stateOf(row)).toBe(from);
    }
  },
);

it.each(guarded.map((ledger) => [ledger.noun, ledger] as const))(
  '%s: an import gives no record another state, and no new one a state in the midst of its course',
  async (_, ledger: Ledger) => {
    const { storage, rows } = await courseOf(ledger);
    const field = ledger.states?.field ?? '';
    const entry = ledger.states?.entry ?? '';
    for (const [from, to] of illegal(ledger)) {
      const row = rows.get(from);
      if (!row) throw new Error(`no record that is ${from}`);
      const plan = await storage.beginImport(ledger.id, context);
      const fresh = { ...row.values, [ledger.naturalKeys[0]?.fields.at(-1) ?? '']: null, [field]: to };
      const sheet = [{ ...row.values, [field]: to }, fresh].map((values, at) => ({
        ...{ sheetRow: at + 2, values: values as Values, problems: [], cells: [] },
      }));
      await storage.addRows(plan, sheet);
      await storage.commitImport(plan, '导入');
      expect((await storage.rows(ledger.id, [row.id]))[0]?.values[field]).toBe(from);
    }
    const known = new Set([...rows.values()].map((row) => row.id));
    const page = await storage.page({ ledger: ledger.id }, 0, 500);
    const others = page.rows.filter((row) => !known.has(row.id) && row.values['number'] !== '卷1');
    expect(new Set(others.map((row) => row.values[field]))).toEqual(new Set(others.length === 0 ? [] : [entry]));
  },
);
