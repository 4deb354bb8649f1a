import type { EnterpriseVisit } from './enterprise-visit';

/** How an enterprise stands against its yearly ceiling. */
export interface CeilingState {
  /** Visits of the year that count. */
  readonly counted: number;
  /** Visits of the year that do not count. */
  readonly uncounted: number;
  readonly ceiling: number;
  readonly level: 'below' | 'near' | 'reached' | 'over';
}

/** The same enterprise: by its code where both have one, else by its name. */
export function sameEnterprise(
  a: Pick<EnterpriseVisit, 'enterprise' | 'uscc'>,
  b: Pick<EnterpriseVisit, 'enterprise' | 'uscc'>,
): boolean {
  if (a.uscc !== null && b.uscc !== null) return a.uscc === b.uscc;
  return a.enterprise.trim() === b.enterprise.trim();
}

/**
 * Counts one enterprise's visits of one year against the ceiling (国办发〔2024〕54号: the number is published by the
 * departments). A visit counts unless it is marked as not counting. 'near': the next one reaches the ceiling.
 */
export function ceilingState(
  visits: readonly Pick<EnterpriseVisit, 'countsToCeiling'>[],
  ceiling: number,
): CeilingState {
  const counted = visits.filter((visit) => visit.countsToCeiling !== false).length;
  const level =
    counted > ceiling ? 'over' : counted === ceiling ? 'reached' : counted === ceiling - 1 ? 'near' : 'below';
  return { counted, uncounted: visits.length - counted, ceiling, level };
}

/** What to say about an enterprise before another visit; null where nothing stands against it. */
export function ceilingMessage(enterprise: string, year: string, state: CeilingState): string | null {
  const { counted, ceiling, level } = state;
  if (level === 'below') return null;
  const so = `${enterprise}${year}年已计入检查${counted}次，年度上限${ceiling}次`;
  if (level === 'near') return `${so}，再检查1次就达到上限`;
  if (level === 'reached') return `${so}，已达到上限：再检查就会超过，确有必要的须经批准并写明原因`;
  return `${so}，已超过${counted - ceiling}次：请核实是否有不应计入的，并说明原因`;
}
