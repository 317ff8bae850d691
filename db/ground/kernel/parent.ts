/** The process that started this one and has its windows. */
export interface Parent<From, To> {
  readonly say: (message: To) => void;
  readonly onMessage: (listener: (message: From) => void) => void;
  /** It is gone. */
  readonly onGone: (listener: () => void) => void;
}

interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

/**
 * Electron's utility process speaks through a port; a Node that was started with a channel, through the process itself.
 * Null where nothing of ours started this one. What is said is what both sides agreed on: nothing is checked again.
 */
export function parentOf<From, To>(): Parent<From, To> | null {
  const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
  if (parentPort)
    return {
      say: (message) => {
        parentPort.postMessage(message);
      },
      onMessage: (listener) => {
        parentPort.on('message', ({ data }) => {
          listener(data as From);
        });
      },
      // Electron ends its utility processes with itself.
      onGone: () => undefined,
    };
  if (!process.send) return null;
  return {
    say: (message) => {
      process.send?.(message);
    },
    onMessage: (listener) => {
      process.on('message', (message) => {
        listener(message as From);
      });
    },
    onGone: (listener) => {
      process.on('disconnect', listener);
    },
  };
}
