import type { VigieBridge } from '#contract/ground/bridge';
import type { Failure, Reply } from '#contract/ground/errors';
import type { PageEvent } from '#contract/ground/events';
import type { Input, MethodName, Output } from '#contract/index';

declare global {
  interface Window {
    readonly vigie: VigieBridge;
  }
}

/** What `call` throws: the failure as it crossed, so that a screen can show its message. */
export class CallError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.reason ?? failure.code);
    this.name = 'CallError';
    this.failure = failure;
  }
}

/** The only way out of the page. Screens use `useRead` and `useWrite`; `call` is for what is neither. */
export async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = (await window.vigie.call(method, input)) as Reply<Output<M>>;
  if (reply.ok) return reply.value;
  throw new CallError(reply.error);
}

/** Listens to what the store and main say without being asked; returns the function that stops. */
export function onPageEvent(listener: (event: PageEvent) => void): () => void {
  return window.vigie.onEvent(listener);
}

/** Whatever was thrown, as a failure that can be shown. */
export function failureOf(error: unknown): Failure {
  return error instanceof CallError ? error.failure : { code: 'internal', reference: '-' };
}
