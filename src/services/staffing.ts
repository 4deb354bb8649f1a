import {
  judicialOffice,
  staffingCoverage,
  supervisionStaff,
  type JudicialOffice,
  type StaffingCoverage,
  type SupervisionStaff,
} from '@/domain/staff';
import { allRows } from './all-rows';
import { rulesInForce } from './rules';
import type { Workbench } from './workbench';

/** How the bureau and its offices are staffed, with the source of the demand. */
export interface StaffingReport {
  readonly coverage: StaffingCoverage;
  /** Documents and clauses that demand it. */
  readonly sources: readonly string[];
}

/** Compares the staff on post with what is demanded of the bureau and of each judicial office. */
export async function staffingReport(bench: Workbench): Promise<StaffingReport> {
  const [{ parameters, sources }, staff, offices] = await Promise.all([
    rulesInForce(bench),
    allRows(bench, { ledger: supervisionStaff.id }),
    allRows(bench, { ledger: judicialOffice.id }),
  ]);
  const coverage = staffingCoverage(
    staff.map((row) => row.values as SupervisionStaff),
    offices.map((row) => {
      const { name, closed } = row.values as JudicialOffice;
      return { id: row.id, name, closed };
    }),
    parameters,
  );
  const demands = ['bureauMinStaff', 'bureauMinQualified', 'officeMinStaff', 'officeMinLaw'] as const;
  const named = demands.filter((name) => parameters[name] > 0).map((name) => sources[name]);
  return { coverage, sources: [...new Set(named)] };
}
