import { err, ok, type Consequences, type FieldProblem, type LedgerRow } from '../kernel';
import type { OfficialDocument } from './official-document';
import { readTerms, receiptFrom, startsByReceipt, type ServiceFacts } from './receipt';

/** A service with the document it is about. */
type Service = ServiceFacts & { readonly document: string };

const elsewhere: FieldProblem = {
  field: 'receivedOn',
  message: '这份文书的期限从收到之日起算，请打开文书，在“送达”中登记或更正，期限会随之重算',
};

const served: readonly string[] = ['served', 'objected', 'archived'];

const bare: FieldProblem = {
  field: null,
  message: '文书已登记为送达，至少要留一条送达成功的记录；日期或收件人有误的，请更正这条记录',
};

function counted(service: Service | null): boolean {
  return service !== null && service.outcome !== 'unserved' && service.receivedOn !== null;
}

/**
 * The day of receipt in the register of documents follows the proofs of service. Where a deadline hangs on it, the day is
 * set by the step that also computes the deadline, and by nothing else.
 */
export const serviceConsequences: Consequences<Service> = {
  ledgers: ['official-document', 'document-service'],
  of: ({ before, after }, find) => {
    const mutations = [];
    for (const id of new Set([before?.document, after?.document])) {
      const document = id ? (find.byId('official-document', id) as LedgerRow<OfficialDocument> | null) : null;
      if (!document) continue;
      const services = find.referring('document-service', 'document', document.id);
      const receipt = receiptFrom(services.map((row) => row.values as unknown as Service));
      const receivedOn = receipt?.receivedOn ?? null;
      if (receivedOn === null && counted(before) && served.includes(document.values.status)) return err([bare]);
      if (receivedOn === document.values.receivedOn) continue;
      const terms = readTerms(document.values.deadlineTerms);
      if (terms && startsByReceipt(terms)) return err([elsewhere]);
      const { id: target, revision } = document;
      const changes = { receivedOn };
      mutations.push({ op: 'update', ledger: 'official-document', id: target, revision, changes } as const);
    }
    return ok(mutations);
  },
};
