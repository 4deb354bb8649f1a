import type { Storage } from './contract';
import { runCommit } from './commit';
import type { House } from './house';
import { createImportPlan, type ImportPlan } from './import-plan';

type Imports = Pick<
  Storage,
  'beginImport' | 'addRows' | 'importSummary' | 'importOutcomes' | 'commitImport' | 'endImport'
>;

/** Makes the importing side of an engine. Plans live in memory until they are committed or ended. */
export function createImports(house: House): Imports {
  const plans = new Map<string, ImportPlan>();

  function planOf(planId: string): ImportPlan {
    const plan = plans.get(planId);
    if (!plan) throw new Error('no such import');
    return plan;
  }
  return {
    beginImport: async (ledger, context) => {
      const desk = house.desk();
      const further = desk.ledgers.consequences(ledger).flatMap((one) => one.ledgers);
      await Promise.all(further.map(desk.tables.load));
      const loaded = await desk.tables.loadWithTargets(ledger);
      const planId = desk.newId();
      plans.set(planId, createImportPlan(desk, loaded, context));
      return planId;
    },
    addRows: async (planId, rows) => planOf(planId).add(rows),
    importSummary: async (planId) => planOf(planId).summary(),
    importOutcomes: async (planId, fate, offset, limit) =>
      planOf(planId)
        .outcomes(fate)
        .slice(offset, offset + limit),
    commitImport: async (planId, label) => {
      const { context, mutations } = planOf(planId);
      const order = { intent: { kind: 'import', label }, mutations: mutations(), context, checked: true } as const;
      const done = await house.queue.run(() => runCommit(house.desk(), order));
      if (done.ok) plans.delete(planId);
      return done;
    },
    endImport: async (planId) => void plans.delete(planId),
  };
}
