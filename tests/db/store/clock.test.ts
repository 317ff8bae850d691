import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { dayOf } from '../../../db/ground/kernel/days.ts';
import { markedFile } from '../../support/caseFiles.ts';
import { choosePassphrase, copyOfUnit, type TestStore } from '../../support/store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.parse('2026-11-24T15:00:00Z');
const emptyBattery = Date.parse('2019-01-01T05:00:00Z');

let test: TestStore;
let unitId: UnitId;
let userId: UserId;
/** What the computer says, and the milliseconds that nobody can set. */
let computer = start;
let steady = 0;

beforeEach(async () => {
  const unit = await copyOfUnit();
  test = unit.test;
  unitId = unit.unitId;
  userId = unit.userId as UserId;
  computer = start;
  const clock = { now: () => computer, today: () => dayOf(computer), steady: () => steady };
  Object.assign(test.store.options, { clock });
  await test.signInAs('officer');
});
afterEach(() => {
  test.dispose();
});

const kind = async () => (await test.call('clock.state', {})).doubt?.kind ?? null;
const entries = (method: string) =>
  test.store
    .requireUnlocked()
    .raw.prepare('SELECT facts FROM audit_entry WHERE method = ? ORDER BY sequence')
    .pluck()
    .all(method)
    .map((facts) => JSON.parse(String(facts)) as unknown);

async function signInAt(at: number, login = 'officer'): Promise<void> {
  computer = at;
  await test.signInAs(login);
}

describe('the clock at a sign-in', () => {
  it('is believed by minutes, through daylight saving moved by hand, and after a month of leave', async () => {
    for (const at of [start - 5 * minute, start + 60 * minute, start, start + 30 * day]) {
      await signInAt(at);
      expect(await kind()).toBeNull();
    }
    expect(entries('clock.doubt')).toEqual([]);
  });

  it('of an empty battery is doubted, once in the audit, until it is right again', async () => {
    await signInAt(emptyBattery);
    expect(await kind()).toBe('back');
    await signInAt(emptyBattery + minute, 'admin');
    expect(entries('clock.doubt')).toEqual([{ kind: 'back', known: start, computer: emptyBattery }]);
    await signInAt(start + day);
    expect(await kind()).toBeNull();
    expect(entries('clock.right')).toHaveLength(1);
    // What was written under the wrong clock does not count afterwards.
    await signInAt(start + 2 * day);
    expect(entries('clock.doubt')).toHaveLength(1);
  });

  it('a year ahead is doubted, and believed without a question once it was corrected', async () => {
    await signInAt(start + 365 * day);
    await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-11-20' });
    expect(await kind()).toBe('ahead');
    await signInAt(start + day);
    expect(await kind()).toBeNull();
    await signInAt(start + 2 * day);
    expect(entries('clock.doubt')).toHaveLength(1);
  });

  it('set back in steps that are small each is doubted all the same', async () => {
    await signInAt(start - 80 * minute);
    expect(await kind()).toBeNull();
    await signInAt(start - 160 * minute);
    expect(await kind()).toBe('back');
  });
});

describe('the clock under an open session', () => {
  it('that is moved is found at the next call, and once by calls that come together', async () => {
    steady += 10 * minute;
    computer = start + 400 * day;
    await Promise.all([1, 2, 3].map(() => test.call('units.list', {})));
    expect(await kind()).toBe('ahead');
    expect(entries('clock.doubt')).toHaveLength(1);
    computer = start + 10 * minute;
    expect(await kind()).toBeNull();
  });

  it('of a computer that slept for a week is believed', async () => {
    computer = start + 7 * day;
    expect(await kind()).toBeNull();
  });
});

describe('while the clock is doubtful', () => {
  it('set back, the time goes on from where it was last known: no deadline seems further away', async () => {
    await signInAt(emptyBattery);
    computer = emptyBattery + 30 * minute;
    const { now, doubt } = await test.call('clock.state', {});
    expect([now, doubt?.computer]).toEqual([start + 30 * minute, computer]);
    // A day that has come is accepted, although the computer has not reached it.
    await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-11-23' });
  });

  it('nothing is purged or sealed by a day, until a decider confirms the clock', async () => {
    const file = await markedFile(test, unitId, 'MARK', { lead: userId });
    await test.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
    await choosePassphrase(test);
    const ids = { investigationIds: [file.investigationId], referralIds: [] };
    const youth = { basis: 'youth_access_ended', reference: null, reason: 'The period is over' } as const;
    await signInAt(start + 400 * day);
    const doubtful = { code: 'conflict', reason: 'clock_doubtful' };
    expect(await test.refusal('purges.approve', ids)).toEqual(doubtful);
    expect(await test.refusal('seals.seal', { ...ids, ...youth })).toEqual(doubtful);
    await test.call('clock.confirm', {});
    expect(await kind()).toBeNull();
    expect(entries('clock.confirm')).toEqual([{ kind: 'ahead', known: start, computer: start + 400 * day }]);
    await test.call('seals.seal', { ...ids, ...youth });
    await signInAt(start + 401 * day);
    expect(await kind()).toBeNull();
  });

  it('no exchange with a partner loses its key', async () => {
    await test.call('exchanges.begin', { unitId, name: 'Example', expiresOn: '2026-12-15' });
    await signInAt(start + 200 * day);
    const [exchange] = (await test.call('exchanges.list', {})).exchanges;
    expect(exchange?.state).not.toBe('expired');
    await signInAt(start + day);
    expect((await test.call('exchanges.list', {})).exchanges[0]?.state).toBe(exchange?.state);
  });

  it('is confirmed by whoever decides, and by nobody where nobody doubts it', async () => {
    expect(await test.refusal('clock.confirm', {})).toMatchObject({ code: 'conflict' });
  });
});

