import { isWhole } from './whole.ts';

/** Under `npm test` a passphrase is worked on for a moment only, in the programs that tests start: the whole run takes the time that users take. */
export function quickKeys(): { readonly VIGIE_ITERATIONS?: string } {
  return isWhole ? {} : { VIGIE_ITERATIONS: '1000' };
}
