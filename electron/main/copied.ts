import { clipboard } from 'electron';

export interface Copied {
  readonly put: (text: string) => Promise<void>;
  /** Takes it off the clipboard, unless something else has taken its place there. */
  readonly forget: () => Promise<void>;
}

/** What the application has put on the clipboard: it does not outlive a lock. */
export function createCopied(): Copied {
  let last: string | null = null;
  return {
    put: async (text) => {
      await clipboard.writeText(text);
      // As the system gives it back: line ends may differ.
      last = await clipboard.readText();
    },
    forget: async () => {
      const held = last;
      last = null;
      if (held !== null && (await clipboard.readText()) === held) clipboard.clear();
    },
  };
}
