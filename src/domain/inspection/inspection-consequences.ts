import { ok, type Consequences } from '../kernel';

/** What of an inspection bears on its record. */
interface Closing {
  readonly status: string;
}

/** Closing an inspection freezes the results of its check lists. */
export const inspectionConsequences: Consequences<Closing> = {
  ledgers: ['inspection-record'],
  of: ({ id, before, after }, find) => {
    if (after?.status !== 'closed' || before?.status === 'closed') return ok([]);
    const record = find.byId('inspection-record', id);
    if (!record || record.values['status'] === 'frozen') return ok([]);
    const { revision } = record;
    return ok([{ op: 'update', ledger: 'inspection-record', id, revision, changes: { status: 'frozen' } }]);
  },
};
