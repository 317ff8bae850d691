import { contextBridge, ipcRenderer } from 'electron';
import type { VigieBridge } from '#contract/ground/bridge';
import type { Reply } from '#contract/ground/errors';
import type { PageEvent } from '#contract/ground/events';

const bridge: VigieBridge = {
  call: (method, input) => ipcRenderer.invoke('vigie:call', method, input) as Promise<Reply<unknown>>,
  onEvent: (listener) => {
    // The event object itself would give the page a way to Electron.
    const hear = (_event: unknown, event: PageEvent): void => {
      listener(event);
    };
    ipcRenderer.on('vigie:event', hear);
    return () => {
      ipcRenderer.off('vigie:event', hear);
    };
  },
};

contextBridge.exposeInMainWorld('vigie', bridge);
