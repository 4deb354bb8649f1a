import {
  err,
  ok,
  type Consequences,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type RecordFinder,
} from '../kernel';
import type { DocumentNumber } from './document-number';
import { readNumberText, type NumberParts } from './number-text';

const ledger = 'document-number';

/** What of a document bears on its number. */
interface Numbered {
  readonly number: string | null;
  readonly status: string;
  readonly signedOn: string | null;
}

function problem(message: string) {
  return err<readonly FieldProblem[]>([{ field: 'number', message }]);
}

function rowOf(find: RecordFinder, parts: NumberParts): LedgerRow<DocumentNumber> | null {
  return find.byKey(ledger, { ...parts }) as LedgerRow<DocumentNumber> | null;
}

function update(row: LedgerRow, changes: Partial<DocumentNumber>): Mutation {
  return { op: 'update', ledger, id: row.id, revision: row.revision, changes };
}

/** What becomes of the number that a recorded document no longer bears: it stays taken, without a document. */
function released(find: RecordFinder, id: string, text: string): readonly Mutation[] {
  const read = readNumberText(text);
  const row = read.ok ? rowOf(find, read.value) : null;
  return row?.values.document === id ? [update(row, { document: null, reason: '补登的文书已删除或更正' })] : [];
}

interface Entering {
  readonly id: string;
  readonly document: Numbered;
  readonly text: string;
}

/** Enters the number of a document that was issued outside and is recorded afterwards, so that it is never issued here. */
function entered({ id, document, text }: Entering, find: RecordFinder, by: { actor: string; today: string }) {
  const read = readNumberText(text);
  if (!read.ok) return problem(read.error);
  const row = rowOf(find, read.value);
  const reason = '补登的文书';
  if (row === null) {
    const takenOn = document.signedOn ?? by.today;
    const values = { ...read.value, status: 'elsewhere', document: id, takenOn, takenBy: by.actor, reason };
    return ok<readonly Mutation[]>([{ op: 'create', ledger, values }]);
  }
  const { status, document: other, reason: why } = row.values;
  if (status === 'void') return problem(`文号“${text}”已作废${why === null ? '' : `（${why}）`}，请核对文号`);
  // The other document bears the number too, so that the register's own key says which one it is.
  if (other !== null) return ok<readonly Mutation[]>([]);
  if (status === 'reserved') return ok([update(row, { status: 'elsewhere', document: id, reason: why ?? reason })]);
  return ok([update(row, { document: id })]);
}

/** A number on a document that went through its life here is one that was taken for it. */
function backed(id: string, text: string, find: RecordFinder) {
  const read = readNumberText(text);
  const row = read.ok ? rowOf(find, read.value) : null;
  if (row?.values.document === id) return ok<readonly Mutation[]>([]);
  return problem('文号在签发时由系统编排，不能手工填写');
}

/**
 * Keeps the register of numbers in step with the documents: the number of a recorded document is entered with it, follows
 * its corrections, and stays taken when the document goes.
 */
export const numberConsequences: Consequences<Numbered> = {
  ledgers: [ledger],
  of: ({ id, before, after }, find, context) => {
    const text = after?.number ?? null;
    if (after && after.status !== 'recorded') return text === null ? ok([]) : backed(id, text, find);
    const former = before?.number ?? null;
    if (former === text) return ok([]);
    const left = former === null ? [] : released(find, id, former);
    if (!after || text === null) return ok(left);
    const came = entered({ id, document: after, text }, find, context);
    return came.ok ? ok([...left, ...came.value]) : came;
  },
};
