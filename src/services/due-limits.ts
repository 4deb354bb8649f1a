import { dueLimits, type DueLimits } from '@/domain/due';
import { calendarOf } from './calendar';
import type { Workbench } from './workbench';

/** Up to which days a deadline counts as near, by the working-day calendar in force. */
export async function limitsOf(bench: Workbench): Promise<DueLimits> {
  return dueLimits(bench.session.today(), await calendarOf(bench));
}
