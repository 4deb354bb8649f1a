import { inject, type App, type InjectionKey } from 'vue';
import type { Workbench } from '@/services/workbench';
import type { WriteFeed } from '@/services/write-feed';

const workbenchKey: InjectionKey<Workbench> = Symbol('workbench');
const writesKey: InjectionKey<WriteFeed> = Symbol('writes');

/** Gives the desk to every component of an application. Tests hand in what they need. */
export function provideWorkbench(app: Pick<App, 'provide'>, workbench: Workbench, writes?: WriteFeed): void {
  app.provide(workbenchKey, workbench);
  if (writes) app.provide(writesKey, writes);
}

/** The desk: storage, exchange, shell, clock and session. Outside a provided application it is a bug to ask. */
export function useWorkbench(): Workbench {
  const workbench = inject(workbenchKey, null);
  if (workbench === null) throw new Error('no workbench provided');
  return workbench;
}

/** News of every write at this desk; null in a test that provides none. */
export function useWriteFeed(): WriteFeed | null {
  return inject(writesKey, null);
}
