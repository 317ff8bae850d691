import { administrator, createTestStore, createUnitAndUser, type TestStore } from './store.ts';

export const officer = { login: 'officer', passphrase: administrator.passphrase };

/** A closed workspace of some pages, to be copied and damaged: an administrator, an officer and thirty referrals. */
export async function createFilledStore() {
  const base = await createTestStore();
  const { unitId } = await createUnitAndUser(base);
  const referral = { unitId, source: 'ncecc', receivedOn: '2026-10-02' } as const;
  const log = (on: TestStore, summary = 'x') => on.call('referrals.log', { ...referral, summary });
  const refusedLog = (on: TestStore) => on.refusal('referrals.log', referral);
  for (let each = 0; each < 30; each += 1) await log(base, `Summary ${'of some length '.repeat(60)}`);
  const { raw } = base.store.requireUnlocked();
  // Its officer is let in by the built store too.
  raw.exec("UPDATE user SET passphrase_by = 'self'");
  const key = Buffer.from(base.store.requireUnlocked().key);
  base.store.close();
  return { base, key, unitId, log, refusedLog };
}

export function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
