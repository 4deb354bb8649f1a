import type { Progress } from './contract';

/** How long work reports and hears that it should stop. */
export interface Work {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What a cancelled piece of work answers. */
export const cancelledMessage = '已取消';

/** Lets waiting messages, such as a cancellation, come in before the work goes on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
