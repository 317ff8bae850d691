import { workAndKill } from './edits.ts';
import type { BrokenPromise } from './promise.ts';

export const kills: BrokenPromise = {
  name: 'kills',
  promise: 'An acknowledged write is never lost when the store is killed, whatever it was doing',
  few: 6,
  many: 500,
  tryIt: workAndKill,
};
