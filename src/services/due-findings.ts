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

/** Records of a ledger under some conditions, each with the open finding that it belongs to. */
async function withFindings<V extends { readonly finding: string }>(
  bench: Workbench,
  ledger: string,
  filters: readonly Filter[],
): Promise<readonly { readonly row: LedgerRow<V>; readonly owner: LedgerRow<Finding> }[]> {
  const rows = (await allRows(bench, { ledger, filters })) as unknown as readonly LedgerRow<V>[];
  const named = rows.map((row) => row.values.finding);
  const owners = await livingRows<Finding>(bench, finding.id, named);
  return rows.flatMap((row) => {
    const owner = owners.get(row.values.finding);
    return owner ? [{ row, owner }] : [];
  });
}

/** 整改措施: measures that are not carried out yet, of findings that still run. */
export const openMeasures = gatheredSource({
  id: 'rectification-measure',
  subject: '整改措施',
  ours: false,
  async gather(bench, entity) {
    const found = await withFindings<RectificationMeasure>(bench, rectificationMeasure.id, [
      { field: 'doneOn', op: 'empty' },
      { field: 'dueOn', op: 'filled' },
      await ofOpenFindings(bench, entity),
    ]);
    return found.flatMap(({ row, owner }): readonly FoundDue[] => {
      if (row.values.dueOn === null) return [];
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
    const found = await withFindings<DeadlineExtensionRecord>(bench, deadlineExtension.id, [
      { field: 'result', op: 'empty' },
      await ofOpenFindings(bench, entity),
    ]);
    return found.flatMap(({ row, owner }): readonly FoundDue[] => {
      const { number, entity: body, dueOn } = owner.values;
      if (dueOn === null) return [];
      const text = [number, `申请延期至${row.values.until}，待审批`].filter(Boolean).join(' ');
      return [{ id: row.id, text, entity: body, due: dueOn, path: `/finding/${owner.id}` }];
    });
  },
});
