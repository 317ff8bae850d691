import { afterAll, beforeAll, expect, it } from 'vitest';
import { rotateSigningKey } from '../../../../db/store/signingKey.ts';
import { transact } from '../../../../db/store/transact.ts';
import { agreeOn, createSides, type Side } from '../../../support/exchanges.ts';

let asking: Side;
let answering: Side;
beforeAll(async () => {
  [asking, answering] = await createSides();
});
afterAll(() => {
  answering.dispose();
  asking.dispose();
});

const rotate = ({ store }: Side) =>
  transact(store, 'users.disable', async (tx) => ({ output: null, audit: await rotateSigningKey(tx, 1) }));
const peerKeyOf = ({ store }: Side) =>
  store.requireUnlocked().raw.prepare('SELECT peer_signing_key FROM exchange').pluck().get();

it('a message under a key that follows the one confirmed is read, and the key before it speaks no more', async () => {
  const exchangeId = await agreeOn(asking, answering);
  await asking.call('exchanges.request', { exchangeId, file: asking.file('before') });
  await rotate(asking);
  await asking.call('exchanges.request', { exchangeId, file: asking.file('after') });
  const confirmed = peerKeyOf(answering);
  await answering.call('exchanges.read', { file: answering.file('before') });
  expect(peerKeyOf(answering)).toBe(confirmed);
  await answering.call('exchanges.read', { file: answering.file('after') });
  expect(peerKeyOf(answering)).not.toBe(confirmed);
  expect(await answering.refusal('exchanges.read', { file: answering.file('before') })).toEqual({
    code: 'forbidden',
    reason: 'exchange_key_not_confirmed',
  });
  expect(await asking.refusal('exchanges.read', { file: asking.file('before') })).toEqual({
    code: 'conflict',
    reason: 'exchange_own_file',
  });
});
