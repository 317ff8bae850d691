import { app } from 'electron';
import type { FromStore, ToStore } from '#contract/store/storeProtocol';
import { startChild, type Child, type ChildListeners } from './childProcess.ts';

export type StoreChild = Child<ToStore>;

export function startStoreChild(listeners: ChildListeners<FromStore>): StoreChild {
  const output = app.isPackaged ? 'ignore' : 'inherit';
  return startChild({ script: 'store.cjs', name: 'Vigie store', output }, listeners);
}
