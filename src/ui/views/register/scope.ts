import type { ListQuery } from '@/domain/kernel';

/** Which records of a register are meant. */
export type ListScope = 'selected' | 'filtered' | 'all';

/** The query of a scope; the order of the list is kept in each. */
export function scopedQuery(query: ListQuery, scope: ListScope, selected: ReadonlySet<string>): ListQuery {
  if (scope === 'filtered') return query;
  const whole: ListQuery = { ledger: query.ledger, ...(query.sort ? { sort: query.sort } : {}) };
  return scope === 'all' ? whole : { ...whole, ids: Array.from(selected) };
}

/** Whether a query leaves anything out. */
export function isNarrowed(query: ListQuery): boolean {
  return (query.filters?.length ?? 0) > 0 || (query.search ?? '') !== '';
}

/** The scope a person most likely means: what is ticked, else what the list shows. */
export function usualScope(selected: ReadonlySet<string>): ListScope {
  return selected.size > 0 ? 'selected' : 'filtered';
}
