import {
  ceilingMessage,
  ceilingState,
  enterpriseVisit,
  sameEnterprise,
  type CeilingState,
  type EnterpriseVisit,
} from '@/domain/draw';
import type { LedgerRow } from '@/domain/kernel';
import { allRows } from './all-rows';
import { rulesInForce } from './rules';
import type { Workbench } from './workbench';

/** An enterprise with its count of one year. */
export interface EnterpriseCount extends CeilingState {
  readonly enterprise: string;
  readonly uscc: string | null;
  /** What to say about it; null where nothing stands against another visit. */
  readonly message: string | null;
}

type Named = Pick<EnterpriseVisit, 'enterprise' | 'uscc'>;

async function visitsOf(bench: Workbench, year: string): Promise<readonly EnterpriseVisit[]> {
  const filters = [{ field: 'visitedOn', op: 'between', from: `${year}-01-01`, to: `${year}-12-31` } as const];
  const rows = (await allRows(bench, { ledger: enterpriseVisit.id, filters })) as readonly LedgerRow<EnterpriseVisit>[];
  return rows.map((row) => row.values);
}

function countOf(one: Named, visits: readonly EnterpriseVisit[], year: string, ceiling: number): EnterpriseCount {
  const own = visits.filter((visit) => sameEnterprise(visit, one));
  const state = ceilingState(own, ceiling);
  const { enterprise, uscc } = one;
  return { enterprise, uscc, ...state, message: ceilingMessage(enterprise, year, state) };
}

/** How one enterprise stands in the year of a visit; what is registered already is counted, nothing else. */
export async function ceilingOf(bench: Workbench, one: Named, year: string): Promise<EnterpriseCount> {
  const { parameters } = await rulesInForce(bench);
  return countOf(one, await visitsOf(bench, year), year, parameters.enterpriseYearlyCeiling);
}

/** The enterprises that are near their ceiling of this year, at it or beyond, those beyond first. */
export async function ceilingWarnings(bench: Workbench): Promise<readonly EnterpriseCount[]> {
  const year = bench.session.today().slice(0, 4);
  const [{ parameters }, visits] = await Promise.all([rulesInForce(bench), visitsOf(bench, year)]);
  const named: Named[] = [];
  for (const visit of visits) if (!named.some((one) => sameEnterprise(one, visit))) named.push(visit);
  return named
    .map((one) => countOf(one, visits, year, parameters.enterpriseYearlyCeiling))
    .filter(({ message }) => message !== null)
    .sort((a, b) => b.counted - a.counted);
}
