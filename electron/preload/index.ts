import { contextBridge, ipcRenderer } from 'electron';
import { menuChannel, pageChannel, shellChannel } from '../../src/shell/contract';
import type { DesktopBridge, MenuOrder, ShellAnswer, ShellRequest, ShellVerb } from '../../src/shell/contract';

/** The only thing the page gets: the verbs of the contract, and orders from the menu without the event that carries them. */
const bridge = {
  invoke<V extends ShellVerb>(verb: V, request: ShellRequest<V>): Promise<ShellAnswer<V>> {
    return ipcRenderer.invoke(shellChannel, verb, request) as Promise<ShellAnswer<V>>;
  },
  onMenuOrder(listener: (order: MenuOrder) => void): () => void {
    const receive = (_event: unknown, order: MenuOrder): void => listener(order);
    ipcRenderer.on(menuChannel, receive);
    return () => {
      ipcRenderer.removeListener(menuChannel, receive);
    };
  },
  onOpenPage(listener: (path: string) => void): () => void {
    const receive = (_event: unknown, path: string): void => listener(path);
    ipcRenderer.on(pageChannel, receive);
    return () => {
      ipcRenderer.removeListener(pageChannel, receive);
    };
  },
} satisfies DesktopBridge;

contextBridge.exposeInMainWorld('desktop', bridge);
