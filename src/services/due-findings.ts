import {
  deadlineExtension,
  finding,
  rectificationMeasure,
  type DeadlineExtensionRecord,
  type Finding,
  type RectificationMeasure,
} from '@/domain/finding';
import type { Filter, LedgerRow } from '@/domain/kernel';
import { allRows } from './all-rows';
import { livingRows } from './due-rows';
import { gatheredSource, type FoundDue } from './due-source';
import { owingConditions } from './finding-notices';
import type { Workbench } from './workbench';

/** The condition that a record belongs to an open finding, of one body where it is named. */
async function ofOpenFindings(bench: Workbench, entity: string | undefined): Promise<Filter> {
  const own: readonly Filter[] = entity === undefined ? [] : [{ field: 'entity', op: 'equals', value: entity }];
  const filters = [...owingConditions, ...own];
  return { field: 'finding', op: 'any', values: await bench.storage.ids({ ledger: finding.id, filters }) };
}

/** 整改措施: measures that are not carried out yet, of findings that still run. */
export const openMeasures = gatheredSource({
  id: 'rectification-measure',
  subject: '整改措施',
  ours: false,
  async gather(bench, entity) {
    const filters = [
      { field: 'doneOn', op: 'empty' } as const,
      { field: 'dueOn', op: 'filled' } as const,
      await ofOpenFindings(bench, entity),
    ];
    const rows = (await allRows(bench, {
      ledger: rectificationMeasure.id,
      filters,
    })) as readonly LedgerRow<RectificationMeasure>[];
    const owners = await livingRows<Finding>(
      bench,
      finding.id,
      rows.map((row) => row.values.finding),
    );
    return rows.flatMap((row): readonly FoundDue[] => {
      const owner = owners.get(row.values.finding);
      if (!owner || row.values.dueOn === null) return [];
      const text = [owner.values.number, row.values.measure].filter(Boolean).join(' ');
      return [{ id: row.id, text, entity: owner.values.entity, due: row.values.dueOn, path: `/finding/${owner.id}` }];
    });
  },
});

/** 延期审批: a request for more time is to be decided before the deadline that it wants to move. */
export const extensionsWaiting = gatheredSource({
  id: 'deadline-extension',
  subject: '延期审批',
  ours: true,
  async gather(bench, entity) {
    const filters = [{ field: 'result', op: 'empty' } as const, await ofOpenFindings(bench, entity)];
    const rows = (await allRows(bench, {
      ledger: deadlineExtension.id,
      filters,
    })) as readonly LedgerRow<DeadlineExtensionRecord>[];
    const owners = await livingRows<Finding>(
      bench,
      finding.id,
      rows.map((row) => row.values.finding),
    );
    return rows.flatMap((row): readonly FoundDue[] => {
      const owner = owners.get(row.values.finding);
      if (!owner || owner.values.dueOn === null) return [];
      const { number, entity: body, dueOn } = owner.values;
      const text = [number, `申请延期至${row.values.until}，待审批`].filter(Boolean).join(' ');
      return [{ id: row.id, text, entity: body, due: dueOn, path: `/finding/${owner.id}` }];
    });
  },
});
