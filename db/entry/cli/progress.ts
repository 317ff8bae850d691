import type { PageEvent } from '#contract/ground/events';
import { codeWords } from '#contract/words/codes';
import type { Terminal } from './terminal.ts';
import type { Words } from './texts.ts';

export interface Progress {
  readonly follow: (event: PageEvent) => void;
  readonly clear: () => void;
}

/** One line that is drawn again and again, on a terminal only. */
export function progressOn(terminal: Terminal, words: Words): Progress {
  let drawn = false;
  const draw = (text: string): void => {
    terminal.redraw(text);
  };
  return {
    follow: (event) => {
      if (!terminal.watched || event.type !== 'progress') return;
      const { phase, done, total } = event;
      const share = total ? ` ${String(Math.min(100, Math.floor((100 * done) / total)))}\u00a0%` : '';
      draw(`${words.label(codeWords.progressPhase[phase])}…${share}`);
      drawn = true;
    },
    clear: () => {
      if (drawn) draw('');
      drawn = false;
    },
  };
}
