import type { FailureWords } from './words.ts';

/** Of exchanges with another unit. */
export const englishExchanges = {
  not_an_exchange_file: [
    'This is not the file that is asked for here',
    'Nothing was read. Give the key file, the request or the reply that the other unit exported.',
  ],
  exchange_tampered: [
    'The file was changed after it was signed',
    'Nothing was read. Ask the other unit to export it again, and find out what happened to this one.',
  ],
  exchange_newer: [
    'This file was made by a newer version of Vigie',
    'Nothing was read. Install the newer version to read it.',
  ],
  exchange_expired: [
    'The exchange is past its last day',
    'No file of it can be made or read any more. If it is still needed, begin another one with a new key.',
  ],
  exchange_unknown: [
    'This file belongs to no exchange of yours',
    'Nothing was read. It may be meant for another unit, or answer a request that was not sent from here.',
  ],
  exchange_own_file: [
    'This file was made in this workspace',
    'Nothing was read. It is meant for the other unit: send it, and read the one that comes back.',
  ],
  exchange_key_wrong: [
    'The shared key is not the same on both sides',
    'Nothing was changed. Compare what was typed with the key that was agreed; a key that cannot be found again needs a new exchange.',
  ],
  exchange_key_not_confirmed: [
    'The other unit’s key is not confirmed',
    'Nothing was read. Take its key file in first, and compare the fingerprint with the unit.',
  ],
  exchange_ended: [
    'This exchange was ended',
    'Its keys are forgotten and none of its files can be read. Begin another one with a new key.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