it('a demonstration keeps to days of its own', async () => {
  const { raw } = test.store.requireUnlocked();
  raw.exec("UPDATE setting SET value = json_set(value, '$.demonstration', json('true')) WHERE key = 'workspace'");
  await signInAt(emptyBattery);
  expect(await kind()).toBeNull();
});

describe('once a clock that was years ahead is right', () => {
  it('deadlines that it started are as if started now, and what is done answers them', async () => {
    const ahead = start + 730 * day;
    await signInAt(ahead);
    const log = async () =>
      (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-24' })).id;
    const [danger, owed, low] = [await log(), await log(), await log()];
    const decided = { identifiable: 'yes', decidedAt: ahead, reason: 'A first name is named.' } as const;
    await test.call('referrals.decideDanger', { referralId: danger, imminent: true, ...decided });
    await test.call('referrals.decideDanger', { referralId: low, imminent: false, ...decided });
    await test.call('referrals.score', { referralIds: [low], band: 'low', on: '2026-11-24' });
    await test.call('referrals.assign', { referralIds: [danger], userId, on: '2026-11-24' });
    const right = start + day;
    await signInAt(right);
    const due = async (referralId: ReferralId) => (await test.call('referrals.get', { referralId })).referral.due;
    expect(await due(danger)).toEqual({ at: right + 4 * 60 * minute, what: 'action' });
    expect((await due(owed))?.at).toBe(right + day);
    const lowDue = (await due(low))?.at ?? 0;
    expect(lowDue > right && lowDue < right + 31 * day).toBe(true);
    expect((await test.call('due.running', {})).rows.map(({ id }) => id)).toEqual([danger]);
    expect(entries('clock.right')).toEqual([expect.anything(), { referrals: 3 }]);
    computer = right + minute;
    await test.call('referrals.check', { referralId: danger, kind: 'records', checkedAt: computer });
    // A child who is still in danger is looked at again.
    expect(await due(danger)).toEqual({ at: computer + 4 * 60 * minute, what: 'action' });
    await signInAt(right + 2 * minute);
    expect(entries('clock.right')).toHaveLength(2);
  });
  it('a referral received on a day that has not come has its day corrected, and goes on', async () => {
    const ahead = start + 730 * day;
    await signInAt(ahead);
    const receivedOn = dayOf(ahead);
    const { id: referralId } = await test.call('referrals.log', { unitId, source: 'public', receivedOn });
    await test.call('referrals.assign', { referralIds: [referralId], userId, on: receivedOn });
    await signInAt(start + day);
    const get = async () => (await test.call('referrals.get', { referralId })).referral;
    const move = async (on: CivilDate) => ({ referralId, version: (await get()).version, to: 'triaged', on }) as const;
    const edit = async (to: string) => ({
      ...{ referralId, version: (await get()).version, receivedOn: to as CivilDate },
      ...{ externalNumber: null, priorityReceived: null, summary: null },
    });
    const today = dayOf(start + day);
    expect(await test.refusal('referrals.move', await move(today))).toMatchObject({ reason: 'date_before_previous' });
    expect(await test.refusal('referrals.edit', await edit('2027-01-01'))).toMatchObject({ reason: 'date_in_future' });
    await test.call('referrals.edit', await edit('2026-11-24'));
    expect(await get()).toMatchObject({ receivedOn: '2026-11-24', stateOn: today, state: 'assigned' });
    await test.call('referrals.move', await move(today));
    // A day that has come is what deadlines and figures rest on: to put it right takes a reason.
    expect(await test.refusal('referrals.edit', await edit('2026-11-20'))).toMatchObject({
      reason: 'correction_needs_reason',
    });
    expect(entries('referrals.edit')).toContainEqual(
      expect.objectContaining({ changes: [expect.objectContaining({ field: 'receivedOn' })] }),
    );
  });
});
