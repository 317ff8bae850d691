import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedFile } from '../../../support/caseFiles.ts';
import { cutProxy, type CutProxy } from '../../../support/cutProxy.ts';
import { newOffice, one, other, through, type Office } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';

const questions = Array.from({ length: 40 }, (_, place) => place);

describe.skipIf(postgresMissing !== '')(`questions that are sent at once ${postgresMissing}`.trim(), () => {
  let office: Office;
  let network: CutProxy;
  let desk: TestStore;
  /** How often something was sent while nothing was on its way. */
  let ways = 0;
  let underWay = 0;

  beforeAll(async () => {
    office = await newOffice();
    network = await cutProxy(office.database.server);
    desk = await office.desk('officer', [one], async (account, database) => {
      const client = await through(network.port)(account, database);
      const ask = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>;
      const counted = (...question: unknown[]): Promise<unknown> => {
        if (underWay === 0) ways += 1;
        underWay += 1;
        return ask(...question).finally(() => (underWay -= 1));
      };
      return Object.assign(client, { query: counted });
    });
  });
  afterAll(async () => {
    await office.close();
    network.close();
  });

  const engine = () => desk.store.requireUnlocked().engine;
  const answerOf = async (place: number): Promise<unknown> => {
    const [row] = await engine().read.all<{ answer: number }>(
      sql`SELECT ${place} + 100 / (${place % 7} - 3) AS answer`,
    );
    return row?.answer;
  };
  const expected = (place: number): unknown => (place % 7 === 3 ? null : place + Math.trunc(100 / ((place % 7) - 3)));

  it('are answered each on its own: those that fail leave the others as they are', async () => {
    const answers = await Promise.allSettled(questions.map(answerOf));
    expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : null))).toEqual(questions.map(expected));
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(6);
  });

  it('are asked again where the connection was lost on the way', async () => {
    const asked = Promise.allSettled(questions.map(answerOf));
    network.cut();
    const answers = await asked;
    expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : null))).toEqual(questions.map(expected));
  });

  it('undo a write as a whole where one of them fails, and it can be written again at once', async () => {
    const turn = { unitIds: [one], workspace: false };
    const write = (...days: readonly string[]) =>
      engine().transact(turn, (tx) =>
        Promise.all(days.map((day) => tx.run(sql`INSERT INTO closed_day (on_date, version) VALUES (${day}, 1)`))),
      );
    const held = () => office.database.run('SELECT on_date FROM closed_day ORDER BY 1');
    await expect(write('2026-01-01', '2026-01-02', '2026-01-01', '2026-01-03')).rejects.toThrow();
    expect(await held()).toEqual([]);
    await write('2026-01-04');
    expect(await held()).toEqual([{ on_date: '2026-01-04' }]);
  });

  it('are those of the person whose connection it is', async () => {
    const elsewhere = await office.desk('elsewhere', [other]);
    const received = { source: 'ncecc', receivedOn: '2026-03-02' } as const;
    await elsewhere.call('referrals.log', { unitId: other, ...received });
    await desk.call('referrals.log', { unitId: one, ...received });
    const seen = (store: TestStore) =>
      Promise.all(
        questions.map(() => store.store.requireUnlocked().engine.read.all(sql`SELECT DISTINCT unit_id FROM referral`)),
      );
    const [here, there] = await Promise.all([seen(desk), seen(elsewhere)]);
    expect(here).toEqual(questions.map(() => [{ unit_id: one }]));
    expect(there).toEqual(questions.map(() => [{ unit_id: other }]));
  });

  it('open a record, and search, in few ways to the server and back', async () => {
    const { id } = desk.store.requireUnlocked().session.user;
    const file = await markedFile(desk, one, 'ZQXMARKA', { lead: id, staysOpen: true });
    const waysOf = async (work: () => Promise<unknown>): Promise<number> => {
      await expect.poll(() => underWay).toBe(0);
      ways = 0;
      await work();
      return ways;
    };
    expect(await waysOf(() => desk.call('referrals.get', { referralId: file.referralId }))).toBeLessThan(12);
    expect(await waysOf(() => desk.call('investigations.get', { investigationId: file.investigationId }))).toBeLessThan(
      12,
    );
    expect(await waysOf(() => desk.call('search.everywhere', { text: 'ZQXMARKA-2026' }))).toBeLessThan(8);
  });
});
