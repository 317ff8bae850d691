import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReferralId } from '#contract/ground/ids';
import { dispatch } from '../../../db/store/dispatch.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { allReferrals } from '../../support/allReferrals.ts';
import {
  administrator,
  choosePassphrase,
  createTestStore,
  createUnitAndUser,
  type TestStore,
} from '../../support/store.ts';

/** `npm run stress` flips 1,000 bits. */
const runs = process.env['VIGIE_STRESS'] === undefined ? 25 : 1000;

/** What an officer reads through the application: a list, and each of its files whole. */
async function readThrough(test: TestStore, ids: readonly ReferralId[]) {
  const replies = [await dispatch(test.store, 'referrals.list', allReferrals)];
  for (const referralId of ids) replies.push(await dispatch(test.store, 'referrals.get', { referralId }));
  return replies;
}

async function keepSome(test: TestStore): Promise<readonly ReferralId[]> {
  const { unitId } = await createUnitAndUser(test);
  const ids: ReferralId[] = [];
  for (let each = 0; each < 60; each += 1) {
    const summary = `Summary ${String(each)} ${'of some length '.repeat(40)}`;
    const receivedOn = `2026-0${String(1 + (each % 9))}-11`;
    ids.push((await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn, summary })).id);
  }
  return ids;
}

describe('a store with one bit that is another', () => {
  it('is refused as damaged or read as it was: no value is ever another', async () => {
    const test = await createTestStore();
    try {
      const ids = await keepSome(test);
      const whole = await readThrough(test, ids);
      expect(whole.every(({ ok }) => ok)).toBe(true);
      await choosePassphrase(test);
      test.store.close();
      const path = join(test.folder, 'store.db');
      const bytes = readFileSync(path);
      let refused = 0;
      const bit = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
      await fc.assert(
        fc.asyncProperty(bit, async ({ at, bit }) => {
          const damaged = Buffer.from(bytes);
          damaged[at] = damaged[at]! ^ (1 << bit);
          writeFileSync(path, damaged);
          for (const beside of ['-wal', '-shm']) rmSync(`${path}${beside}`, { force: true });
          openFolder(test.store, test.folder);
          const signIn = await dispatch(test.store, 'session.signIn', {
            login: 'officer',
            passphrase: administrator.passphrase,
          });
          const replies = signIn.ok ? await readThrough(test, ids) : [signIn];
          test.store.close();
          for (const [position, reply] of replies.entries())
            if (reply.ok) expect(reply).toEqual(whole[position]);
            else expect(reply.error.code).toBe('corrupt');
          refused += replies.every(({ ok }) => ok) ? 0 : 1;
        }),
        { numRuns: runs, endOnFailure: true },
      );
      // Most of the file is not read by this: but where nothing was refused, nothing was damaged.
      expect(refused).toBeGreaterThan(0);
    } finally {
      test.dispose();
    }
  }, 600_000);
});
