import { describe, expect } from 'vitest';
import type { ReferralId } from '#contract/ground/ids';
import { noChildIdentified } from '../../../support/danger.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/unit.ts';

const log = async (): Promise<ReferralId> =>
  (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-01' })).id;
const get = async (referralId: ReferralId) => test.call('referrals.get', { referralId });
const versionOf = async (id: ReferralId) => (await get(id)).referral.version;
const facts = async (id: ReferralId) => {
  const { referral, bundledUnder } = await get(id);
  const { state, stateOn, assignedTo, riskBand, due, rescore } = referral;
  return { state, stateOn, assignedTo, riskBand, due, rescore, under: bundledUnder?.id ?? null };
};
const ledgerOf = (id: ReferralId) =>
  stored(test, `SELECT term, on_date, amount FROM ledger_entry WHERE file_id = '${id}' ORDER BY term, on_date`);
const undo = (rows: readonly { id: ReferralId; version: number }[]) =>
  test.call('referrals.undo', { referrals: rows.map(({ id, version }) => ({ referralId: id, version })) });

describe('taking back', () => {
  it('an assignment puts all of them where they were, and the history keeps both', async () => {
    const ids = [await log(), await log()];
    const before = await Promise.all(ids.map(facts));
    const { rows } = await test.call('referrals.assign', { referralIds: ids, userId, on: '2026-11-02' });
    await undo(rows);
    expect(await Promise.all(ids.map(facts))).toEqual(before);
    const { history } = await get(ids[0] ?? rows[0]!.id);
    expect(history.map(({ to, on }) => [to, on])).toEqual([
      ['received', '2026-10-01'],
      ['assigned', '2026-11-02'],
      ['received', '2026-11-02'],
    ]);
  });

  it('a conclusion, a bundling and a splitting count in no figure', async () => {
    const [head, id] = [await log(), await log()];
    await test.call('referrals.decideDanger', noChildIdentified(id));
    const before = { facts: await facts(id), ledger: await ledgerOf(id) };
    const concluded = { referralId: id, version: await versionOf(id), to: 'concluded', on: '2026-11-03' } as const;
    const { version } = await test.call('referrals.move', concluded);
    expect(await ledgerOf(id)).not.toEqual(before.ledger);
    await undo([{ id, version }]);
    expect({ facts: await facts(id), ledger: await ledgerOf(id) }).toEqual(before);

    const bundled = await test.call('referrals.bundle', { headId: head, referralIds: [id], on: '2026-11-04' });
    await undo(bundled.rows);
    expect({ facts: await facts(id), ledger: await ledgerOf(id) }).toEqual(before);

    await test.call('referrals.bundle', { headId: head, referralIds: [id], on: '2026-11-05' });
    const inBundle = { facts: await facts(id), ledger: await ledgerOf(id) };
    const split = await test.call('referrals.split', { referralId: id, on: '2026-11-06' });
    await undo(split.rows);
    expect({ facts: await facts(id), ledger: await ledgerOf(id) }).toEqual(inBundle);
  });

  it('a reopening leaves it ended, and asks for no other score', async () => {
    const id = await log();
    await test.call('referrals.decideDanger', noChildIdentified(id));
    await test.call('referrals.score', { referralIds: [id], band: 'high', on: '2026-11-02' });
    const conclude = { referralId: id, version: await versionOf(id), to: 'concluded', on: '2026-11-03' } as const;
    const { version } = await test.call('referrals.move', conclude);
    const ended = { facts: await facts(id), ledger: await ledgerOf(id) };
    const open = await test.call('referrals.move', { referralId: id, version, to: 'received', on: '2026-11-04' });
    expect((await get(id)).referral.rescore).not.toBeNull();
    await undo([{ id, version: open.version }]);
    expect({ facts: await facts(id), ledger: await ledgerOf(id) }).toEqual(ended);
  });

  it('is refused as a whole once anything has happened to one of them, twice, or by another officer', async () => {
    const [one, two] = [await log(), await log()];
    const { rows } = await test.call('referrals.assign', { referralIds: [one, two], userId, on: '2026-11-02' });
    const input = { referrals: rows.map(({ id, version }) => ({ referralId: id, version })) };
    const touched = { referralId: two, version: rows[1]!.version, externalNumber: 'X', priorityReceived: null };
    await test.call('referrals.edit', { ...touched, summary: null });
    expect(await test.refusal('referrals.undo', input)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    expect(await facts(one)).toMatchObject({ state: 'assigned' });
    const undone = await undo(rows.slice(0, 1));
    const again = { referrals: [{ referralId: one, version: undone.rows[0]!.version }] };
    expect(await test.refusal('referrals.undo', again)).toEqual({ code: 'conflict', reason: 'state_not_allowed' });
  });

  it('reaches no referral of another unit', async () => {
    const id = await log();
    const { rows } = await test.call('referrals.assign', { referralIds: [id], userId, on: '2026-11-02' });
    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'other', code: 'U02' });
    const input = { referrals: [{ referralId: id, version: rows[0]!.version }] };
    expect(await test.refusal('referrals.undo', input)).toEqual({ code: 'not_found' });
  });
});
