import { err, ok, type Consequences } from '../kernel';

/** What of a verification bears on its finding. */
interface Entry {
  readonly finding: string;
  readonly method: string;
}

const unreported: readonly string[] = ['open', 'issued', 'transferred', 'informed', 'unfounded'];

/**
 * A verification is of something that was reported, and a finding that is closed is looked back at, also when the record
 * comes in by an import; recorded history is taken as it is.
 */
export const verificationConsequences: Consequences<Entry> = {
  ledgers: ['finding'],
  of: ({ before, after }, find) => {
    if (after === null || (before !== null && before.finding === after.finding)) return ok([]);
    const status = String(find.byId('finding', after.finding)?.values['status'] ?? '');
    if (unreported.includes(status)) {
      return err([{ field: 'finding', message: '被监督单位报告整改情况以后才能核验，请先办理“提交整改报告”' }]);
    }
    if (status === 'closed' && after.method !== 'follow-up') {
      return err([{ field: 'method', message: '问题已销号，销号后的核验方式请选“回头看”' }]);
    }
    return ok([]);
  },
};
