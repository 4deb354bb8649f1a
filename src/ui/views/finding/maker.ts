import type { Workbench } from '@/services/workbench';
import type { ListMaker } from '@/ui/print/finding-list';

/** The bureau, the person at the desk and today, as they stand on a printed list. */
export function makerOf(bench: Workbench): ListMaker {
  const { profile } = bench.session;
  return { unit: profile?.name ?? '', preparedBy: profile?.person ?? '', date: bench.session.today() };
}
