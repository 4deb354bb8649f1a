/** Lets pieces of work run one behind another. */
export interface Queue {
  /** Runs the work when everything before it has ended, however that ended. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits for its turn and then keeps everything behind it waiting until the given function is called. */
  readonly hold: () => Promise<() => void>;
}

/** Makes an empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  function run<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }
  function hold(): Promise<() => void> {
    return new Promise((resolve) => {
      void run(() => new Promise<void>((release) => resolve(release)));
    });
  }
  return { run, hold };
}
