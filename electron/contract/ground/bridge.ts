import type { Reply } from './errors.ts';
import type { PageEvent } from './events.ts';

/** All that the preload gives a page. It never grows with features. */
export interface VigieBridge {
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  /** Returns the function that stops listening. */
  readonly onEvent: (listener: (event: PageEvent) => void) => () => void;
}
