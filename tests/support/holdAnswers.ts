import type { ElectronApplication } from '@playwright/test';
import type { MethodName } from '../../electron/contract/index.ts';

type Call = (event: unknown, method: string, input: unknown) => Promise<unknown>;
type Handlers = { readonly _invokeHandlers: Map<string, Call> };

/** Answers a method only once the function that is returned is called. */
export async function holdAnswers(vigie: ElectronApplication, method: MethodName): Promise<() => Promise<void>> {
  const held = await vigie.evaluateHandle(({ ipcMain }, wanted) => {
    const handlers = (ipcMain as unknown as Handlers)._invokeHandlers;
    const call = handlers.get('vigie:call')!;
    const gate = { open: (): void => undefined };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    handlers.set('vigie:call', async (event, name, input) => {
      if (name === wanted) await opened;
      return call(event, name, input);
    });
    return gate;
  }, method);
  return () =>
    held.evaluate((gate) => {
      gate.open();
    });
}
