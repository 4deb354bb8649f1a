import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { inspection } from '@/domain/inspection';
import type { FindingRow } from '@/services/findings';
import { findingsOfInspection } from '@/services/inspection-findings';
import { openInspection, type OpenedInspection } from '@/services/inspections';
import { titlesFor } from '@/services/records';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';

/** An inspection on its page. */
export interface LiveInspection {
  readonly stage: Ref<'loading' | 'ready' | 'missing'>;
  readonly opened: ShallowRef<OpenedInspection | null>;
  readonly findings: ShallowRef<readonly FindingRow[]>;
  /** Titles of what it refers to, by id. */
  readonly titles: ShallowRef<Readonly<Record<string, string>>>;
  readonly reload: () => Promise<void>;
}

/** Opens an inspection and keeps it in step with every write at this desk. */
export function useInspection(id: string): LiveInspection {
  const bench = useWorkbench();
  const stage = ref<'loading' | 'ready' | 'missing'>('loading');
  const opened = shallowRef<OpenedInspection | null>(null);
  const findings = shallowRef<readonly FindingRow[]>([]);
  const titles = shallowRef<Readonly<Record<string, string>>>({});
  let asked = 0;

  async function reload(): Promise<void> {
    const mine = ++asked;
    const [found, made] = await Promise.all([openInspection(bench, id), findingsOfInspection(bench, id)]);
    const named = found === null ? {} : await titlesFor(bench, inspection, [found.row.values]);
    if (mine !== asked) return;
    opened.value = found;
    findings.value = made;
    titles.value = named;
    stage.value = found === null ? 'missing' : 'ready';
  }

  useWrites(() => void reload());
  void reload();
  return { stage, opened, findings, titles, reload };
}
