import type { ExchangePort } from '@/domain/kernel';
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
  /** Settled once both workers run and have their line to each other. */
  readonly connected: Promise<void>;
}

/** The only place where storage, exchange, shell and session are put together. Opens nothing yet. */
export function composeDesk(): Desk {
  const clock = (): number => Date.now();
  const session = createSession(clock);
  const feed = createWriteFeed();
  const storage = connectStorage();
  const exchange = connectExchange();
  // Across threads the line is a port; the contract names what is spoken on it.
  const connected = storage.port().then((port) => exchange.connect(port as unknown as ExchangePort));
  const watched = watchedStorage(storage, { emit: feed.emit, now: clock, afterWrite: session.refresh });
  return {
    workbench: { storage: watched, exchange, shell: createShell(), clock, session },
    writes: feed,
    connected,
  };
}
