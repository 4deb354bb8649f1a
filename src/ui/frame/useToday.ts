import { computed, type ComputedRef } from 'vue';
import type { DateText } from '@/domain/kernel';
import { useWorkbench } from '../workbench';
import { useNow } from './useNow';

/** The local calendar day, which becomes another one at midnight while a page stands open. */
export function useToday(): ComputedRef<DateText> {
  const bench = useWorkbench();
  const now = useNow(bench.clock);
  return computed(() => (now.value > 0 ? bench.session.today() : ''));
}
