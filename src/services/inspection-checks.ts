import {
  countChecks,
  inspection,
  inspectionRecord,
  listsWithEntries,
  shippedChecklists,
  takeLists,
  writeChecks,
  type CheckEntries,
  type Checks,
} from '@/domain/inspection';
import { emptyValues, err, ok, type Mutation } from '@/domain/kernel';
import { problemsOfRefusal, type DocumentAnswer } from './documents';
import type { OpenedInspection } from './inspections';
import type { Workbench } from './workbench';

/** States in which results can be entered: also before, so that a list is prepared, and after, from paper. */
export const checkableStates: readonly string[] = ['planned', 'notified', 'onsite', 'recorded', 'imported'];

/** The counts that the register shows stand in the inspection itself, written with the results. */
function countsOf(checks: Checks): { readonly itemsChecked: number | null; readonly itemsFailed: number | null } {
  const { total, checked, failed } = countChecks(checks);
  return total === 0 ? { itemsChecked: null, itemsFailed: null } : { itemsChecked: checked, itemsFailed: failed };
}

function recordMutation({ row, record }: OpenedInspection, checks: Checks): Mutation {
  const ledger = inspectionRecord.id;
  const written = writeChecks(checks);
  if (record) return { op: 'update', ledger, id: record.id, revision: record.revision, changes: written };
  const values = { ...emptyValues(inspectionRecord), ...written, inspection: row.id, status: 'open' };
  return { op: 'create', ledger, id: row.id, values };
}

async function write(
  bench: Workbench,
  opened: OpenedInspection,
  label: string,
  checks: Checks,
): Promise<DocumentAnswer<null>> {
  const { row } = opened;
  if (!checkableStates.includes(row.values.status)) {
    return err([{ field: null, message: '这次检查已办结或取消，检查清单不能再改' }]);
  }
  const counts = countsOf(checks);
  const mutations: Mutation[] = [recordMutation(opened, checks)];
  if (counts.itemsChecked !== row.values.itemsChecked || counts.itemsFailed !== row.values.itemsFailed) {
    mutations.push({ op: 'update', ledger: inspection.id, id: row.id, revision: row.revision, changes: counts });
  }
  const written = await bench.storage.commit({ kind: 'edit', label }, mutations, bench.session.context());
  return written.ok ? ok(null) : err(problemsOfRefusal(written.error));
}

/**
 * Takes check lists into an inspection, or out of it. A list in which something is entered is not taken out.
 * @param ids of the lists, in any order; they stand in the order in which they are offered.
 */
export function takeChecklists(
  bench: Workbench,
  opened: OpenedInspection,
  ids: readonly string[],
): Promise<DocumentAnswer<null>> {
  const chosen = new Set(ids);
  const losing = listsWithEntries(opened.checks, chosen);
  if (losing.length > 0) {
    const names = losing.map((list) => `“${list.area}”`).join('、');
    const message = `${names}清单已经填写了结果，不能去掉；确实不用的，请先清除它的结果`;
    return Promise.resolve(err([{ field: null, message }]));
  }
  const known = [...shippedChecklists(), ...opened.checks.lists];
  const lists = known.filter((list, at) => chosen.has(list.id) && known.findIndex(({ id }) => id === list.id) === at);
  return write(bench, opened, '选择检查清单', takeLists(opened.checks, lists));
}

/** Saves what was entered, all lists together. */
export function saveCheckEntries(
  bench: Workbench,
  opened: OpenedInspection,
  entries: CheckEntries,
): Promise<DocumentAnswer<null>> {
  return write(bench, opened, '填写检查清单', { lists: opened.checks.lists, entries });
}
