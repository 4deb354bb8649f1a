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

/** Pieces as one run of bytes. The list is emptied on the way, so that each piece can be let go. */
export function joinBytes(pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
