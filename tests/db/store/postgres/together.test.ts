import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { topics } from '#contract/ground/define';
import { rolesOf } from '../../../../db/store/postgres/server/roles.ts';
import { newOffice, one, other, type Office } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';

/** It takes a fifth of a second, but for a machine that others use too. */
const long = { timeout: 60_000 };
const tip = { unitId: one, source: 'ncecc', receivedOn: '2026-03-02' as CivilDate } as const;

describe.skipIf(postgresMissing !== '')(`desks of one office ${postgresMissing}`.trim(), () => {
  let office: Office;
  let mine: TestStore;
  let yours: TestStore;
  beforeEach(async () => {
    office = await newOffice();
    mine = await office.desk('mine', [one, other]);
    yours = await office.desk('yours', [one]);
  });
  afterEach(() => office.close());

  /** Which lists a desk has to read again. */
  const told = ({ events }: TestStore) => events.flatMap((event) => (event.type === 'touched' ? event.topics : []));

  it('read again what another desk has changed, and nothing for what they wrote themselves', async () => {
    const heard: string[] = [];
    const listener = await office.database.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('LISTEN vigie');
    const { id } = await mine.call('referrals.log', { ...tip, summary: 'words' });
    await expect.poll(() => told(yours), long).toContain('referrals');
    expect(await yours.call('referrals.get', { referralId: id })).toMatchObject({ referral: { summary: 'words' } });
    expect(told(mine)).toEqual([]);
    // What the server carries tells nothing of a case.
    expect(heard).toEqual([expect.stringMatching(/^[0-9a-f-]{36}( [A-Za-z]+)+$/)]);
    expect(topics).toEqual(expect.arrayContaining(heard.flatMap((payload) => payload.split(' ').slice(1))));
  });

  it('are told nothing of a write that was undone, nor of a page that was looked at', async () => {
    const { id } = await mine.call('referrals.log', tip);
    await expect.poll(() => told(yours), long).toContain('referrals');
    yours.events.length = 0;
    const edit = { referralId: id, version: 7, externalNumber: null, priorityReceived: null, summary: '' };
    expect(await mine.refusal('referrals.edit', edit)).toMatchObject({ reason: 'version_conflict' });
    await mine.call('referrals.get', { referralId: id });
    await mine.call('referrals.edit', { ...edit, version: 1 });
    await expect.poll(() => told(yours), long).toContain('referrals');
    expect(yours.events).toHaveLength(1);
  });

  it('read a list again for a forged notice, and learn nothing else from it', async () => {
    for (const forged of ['', 'x', 'x __proto__ constructor <b>', `x ${'referrals '.repeat(700)}users`])
      await office.database.run(`SELECT pg_notify('vigie', '${forged}')`);
    await expect.poll(() => yours.events, long).toHaveLength(1);
    // Who is signed in may be another one in a changed list of users.
    expect(told(yours).toSorted()).toEqual(['referrals', 'session', 'users']);
    await mine.call('referrals.log', tip);
    await expect.poll(() => yours.events, long).toHaveLength(2);
  });

  it('read their lists again less than twice a second, however much is written', long, async () => {
    const began = performance.now();
    while (yours.events.length < 2) await mine.call('referrals.log', tip);
    // A busy machine takes longer, never less.
    expect(performance.now() - began).toBeGreaterThan(750);
  });

  it('read everything again once they are back at the server, and hear of others as before', async () => {
    const { user } = yours.store.requireUnlocked().session;
    const role = rolesOf(office.database.name).person(user.id);
    await office.database.run('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
    await expect.poll(() => told(yours), long).toEqual(expect.arrayContaining([...topics]));
    yours.events.length = 0;
    await mine.call('referrals.log', tip);
    await expect.poll(() => told(yours), long).toContain('referrals');
  });

  it('give a referral that two assign at once to one of them, and say so to the other', async () => {
    const { id } = await mine.call('referrals.log', tip);
    await yours.call('referrals.get', { referralId: id });
    const on = tip.receivedOn;
    const assigned = await Promise.allSettled(
      [mine, yours].map(({ call, store }) =>
        call('referrals.assign', {
          ...{ referralIds: [id], from: [null], on },
          userId: store.requireUnlocked().session.user.id,
        }),
      ),
    );
    const refused = { status: 'rejected', reason: { failure: { code: 'conflict', reason: 'assigned_meanwhile' } } };
    const [first, second] = assigned[0]?.status === 'fulfilled' ? [mine, yours] : [yours, mine];
    expect(assigned.toSorted((a, b) => (a.status < b.status ? -1 : 1))).toMatchObject([
      { status: 'fulfilled' },
      refused,
    ]);
    const owner = first.store.requireUnlocked().session.user.id;
    expect(await second.call('referrals.get', { referralId: id })).toMatchObject({ referral: { assignedTo: owner } });
  });

  it('see who else has a file open, until it is left or nothing was heard for half a minute', async () => {
    const { id } = await mine.call('referrals.log', tip);
    const file = { kind: 'referral', id } as const;
    const [me, you] = [mine, yours].map(({ store }) => store.requireUnlocked().session.user.id);
    expect(await mine.call('presence.open', { file })).toEqual({ others: [] });
    expect(await yours.call('presence.open', { file })).toEqual({ others: [me] });
    await expect.poll(() => told(mine), long).toContain('presence');
    expect(await mine.call('presence.open', { file })).toEqual({ others: [you] });
    await yours.call('presence.open', { file: null });
    expect(await mine.call('presence.open', { file })).toEqual({ others: [] });
    await yours.call('presence.open', { file });
    await office.database.run("UPDATE vigie.presence SET at = at - interval '31 seconds'");
    expect(await mine.call('presence.open', { file })).toEqual({ others: [] });
  });

  it('see nothing of who has a file of another unit open', async () => {
    const { id } = await mine.call('referrals.log', { ...tip, unitId: other });
    const file = { kind: 'referral', id } as const;
    await mine.call('presence.open', { file });
    expect(await yours.refusal('presence.open', { file })).toEqual({ code: 'not_found' });
    const { tx } = yours.store.requireUnlocked().engine;
    expect(await tx.all(sql`SELECT * FROM vigie.presence`)).toEqual([]);
    const forged = sql`INSERT INTO vigie.presence VALUES (gen_random_uuid(), vigie.person(), ${id}, now())`;
    await expect(tx.run(forged)).rejects.toThrow();
  });

  it('learn at once that their own rights were changed', async () => {
    const { user } = mine.store.requireUnlocked().session;
    await office.database.run('DELETE FROM user_unit WHERE user_id = $1 AND unit_id = $2', [user.id, other]);
    await office.database.run("SELECT pg_notify('vigie', 'anyone users')");
    await expect.poll(() => told(mine), long).toContain('session');
    expect(mine.store.requireUnlocked().session.unitIds).toEqual([one]);
  });
});
