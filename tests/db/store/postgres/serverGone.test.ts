import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { connectToServer } from '../../../../db/store/postgres/server/connect.ts';
import { newOffice, one, readBy, type Office } from '../../../support/desks.ts';
import { followed } from '../../../support/followed.ts';
import type { RowsOf } from '../../../support/playLedger.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { newServerFolder, startAgain, startServer } from '../../../support/postgresServer.ts';
import { Refused, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

const tip = { unitId: one, source: 'ncecc', receivedOn: '2026-03-02' as CivilDate } as const;

/** Officers who log referrals one after another, each identified by its summary. */
class Work {
  readonly confirmed: string[] = [];
  #isDone = false;
  readonly #ended: Promise<unknown>;

  constructor(desks: readonly TestStore[]) {
    this.#ended = Promise.all(desks.map((desk, index) => this.#log(desk, `desk ${String(index)}`)));
  }

  async #log(desk: TestStore, name: string): Promise<void> {
    for (let number = 0; !this.#isDone; number += 1) {
      const summary = `${name} ${String(number)}`;
      while (!(await desk.call('referrals.log', { ...tip, summary }).then(() => true, notKept)));
      this.confirmed.push(summary);
    }
  }

  /** Until so many more are confirmed. */
  async goOn(more: number): Promise<void> {
    const enough = this.confirmed.length + more;
    while (this.confirmed.length < enough) await Promise.race([setTimeout(20), this.#ended]);
  }

  async end(): Promise<void> {
    this.#isDone = true;
    await this.#ended;
  }
}

/** The only failure that there may be. */
async function notKept(error: unknown): Promise<false> {
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ failure: { code: 'busy', reason: expect.stringMatching(/^server_/) as string } });
  await setTimeout(50);
  return false;
}

async function expectEachOnce(rows: RowsOf, desk: TestStore, confirmed: readonly string[]): Promise<void> {
  const kept = await readBy(desk)('referral');
  expect(kept.map(({ summary }) => summary).sort()).toEqual(confirmed.toSorted());
  expect(kept.map(({ number }) => Number(String(number).slice(-5))).sort((a, b) => a - b)).toEqual(
    kept.map((_, index) => index + 1),
  );
  const entries = (await rows('audit_entry')).toSorted((a, b) => Number(a['sequence']) - Number(b['sequence']));
  expect(entries.filter(({ method }) => method === 'referrals.log')).toHaveLength(confirmed.length);
  expect(entries.map(({ sequence }) => Number(sequence))).toEqual(entries.map((_, index) => index + 1));
  expect(entries.slice(1).map((entry) => entry['previous_hash'])).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
}

/** Servers of their own: `npm run test:all`. */
describe.skipIf(postgresMissing || !isWhole)(`writes while a server goes [${postgresMissing || 'PostgreSQL'}]`, () => {
  async function threeDesks(office: Office, reach?: Parameters<Office['desk']>[2]): Promise<TestStore[]> {
    const desks = [];
    for (const login of ['first', 'second', 'third']) desks.push(await office.desk(login, [one], reach));
    return desks;
  }

  it('are each kept once where it is killed and started again', async () => {
    let server = await startServer(newServerFolder(), { durable: true });
    const office = await newOffice(server);
    const desks = await threeDesks(office);
    const work = new Work(desks);
    for (const pause of [0, 500, 4000]) {
      await work.goOn(8);
      process.kill(server.pid, 'SIGKILL');
      await setTimeout(pause);
      server = await startAgain(server);
    }
    await work.goOn(8);
    await work.end();
    await expectEachOnce(office.rowsOf, desks[0]!, work.confirmed);
    await office.close();
    process.kill(server.pid, 'SIGQUIT');
  });

  it('go on at its standby once that is promoted, and none that was confirmed is lost', async () => {
    const primary = await startServer(newServerFolder(), { durable: true });
    const office = await newOffice(primary);
    const { place, standby, promote } = await followed(office.database);
    const desks = await threeDesks(office, (account) => connectToServer(place, account));
    const asSuperuser = { user: primary.superuser, password: primary.password };
    const work = new Work(desks);
    await work.goOn(8);
    process.kill(primary.pid, 'SIGKILL');
    await promote();
    await work.goOn(8);
    await work.end();
    const client = await connectToServer(place, asSuperuser);
    await expectEachOnce(
      async (table) => (await client.query<Awaited<ReturnType<RowsOf>>[number]>(`SELECT * FROM ${table}`)).rows,
      desks[0]!,
      work.confirmed,
    );
    await client.end();
    for (const { store } of desks) store.close();
    process.kill(standby.pid, 'SIGQUIT');
  });
});
