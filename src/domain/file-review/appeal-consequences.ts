import { err, ok, type Consequences, type LedgerRow } from '../kernel';
import type { CaseFile } from './case-file';

interface Appeal {
  readonly file: string;
  readonly status: string;
}

/**
 * A request is open only with its file in re-review, which the step that records it brings about; a request that is taken
 * away gives its file back. Answered ones of former years come in whole.
 */
export const appealConsequences: Consequences<Appeal> = {
  ledgers: ['case-file'],
  of: ({ before, after }, find) => {
    const file = find.byId('case-file', after?.file ?? before?.file ?? '') as LedgerRow<CaseFile> | null;
    const asked = file?.values.status === 'appealed';
    if (after === null) {
      if (before?.status !== 'open' || !file || !asked) return ok([]);
      const { id, revision } = file;
      return ok([{ op: 'update', ledger: 'case-file', id, revision, changes: { status: 'feedback' } }]);
    }
    if (after.status !== 'open' || asked) return ok([]);
    return err([{ field: 'file', message: '复核申请请在评查批次的“反馈和复核”中登记，案卷反馈后才能申请' }]);
  },
};
