import { expect } from 'vitest';
import type { ReferralId } from '#contract/ground/ids';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, userId as lead } from '../../../support/fixtures/unit.ts';

const log = async () => (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02' })).id;
const open = async (referralIds: ReferralId[]) =>
  (await test.call('investigations.open', { unitId, openedOn: '2026-11-20', referralIds, lead })).opened;
const stateOfReferral = async (referralId: ReferralId) =>
  (await test.call('referrals.get', { referralId })).referral.state;
const ledger = () => stored(test, 'SELECT file_id, term, on_date, amount FROM ledger_entry ORDER BY 1, 2, 3');
const files = async () => (await stored(test, 'SELECT id FROM investigation')).length;

it('an investigation that was opened from three referrals is taken back by one act, and counts nowhere', async () => {
  const ids = [await log(), await log(), await log()];
  await test.call('referrals.assign', { referralIds: [ids[1]!], userId: lead, on: '2026-11-03' });
  const before = await ledger();
  const opened = await open(ids);
  expect(await Promise.all(ids.map(stateOfReferral))).toEqual(['linked', 'linked', 'linked']);
  await test.call('investigations.undoOpen', opened);
  expect(await Promise.all(ids.map(stateOfReferral))).toEqual(['received', 'assigned', 'received']);
  expect([await ledger(), await files()]).toEqual([before, 0]);
  const { total } = await test.call('backlog.board', { from: '2026-11', to: '2026-11' });
  expect(total.closing).toBe(3);
  const again = await open(ids);
  expect(await files()).toBe(1);
  expect(await test.refusal('investigations.undoOpen', opened)).toEqual({ code: 'not_found' });
  await test.call('investigations.undoOpen', again);
});

it('a referral that was in another investigation stays in it', async () => {
  const id = await log();
  await open([id]);
  await test.call('investigations.undoOpen', await open([id]));
  expect([await stateOfReferral(id), await files()]).toEqual(['linked', 1]);
});

it('is refused as a whole once anything was entered in the file or done to one of its referrals', async () => {
  const refused = { code: 'conflict', reason: 'version_conflict' };
  const first = await open([await log()]);
  const { investigationId } = first;
  await test.call('tasks.add', { investigationId, what: 'Call', dueOn: null, owner: lead });
  expect(await test.refusal('investigations.undoOpen', first)).toEqual(refused);
  const second = await open([await log()]);
  const { referralId, version } = second.referrals[0]!;
  const facts = { externalNumber: 'X', priorityReceived: null, summary: null };
  await test.call('referrals.edit', { referralId, version, ...facts });
  expect(await test.refusal('investigations.undoOpen', second)).toEqual(refused);
  const third = await open([await log()]);
  const joined = { investigationId: third.investigationId, referralId: await log(), on: '2026-11-21' } as const;
  await test.call('links.linkReferral', joined);
  expect(await test.refusal('investigations.undoOpen', third)).toEqual(refused);
  expect(await files()).toBe(3);
});
