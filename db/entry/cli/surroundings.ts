import type { StoreOptions } from '../../store/store.ts';
import type { Terminal } from './terminal.ts';
import type { Words } from './texts.ts';

/** What every command is given. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly words: Words;
  readonly options: Omit<StoreOptions, 'emit'>;
}
