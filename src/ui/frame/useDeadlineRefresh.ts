import { onBeforeUnmount, onMounted } from 'vue';
import { calendarVersion } from '@/services/calendar';
import { refreshDueDays } from '@/services/document-serving';
import { createNotices } from '@/ui/components/notices';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';
import { reportTrouble } from './unexpected';

/** The start belongs to the person: the first look comes when the page has settled. */
const firstLook = 8_000;

/**
 * Computes the kept last days anew when the days off changed: once after the start, since a new version of the program
 * may bring a year's notice, and whenever somebody entered, imported or undid one. The terms themselves stay as they
 * were set.
 */
export function useDeadlineRefresh(): void {
  const bench = useWorkbench();
  const notices = createNotices(bench);
  let timer = 0;
  let known: string | null = null;

  async function look(): Promise<void> {
    try {
      const version = await calendarVersion(bench);
      if (version === known) return;
      known = version;
      const answer = await refreshDueDays(bench);
      if (!answer.ok)
        notices.failed(`放假安排已变，期限没有重新计算：${answer.error[0]?.message ?? '请稍后重新打开软件'}`);
      else if (answer.value > 0) notices.told(`已按放假安排重新计算${answer.value}份文书的期限`);
    } catch (error) {
      reportTrouble(error);
    }
  }

  useWrites(() => {
    if (known !== null) void look();
  });
  onMounted(() => {
    timer = window.setTimeout(() => void look(), firstLook);
  });
  onBeforeUnmount(() => window.clearTimeout(timer));
}
