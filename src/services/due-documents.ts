import {
  documentObjection,
  incomingDocument,
  officialDocument,
  type DocumentObjection,
  type OfficialDocument,
} from '@/domain/document';
import { finding } from '@/domain/finding';
import type { Filter, LedgerRow } from '@/domain/kernel';
import { allRows } from './all-rows';
import { livingRows } from './due-rows';
import { gatheredSource, type FoundDue } from './due-source';

/**
 * 文书答复: served documents that set a deadline and have no answer yet. A document that carries findings is answered
 * through these; they are deadlines of their own.
 */
export const documentReplies = gatheredSource({
  id: 'official-document',
  subject: '文书答复',
  ours: false,
  async gather(bench, entity) {
    const filters: readonly Filter[] = [
      { field: 'status', op: 'any', values: ['served', 'objected'] },
      { field: 'dueOn', op: 'filled' },
      ...(entity === undefined ? [] : [{ field: 'entity', op: 'equals', value: entity } as const]),
    ];
    const ledger = officialDocument.id;
    const ids = await bench.storage.ids({ ledger, filters });
    const [answered, carrying] = await Promise.all([
      bench.storage.named(incomingDocument.id, 'replyTo', ids),
      bench.storage.named(finding.id, 'document', ids),
    ]);
    const settled = new Set([...answered, ...carrying]);
    const open = ids.filter((id) => !settled.has(id));
    const rows = (await bench.storage.rows(ledger, open)) as readonly LedgerRow<OfficialDocument>[];
    return rows.flatMap(({ id, values }): readonly FoundDue[] => {
      if (values.dueOn === null) return [];
      const to = values.entity === null && values.addressee !== null ? `${values.addressee}：` : '';
      const text = `${to}${values.number ?? ''}${values.title}`;
      return [{ id, text, entity: values.entity, due: values.dueOn, path: `/document/${id}` }];
    });
  },
});

/** 异议答复: objections against documents that are not decided. */
export const objectionAnswers = gatheredSource({
  id: 'objection',
  subject: '异议答复',
  ours: true,
  async gather(bench) {
    const filters: readonly Filter[] = [
      { field: 'result', op: 'empty' },
      { field: 'decidedOn', op: 'empty' },
      { field: 'dueOn', op: 'filled' },
    ];
    const rows = (await allRows(bench, {
      ledger: documentObjection.id,
      filters,
    })) as readonly LedgerRow<DocumentObjection>[];
    const documents = await livingRows<OfficialDocument>(
      bench,
      officialDocument.id,
      rows.map((row) => row.values.document),
    );
    return rows.flatMap(({ id, values }): readonly FoundDue[] => {
      const document = documents.get(values.document);
      if (!document || values.dueOn === null) return [];
      const text = `${values.applicant}对“${document.values.number ?? document.values.title}”的异议`;
      return [{ id, text, entity: document.values.entity, due: values.dueOn, path: `/document/${document.id}` }];
    });
  },
});
