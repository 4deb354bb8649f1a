import { onBeforeUnmount, onMounted } from 'vue';
import { calendarVersion } from '@/services/calendar';
import { refreshDueDays, type RefreshedDues } from '@/services/deadline-refresh';
import { createNotices } from '@/ui/components/notices';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';
import { reportTrouble } from './unexpected';

/** What was computed anew, in words; empty where nothing was. */
function refreshedWords({ documents, findings, answers }: RefreshedDues): string {
  const parts = [
    documents > 0 ? `文书期限${documents}份` : '',
    findings > 0 ? `问题整改期限${findings}个` : '',
    answers > 0 ? `复查、复核答复期限${answers}件` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `已按放假安排重新计算${parts.join('、')}，每一条的历史都有记录`;
}

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
      else if (refreshedWords(answer.value) !== '') notices.told(refreshedWords(answer.value));
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
