import { ownDeadlineRule, rulePackInForce, rulePackOf, type OwnDeadlineRule, type RulePack } from '@/domain/rule-pack';
import { allRows } from './all-rows';
import type { Workbench } from './workbench';

/**
 * The rule pack in force: the one the bureau chose, with the common rules and the bureau's own deadlines. Before the
 * first run it is the national one.
 */
export async function rulePackOfBureau(bench: Workbench): Promise<RulePack> {
  const rows = await allRows(bench, { ledger: ownDeadlineRule.id });
  const pack = rulePackOf(bench.session.profile?.rulePack ?? 'national-2026');
  return rulePackInForce(
    pack,
    rows.map((row) => row.values as OwnDeadlineRule),
  );
}
