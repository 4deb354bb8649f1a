import { shellContract } from './contract';
import type { DesktopBridge, Shell, ShellAnswer, ShellRequest, ShellVerb } from './contract';

/**
 * The shell of the desktop application: every verb of the contract goes through the bridge that preload put on the window.
 *
 * @param bridge window.desktop
 */
export function createElectronShell(bridge: DesktopBridge): Shell {
  const ask =
    <V extends ShellVerb>(verb: V) =>
    (request: ShellRequest<V>): Promise<ShellAnswer<V>> =>
      bridge.invoke(verb, request);
  const verbs = Object.keys(shellContract) as ShellVerb[];
  return Object.fromEntries(verbs.map((verb) => [verb, ask(verb)])) as unknown as Shell;
}
