/** The system's clipboard, as far as it is needed here. */
interface Board {
  readonly readText: () => Promise<string> | string;
  readonly writeText: (text: string) => Promise<void> | void;
  readonly clear: () => void;
}

export interface Copied {
  readonly put: (text: string) => Promise<void>;
  /** When the window comes to the front and when another takes its place: what has changed meanwhile was copied in it. */
  readonly look: (moment: 'came' | 'left') => Promise<void>;
  /** Takes it off the clipboard, unless something else has taken its place there. */
  readonly forget: () => Promise<void>;
}

/** What the application has put on the clipboard, by its own buttons or by the system's Ctrl+C: it does not outlive a lock. */
export function createCopied(board: Board): Copied {
  let last: string | null = null;
  /** What was there when the window came to the front; null while another is there. */
  let found: string | null = null;

  async function notice(): Promise<void> {
    if (found === null) return;
    const now = await board.readText();
    if (now !== found && now !== '') last = now;
  }

  return {
    put: async (text) => {
      await board.writeText(text);
      // As the system gives it back: line ends may differ.
      last = await board.readText();
    },
    look: async (moment) => {
      if (moment === 'came') found = await board.readText();
      else {
        await notice();
        found = null;
      }
    },
    forget: async () => {
      await notice();
      const held = last;
      last = null;
      if (held === null || (await board.readText()) !== held) return;
      board.clear();
      if (found !== null) found = '';
    },
  };
}
