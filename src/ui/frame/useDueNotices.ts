import { onBeforeUnmount, onMounted } from 'vue';
import { useRouter } from 'vue-router';
import { keyOf, noticeOf, pressingDues } from '@/services/due-notice';
import { onOpenPage } from '@/shell';
import { useDisplay } from '../stores/display';
import { useWorkbench } from '../workbench';
import { reportTrouble } from './unexpected';

const hour = 3_600_000;
/** The start belongs to the person: the first look comes when the page has settled. */
const firstLook = 10_000;
const storageKey = 'supervision-desk.told';

function dayTold(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function rememberDay(day: string): void {
  try {
    localStorage.setItem(storageKey, day);
  } catch {
    // The day is then told once more after the next start.
  }
}

/** From a moment to a minute after the next midnight here, at most an hour. */
function untilNextLook(now: number): number {
  const midnight = new Date(now);
  midnight.setHours(24, 1, 0, 0);
  return Math.min(hour, midnight.getTime() - now);
}

/**
 * Tells by a notice outside the window what is past, due today or due within 3 working days: once a day, and again only of
 * what came up since. Looks after the start, every hour and when the day changes.
 */
export function useDueNotices(): void {
  const bench = useWorkbench();
  const display = useDisplay();
  const router = useRouter();
  let timer = 0;
  let gone = false;
  let day: string | null = null;
  let known: ReadonlySet<string> = new Set();

  async function tell(): Promise<void> {
    const today = bench.session.today();
    const dues = await pressingDues(bench);
    const begun = day === today;
    const fresh = begun ? dues.filter((due) => !known.has(keyOf(due))) : dues;
    const silent = !begun && dayTold() === today;
    day = today;
    known = new Set(dues.map(keyOf));
    const notice = silent ? null : noticeOf(fresh, begun);
    if (notice === null || gone) return;
    const answer = await bench.shell.notify(notice);
    if (answer.ok && answer.value.shown) rememberDay(today);
  }

  async function look(): Promise<void> {
    try {
      if (display.notices) await tell();
    } catch (error) {
      reportTrouble(error);
    }
    if (!gone) timer = window.setTimeout(() => void look(), untilNextLook(bench.clock()));
  }

  let endPages = (): void => undefined;
  onMounted(() => {
    timer = window.setTimeout(() => void look(), firstLook);
    endPages = onOpenPage((path) => void router.push(path));
  });
  onBeforeUnmount(() => {
    gone = true;
    window.clearTimeout(timer);
    endPages();
  });
}
