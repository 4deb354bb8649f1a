import { connectExchange } from '@/exchange/client';
import { createShell } from '@/shell';
import { connectStorage } from '@/storage/client';
import { createSession, type LiveSession } from './session';
import type { Workbench } from './workbench';
import { createWriteFeed, watchedStorage, type WriteFeed } from './write-feed';

/** The desk with what only the frame may use of it. */
export interface Desk {
  readonly workbench: Workbench & { readonly session: LiveSession };
  readonly writes: WriteFeed;
}

/** The only place where storage, exchange, shell and session are put together. Opens nothing yet. */
export async function composeDesk(): Promise<Desk> {
  const clock = (): number => Date.now();
  const session = createSession(clock);
  const feed = createWriteFeed();
  const storage = connectStorage();
  const exchange = connectExchange();
  await exchange.connect(await storage.port());
  const watched = watchedStorage(storage, { emit: feed.emit, now: clock, afterWrite: session.refresh });
  return { workbench: { storage: watched, exchange, shell: createShell(), clock, session }, writes: feed };
}
