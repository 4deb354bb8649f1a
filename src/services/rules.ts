import {
  ruleParametersInForce,
  shippedRuleTables,
  type RuleParameterName,
  type RuleParameters,
} from '@/domain/rule-parameters';
import { ruleSetting, type RuleSetting } from '@/domain/workbench';
import { allRows } from './all-rows';
import type { Workbench } from './workbench';

/** The numbers of the rules in force, and where each comes from. */
export interface RulesInForce {
  readonly parameters: RuleParameters;
  /** Document and clause, by parameter. */
  readonly sources: Readonly<Record<RuleParameterName, string>>;
}

/** The rules in force: what was shipped with the bureau's own settings laid over it. */
export async function rulesInForce(bench: Workbench): Promise<RulesInForce> {
  const rows = await allRows(bench, { ledger: ruleSetting.id });
  const own = rows.map((row) => row.values as RuleSetting);
  const shipped = shippedRuleTables.flatMap((table) => table.parameters).map((one) => [one.id, one.source] as const);
  const local = own.map((setting) => [setting.parameter, setting.source] as const);
  return {
    parameters: ruleParametersInForce(own),
    sources: Object.fromEntries([...shipped, ...local]) as Record<RuleParameterName, string>,
  };
}
