import type { OfficialDocument } from '../document';
import { ok, type Consequences, type LedgerRow, type Mutation, type Values } from '../kernel';
import type { CaseFile } from './case-file';

type FileRow = LedgerRow<CaseFile>;

function update({ id, revision }: FileRow, changes: Values): Mutation {
  return { op: 'update', ledger: 'case-file', id, revision, changes };
}

const arrived: readonly string[] = ['served', 'objected', 'archived', 'recorded'];

/**
 * Case files follow the document in which their result is fed back: where it is void or its draft goes they are decided and
 * wait for another, or for the one that corrects it; a corrected one takes over when it arrives.
 */
export const fileFollowsFeedback: Consequences<OfficialDocument> = {
  ledgers: ['case-file', 'official-document'],
  of: ({ id, before, after }, find) => {
    const own = (document: string) => find.referring('case-file', 'feedback', document) as readonly FileRow[];
    if (after === null || after.status === 'void') {
      const corrections = find.referring('official-document', 'corrects', id);
      const next = corrections.findLast((row) => row.values['status'] !== 'void')?.id ?? null;
      const back: Values = next === null ? { status: 'decided', feedback: null } : { feedback: next };
      return ok(own(id).flatMap((row) => (row.values.status === 'feedback' ? [update(row, back)] : [])));
    }
    const arrives = arrived.includes(after.status) && !arrived.includes(before?.status ?? '');
    if (!arrives || after.corrects === null) return ok([]);
    return ok(own(after.corrects).map((row) => update(row, { feedback: id })));
  },
};
