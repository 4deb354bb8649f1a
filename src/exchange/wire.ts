import type { Exchange, Progress, Task } from './contract';

/** A function of the page that the worker may call. */
export type ProgressListener = (progress: Progress) => void;

/** A task as it crosses to the worker: the listener has to stand by itself to be passed on. */
type Flat<A extends readonly unknown[]> = A extends readonly [Task, ...infer Rest]
  ? [id: string, onProgress: ProgressListener, ...rest: Rest]
  : A;

type Flattened<M> = M extends (...args: infer A) => infer R ? (...args: Flat<A>) => R : never;

/** The exchange as it is spoken between page and worker. */
export type WiredExchange = { readonly [K in Exclude<keyof Exchange, 'connect'>]: Flattened<Exchange[K]> } & {
  /** The worker's end of a line to the storage worker. */
  connect(port: MessagePort): Promise<void>;
};
