import { beforeEach, describe, expect } from 'vitest';
import type { InvestigationId, UserId } from '#contract/ground/ids';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, userId as officer } from '../../../support/fixtures/unit.ts';

let next: UserId;
let ids: InvestigationId[];
const on = '2026-11-20' as const;

beforeEach(async () => {
  await test.signInAs('admin');
  const account = { login: 'next', displayName: 'Next', roles: ['investigator' as const], unitIds: [unitId] };
  next = (await test.call('users.create', { ...account, passphrase: 'a long enough phrase' })).id;
  await test.signInAs('officer');
  ids = [];
  for (let count = 0; count < 3; count += 1) {
    const lead = count === 0 ? null : officer;
    ids.push((await test.call('investigations.open', { unitId, openedOn: '2026-11-03', referralIds: [], lead })).id);
  }
});

const get = async (investigationId: InvestigationId) => test.call('investigations.get', { investigationId });
const all = async () => Promise.all(ids.map(async (id) => (await get(id)).investigation));
const leads = async () => (await all()).map(({ lead }) => lead);
const seen = async () => (await all()).map(({ id, version }) => ({ investigationId: id, version }));
const conclude = async (investigationId: InvestigationId) => {
  const { version } = (await get(investigationId)).investigation;
  await test.call('investigations.conclude', { investigationId, version, on });
};

describe('the lead of several investigations', () => {
  const toNext = async () => (await all()).map(({ id, lead }) => ({ investigationId: id, from: lead, lead: next }));

  it('is changed by one act, and given back by one the other way', async () => {
    const files = await toNext();
    const back = await test.call('investigations.lead', { files });
    expect(await leads()).toEqual([next, next, next]);
    await test.call('investigations.lead', back);
    expect(await leads()).toEqual([null, officer, officer]);
    const acts = "SELECT count(*) AS n FROM audit_entry WHERE method = 'investigations.lead' AND outcome = 'done'";
    expect(await stored(test, acts)).toEqual([{ n: 2 }]);
    const ofFile = `SELECT count(*) AS n FROM audit_file JOIN audit_entry USING (sequence)
      WHERE method = 'investigations.lead' AND file_id = '${ids[1]!}'`;
    expect(await stored(test, ofFile)).toEqual([{ n: 2 }]);
  });

  it('is changed for none where some refuse, and each that does is named', async () => {
    const files = await toNext();
    await conclude(ids[0]!);
    await test.call('investigations.lead', { files: [{ ...files[2]!, lead: null }] });
    expect(await dispatch(test.store, 'investigations.lead', { files })).toMatchObject({
      error: {
        code: 'conflict',
        fields: [
          { path: 'files.0', code: 'state_not_allowed' },
          { path: 'files.2', code: 'assigned_meanwhile' },
        ],
      },
    });
    expect(await leads()).toEqual([null, officer, null]);
  });

  it('is given back to who has no access since', async () => {
    const files = [{ investigationId: ids[1]!, from: officer, lead: next }];
    const given = await test.call('investigations.lead', { files });
    const back = { files: [{ investigationId: ids[1]!, from: next, lead: officer }] };
    const undo = await test.call('investigations.lead', back);
    expect(given.files).toEqual(back.files);
    await test.signInAs('admin');
    await test.call('users.disable', { userId: next });
    await test.signInAs('officer');
    expect(await test.refusal('investigations.lead', { files: undo.files })).toEqual({ code: 'invalid_input' });
    await test.call('investigations.lead', undo);
    expect(await leads()).toEqual([null, next, officer]);
  });

  it('is not changed where one is of another unit', async () => {
    const files = await toNext();
    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    expect(await test.refusal('investigations.lead', { files })).toEqual({ code: 'not_found' });
  });
});

describe('the status of several investigations', () => {
  const ledger = () => stored(test, 'SELECT file_id, term, on_date, amount FROM ledger_entry ORDER BY 1, 2, 3');
  const facts = async () =>
    (await Promise.all(ids.map(get))).map(
      ({ investigation: { waiting, waitingSince, waitingOn }, waiting: periods }) => ({
        ...{ waiting, waitingSince, waitingOn, periods },
      }),
    );

  it('is changed by one act and taken back by one, with its ledger', async () => {
    const before = [await facts(), await ledger()];
    const court = { state: 'crown_or_court', since: on, on: 'Exemple' } as const;
    const { files } = await test.call('investigations.wait', { files: await seen(), ...court });
    expect((await facts()).map(({ waiting, waitingSince }) => [waiting, waitingSince])).toEqual(
      ids.map(() => ['crown_or_court', on]),
    );
    expect(await ledger()).not.toEqual(before[1]);
    await test.call('investigations.undoWait', { files });
    expect([await facts(), await ledger()]).toEqual(before);
  });

  it('is taken back by who changed it, where nothing has happened since', async () => {
    const { files } = await test.call('investigations.wait', { files: await seen(), state: 'lab', since: on });
    await test.call('investigations.lead', { files: [{ investigationId: ids[1]!, from: officer, lead: next }] });
    expect(await test.refusal('investigations.undoWait', { files })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    await test.signInAs('next');
    expect(await test.refusal('investigations.undoWait', { files: [files[0]!] })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
  });
});

describe('operations of several investigations', () => {
  it('are added by one act, which says what had to change, the other way', async () => {
    const make = async (name: string) =>
      (
        await test.call('operations.save', {
          ...{ unitId, operationId: null, version: null, name, beganOn: '2026-11-01', endedOn: null },
        })
      ).id;
    const [one, other] = [await make('One'), await make('Other')];
    await test.call('operations.tag', { files: [{ investigationId: ids[0]!, add: [one, other], remove: [] }] });
    const files = ids.map((investigationId) => ({ investigationId, add: [one], remove: [] }));
    const { back } = await test.call('operations.tag', { files });
    expect(back).toEqual(ids.slice(1).map((investigationId) => ({ investigationId, add: [], remove: [one] })));
    await test.call('operations.tag', { files: back });
    const { operations } = await test.call('operations.list', { filter: { unitId } });
    expect(operations.map((each) => each.files)).toEqual([1, 1]);
  });
});
