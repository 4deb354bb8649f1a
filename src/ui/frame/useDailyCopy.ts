import { onBeforeUnmount, onMounted } from 'vue';
import { dailyCopyDue, storeSnapshot, type BackupFailure, type Snapshot } from '@/services/backup';
import type { Result } from '@/domain/kernel';
import { useDesk } from '../stores/desk';
import { useTasks, type TaskOutcome } from '../stores/tasks';
import { useWorkbench } from '../workbench';
import { reportTrouble } from './unexpected';

const hour = 3_600_000;
/** The start belongs to the person: the first look comes when the page has settled. */
const firstLook = 5_000;

function outcomeOf(answer: Result<Snapshot, BackupFailure>): TaskOutcome {
  return answer.ok
    ? { state: 'done', message: '今天的副本已写好并读回核对' }
    : { state: 'failed', message: answer.error.message };
}

/** Once a day, on the desktop: looks at the start and every hour whether today's full copy is there, and makes it. */
export function useDailyCopy(): void {
  const workbench = useWorkbench();
  const desk = useDesk();
  const tasks = useTasks();
  let timer = 0;

  async function look(): Promise<void> {
    try {
      if (await dailyCopyDue(workbench)) {
        const cancel = (id: string): void => void workbench.exchange.cancel(id);
        const answer = await tasks.run({ title: '每日自动备份', cancel, outcomeOf }, (task) =>
          storeSnapshot(workbench, task),
        );
        if (answer.ok) desk.lastCopyAt = Date.parse(answer.value.createdAt);
      }
    } catch (error) {
      reportTrouble(error);
    }
    timer = window.setTimeout(() => void look(), hour);
  }

  onMounted(() => {
    timer = window.setTimeout(() => void look(), firstLook);
  });
  onBeforeUnmount(() => window.clearTimeout(timer));
}
