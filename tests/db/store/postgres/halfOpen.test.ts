import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { StoreFailure } from '../../../../db/ground/kernel/failure.ts';
import { endWhereSilent } from '../../../../db/store/postgres/silence.ts';
import { connectToServer } from '../../../../db/store/postgres/server/connect.ts';
import { cutProxy, type CutProxy } from '../../../support/cutProxy.ts';
import { newOffice, one, type Office } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

const tip = { unitId: one, source: 'ncecc', receivedOn: '2026-03-02' as CivilDate } as const;
const long = { timeout: 90_000 };

describe.skipIf(postgresMissing !== '')(`a desk whose cable is pulled ${postgresMissing}`.trim(), () => {
  let office: Office;
  let network: CutProxy;
  let desk: TestStore;
  beforeEach(async () => {
    office = await newOffice();
    network = await cutProxy(office.database.server);
    desk = await office.desk('officer', [one], async ({ user, password }, { config }) => {
      const client = new Client({ ...config(user, password), port: network.port, connectionTimeoutMillis: 2000 });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    });
  });
  afterEach(async () => {
    await office.close();
    network.close();
  });
  const said = (isAway: boolean) => desk.events.some((event) => event.type === 'server' && event.isAway === isAway);

  it.skipIf(!isWhole)('notices by itself that nothing comes any more, and goes on once it does', long, async () => {
    network.swallow(true);
    await expect.poll(() => said(true), long).toBe(true);
    expect(await desk.refusal('referrals.log', tip)).toMatchObject({ code: 'busy' });
    network.swallow(false);
    await expect.poll(() => said(false), long).toBe(true);
    await expect
      .poll(
        () =>
          desk.call('referrals.log', tip).then(
            () => true,
            () => false,
          ),
        long,
      )
      .toBe(true);
  });

  it.skipIf(!isWhole)('answers a write that was on its way', long, async () => {
    network.swallow(true);
    expect(await desk.refusal('referrals.log', { ...tip, summary: 'on its way' })).toMatchObject({ code: 'busy' });
    network.swallow(false);
    await expect
      .poll(
        () =>
          desk.call('referrals.log', { ...tip, summary: 'on its way' }).then(
            () => true,
            () => false,
          ),
        long,
      )
      .toBe(true);
    expect(await office.rowsOf('referral')).toHaveLength(1);
  });

  it.skipIf(!isWhole)('lets a long question end', long, async () => {
    const { engine } = desk.store.requireUnlocked();
    const [row] = await engine.tx.all<{ slept: number }>(sql`SELECT 1 AS slept FROM pg_sleep(9)`);
    expect(row?.slept).toBe(1);
    expect(said(true)).toBe(false);
  });

  it('keeps a connection over which one short question follows another', async () => {
    const connect = () => office.database.connect();
    const client = await connect();
    endWhereSilent(client, connect, 10);
    const end = performance.now() + 700;
    let asked = 0;
    while (performance.now() < end) {
      await client.query('SELECT 1');
      asked += 1;
    }
    expect(asked).toBeGreaterThan(100);
    await client.end();
  });

  it('keeps a connection with a long question where the server has no room for another one', async () => {
    const client = await office.database.connect();
    endWhereSilent(client, () => Promise.reject(new StoreFailure('busy', 'server_busy')), 10);
    await expect(client.query('SELECT pg_sleep(0.4)')).resolves.toMatchObject({ rowCount: 1 });
    await client.end();
  });

  it('asks the server to end what a dead desk has open', async () => {
    const { host, port, authority, superuser: user, password } = office.database.server;
    const place = { hosts: [{ host, port }], database: office.database.name, trust: { authority } };
    const client = await connectToServer(place, { user, password });
    const shown: Record<string, unknown> = {};
    for (const name of [
      'tcp_keepalives_idle',
      'idle_in_transaction_session_timeout',
      'statement_timeout',
      'lock_timeout',
    ])
      shown[name] = (await client.query<Record<string, unknown>>(`SHOW ${name}`)).rows[0]?.[name];
    await client.end();
    expect(shown).toEqual({
      tcp_keepalives_idle: '10',
      idle_in_transaction_session_timeout: '2min',
      statement_timeout: '15min',
      lock_timeout: '30s',
    });
  });
});
