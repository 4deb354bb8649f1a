import { officialDocument, type OfficialDocument } from '@/domain/document';
import { caseFile, reviewAppeal, type CaseFile, type ReviewAppeal } from '@/domain/file-review';
import type { DateText, Filter, LedgerRow } from '@/domain/kernel';
import { allRows } from './all-rows';
import { livingRows } from './due-rows';
import { gatheredSource, type FoundDue } from './due-source';
import { feedbackWindow } from './review-appeals';

/** Page of a case file: its batch, else its record. */
function pageOf({ id, values }: LedgerRow<CaseFile>): string {
  return values.batch === null ? `/register/${caseFile.id}/${id}` : `/review/${values.batch}`;
}

/** 复核答复: requests to look at a result again that wait for the bureau's answer. */
export const appealAnswers = gatheredSource({
  id: 'review-appeal',
  subject: '复核答复',
  ours: true,
  async gather(bench) {
    const filters: readonly Filter[] = [{ field: 'status', op: 'any', values: ['open'] }];
    const rows = (await allRows(bench, { ledger: reviewAppeal.id, filters })) as readonly LedgerRow<ReviewAppeal>[];
    const files = await livingRows<CaseFile>(
      bench,
      caseFile.id,
      rows.map((row) => row.values.file),
    );
    return rows.flatMap(({ id, values }): readonly FoundDue[] => {
      const file = files.get(values.file);
      if (!file || values.dueOn === null) return [];
      const text = `案卷${file.values.number}的复核申请`;
      return [{ id, text, entity: file.values.entity, due: values.dueOn, path: pageOf(file) }];
    });
  },
});

/** 申请复核: until when bodies may ask for the result of their case file to be looked at again. Past, it is no matter. */
export const appealWindows = gatheredSource({
  id: 'appeal-window',
  subject: '复核申请期',
  ours: false,
  async gather(bench, entity) {
    const filters: readonly Filter[] = [
      { field: 'status', op: 'any', values: ['feedback'] },
      ...(entity === undefined ? [] : [{ field: 'entity', op: 'equals', value: entity } as const]),
    ];
    const files = (await allRows(bench, {
      ledger: caseFile.id,
      filters,
      sort: [{ field: 'decidedOn' }],
    })) as readonly LedgerRow<CaseFile>[];
    const sent = files.flatMap(({ values }) => values.feedback ?? []);
    const documents = await livingRows<OfficialDocument>(bench, officialDocument.id, sent);
    const today = bench.session.today();
    const known = new Map<DateText, DateText | null>();
    const found: FoundDue[] = [];
    for (const file of files) {
      const { values } = file;
      const received = documents.get(values.feedback ?? '')?.values.receivedOn ?? null;
      if (received === null) continue;
      const due = known.get(received) ?? (await feedbackWindow(bench, received));
      known.set(received, due);
      if (due === null || due < today) continue;
      const text = `可对案卷${values.number}的评查结果申请复核`;
      found.push({ id: file.id, text, entity: values.entity, due, path: pageOf(file) });
    }
    return found;
  },
});
