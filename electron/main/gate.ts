import { shellContract } from '../../src/shell/contract';
import type { ShellAnswer, ShellRequest, ShellVerb } from '../../src/shell/contract';
import { failed } from './failures';
import type { Failed } from './failures';
import { isOurs, pageOrigin } from './origin';

/** What answers each verb. */
export type Verbs = { readonly [V in ShellVerb]: (request: ShellRequest<V>) => Promise<ShellAnswer<V>> };

/** What the gate needs to know of who asks; Electron's event has it. */
export interface Caller {
  /** The window's contents that sent the request. */
  readonly sender: unknown;
  /** The frame that sent it; null where it is gone already. */
  readonly senderFrame: { readonly origin: string; readonly url: string; readonly parent: unknown } | null;
}

/**
 * Whether a request comes from the main frame of our own window, showing our own page.
 *
 * @param ours contents of the application's window, null where there is none
 */
export function isOurPage(caller: Caller, ours: unknown): boolean {
  const frame = caller.senderFrame;
  if (ours === null || caller.sender !== ours || frame === null || frame.parent !== null) return false;
  return frame.origin === pageOrigin && isOurs(frame.url);
}

function isVerb(name: unknown): name is ShellVerb {
  return typeof name === 'string' && Object.hasOwn(shellContract, name);
}

async function answer<V extends ShellVerb>(verbs: Verbs, verb: V, request: unknown): Promise<ShellAnswer<V> | Failed> {
  const parsed = shellContract[verb].request.safeParse(request);
  if (!parsed.success) return failed('refused', '程序内部的请求不符合约定，没有执行。请重新启动后再试。');
  try {
    return await verbs[verb](parsed.data as ShellRequest<V>);
  } catch (error) {
    console.error(`gate: ${verb} threw ${error instanceof Error ? error.name : 'unknown'}`);
    return failed('failed', '操作没有完成，请再试一次；仍不行请重新启动程序。');
  }
}

/**
 * The only door between the page and the computer: checks who asks and what is asked, and answers errors as values.
 *
 * @param ours gives the contents of the application's window
 */
export function createGate(
  verbs: Verbs,
  ours: () => unknown,
): (caller: Caller, verb: unknown, request: unknown) => Promise<unknown> {
  return async (caller, verb, request) => {
    if (!isOurPage(caller, ours())) {
      console.warn('gate: refused a caller');
      return failed('refused', '请求不是来自本程序的窗口，没有执行。');
    }
    if (!isVerb(verb)) {
      console.warn('gate: refused an unknown verb');
      return failed('refused', '程序不认识这个请求，没有执行。');
    }
    return answer(verbs, verb, request);
  };
}
