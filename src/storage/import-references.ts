import type { Field, FieldValue, ImportProblem, Ledger, LedgerRow } from '@/domain/kernel';
import { fold } from './collation';
import type { Presenter } from './presenter';
import type { LoadedTable } from './tables';

/** How a written name was understood. */
type Found = { readonly id: string } | 'several' | null;

/** Finds the records that a spreadsheet names by title, by the text of a natural key, or by identifier. */
export interface ReferenceBook {
  readonly find: (text: string) => Found;
  /** Also finds a record that the import itself will make. */
  readonly add: (row: LedgerRow) => void;
}

type Names = Map<string, string | null>;

function nameKey(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

function addName(names: Names, text: string, id: string): void {
  const key = nameKey(text);
  if (key === '') return;
  const known = names.get(key);
  names.set(key, known === undefined || known === id ? id : null);
}

/** Texts by which a record may be named, strongest first: identifier, unique keys, title, weak keys, first part of the title. */
function namesOf(ledger: Ledger, row: LedgerRow, presenter: Presenter): readonly string[] {
  const shown = (names: readonly string[]): string => {
    const parts = names.map((name) => {
      const field = ledger.fields[name];
      return field ? presenter.value(field, row.values[name]) : '';
    });
    return parts.includes('') ? '' : parts.join('');
  };
  const unique = ledger.naturalKeys.filter((key) => key.unique).map((key) => shown(key.fields));
  const weak = ledger.naturalKeys.filter((key) => !key.unique).map((key) => shown(key.fields));
  const title = presenter.title(ledger, row.values);
  return [row.id, ...unique, title, ...weak, shown(ledger.titleFields.slice(0, 1))];
}

/** Makes the book of a table's living records. */
export function createReferenceBook({ table }: LoadedTable, presenter: Presenter): ReferenceBook {
  const levels: Names[] = [];
  function add(row: LedgerRow): void {
    namesOf(table.ledger, row, presenter).forEach((text, level) => {
      const names = levels[level] ?? new Map<string, string | null>();
      levels[level] = names;
      addName(names, text, row.id);
    });
  }
  for (const slot of table.byId()) {
    const row = table.at(slot);
    if (row && row.deletedAt === null) add(row);
  }
  return {
    add,
    find: (text) => {
      const key = nameKey(text);
      for (const names of levels) {
        const id = names.get(key);
        if (id !== undefined) return id === null ? 'several' : { id };
      }
      return null;
    },
  };
}

/** What reading one reference cell gave. */
export type ReadReference =
  { readonly kind: 'read'; readonly value: FieldValue } | { readonly kind: 'problem'; readonly problem: ImportProblem };

interface NamedField {
  readonly name: string;
  readonly field: Field;
  readonly target: Ledger;
}

function problemOf({ name, field, target }: NamedField, text: string, several: boolean): ReadReference {
  const message = several
    ? `“${field.label}”中的“${text}”在“${target.noun}”中有多条同名记录，请改填能区分的编号或全称`
    : `“${field.label}”中的“${text}”没有登记，请先在“${target.noun}”中增加，或改成已登记的名称`;
  return { kind: 'problem', problem: { field: name, message, column: null, text } };
}

/** Reads a reference cell: one name, or for several references names separated by 、，,；; or a new line. */
export function readReference(named: NamedField, value: FieldValue, book: ReferenceBook): ReadReference {
  if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return { kind: 'read', value: null };
  const several = named.field.kind === 'references';
  const whole = typeof value === 'string' ? [value] : value;
  const first = whole.length === 1 ? book.find(whole[0] ?? '') : null;
  // A name may itself hold a separator, so the whole is tried before its parts.
  const texts = several && first === null ? whole.flatMap((text) => text.split(/[、，,；;\n]/)) : whole;
  const ids: string[] = [];
  for (const text of texts.map((item) => item.trim()).filter((item) => item !== '')) {
    const found = book.find(text);
    if (found === null || found === 'several') return problemOf(named, text, found === 'several');
    ids.push(found.id);
  }
  if (ids.length === 0) return { kind: 'read', value: null };
  return { kind: 'read', value: several ? [...new Set(ids)] : (ids[0] ?? null) };
}
