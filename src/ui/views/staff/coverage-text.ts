import type { UnitCoverage } from '@/domain/staff';

/** What a unit lacks, in words; empty where it lacks nothing. */
export function shortageOf(unit: UnitCoverage): string {
  return unit.checks
    .filter((check) => !check.met)
    .map((check) => `${check.title.replace(/^其中/, '')}缺${check.required - check.actual}名`)
    .join('，');
}
