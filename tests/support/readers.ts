import { afterAll } from 'vitest';
import { ForeignReaders } from '../../db/ground/foreign/readers.ts';
import { processes } from './store.ts';

/** What reads files of someone else's where a test has no store. */
export const readers = new ForeignReaders(processes.startReader);
afterAll(() => {
  readers.stop();
});
