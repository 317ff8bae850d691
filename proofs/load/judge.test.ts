import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newOffice, one, other, through, type Office } from '../../tests/support/desks.ts';
import { postgresMissing } from '../../tests/support/postgres.ts';
import { Desk } from './desk.ts';
import { judge } from './judge.ts';
import { LoadRecord } from './record.ts';
import { isWhole } from '../../tests/support/whole.ts';

const texts = 6;

/** What `npm run load` ends with a failure for, each done to the database after two desks have worked. */
describe.skipIf(postgresMissing || !isWhole)(
  `the load ends with a failure where [${postgresMissing || 'PostgreSQL'}]`,
  () => {
    let office: Office;
    let record: LoadRecord;

    beforeAll(async () => {
      office = await newOffice();
      record = new LoadRecord();
      const desks = ['officer1', 'officer2'].map((login) => new Desk(office, record, login, through(), 0.01));
      for (const desk of desks) await desk.open();
      const isDone = (): boolean => record.texts.length >= texts;
      await Promise.all(desks.map((desk) => desk.work(isDone)));
      // A busy machine is no fault of what is judged here.
      Object.assign(record, { quantile: () => 1 });
    });
    afterAll(() => office.close());

    /** Done as its owner, past triggers and rights, and taken back. */
    async function spoiled(spoil: string, restore: string): Promise<string> {
      const { run } = office.database;
      await run(`SET session_replication_role = replica; ${spoil}`);
      const { lost, faults } = await judge(office, record);
      await run(`${restore}; RESET session_replication_role`);
      return [...lost, ...faults].join('; ');
    }
    const kept = (table: string, where: string): readonly [string, string] => [
      `CREATE TABLE was AS SELECT * FROM ${table} WHERE ${where}; DELETE FROM ${table} WHERE id IN (SELECT id FROM was)`,
      `INSERT INTO ${table} SELECT * FROM was; DROP TABLE was`,
    ];

    it('nothing of it is so once all is well', async () => {
      expect(await judge(office, record)).toMatchObject({ lost: [], faults: [] });
    });

    it('a write that was confirmed is not there', async () => {
      const [spoil, restore] = kept('referral', `number = (SELECT min(number) FROM referral)`);
      expect(await spoiled(spoil, restore)).toContain('lost: referral officer');
    });

    it('the chain of the audit is broken', async () => {
      const set = (to: string): string => `UPDATE audit_entry SET method = ${to} WHERE sequence = 2`;
      const said = await spoiled(
        `CREATE TABLE was AS SELECT method FROM audit_entry WHERE sequence = 2; ${set(`'none'`)}`,
        `${set('(SELECT method FROM was)')}; DROP TABLE was`,
      );
      expect(said).toContain('audit_chain: 2');
    });

    it('the ledger differs from a count of the files', async () => {
      const more = (by: string): string => `UPDATE unit_month SET value = value ${by} WHERE measure = 'received'`;
      expect(await spoiled(more('+ 1'), more('- 1'))).toMatch(/received of .*; backlog of .* counted/);
    });

    it('95 calls of a hundred take 100 ms or more', async () => {
      const slow = new LoadRecord();
      for (let call = 0; call < 100; call += 1) slow.took('referrals.list', call < 90 ? 10 : 100);
      const { faults } = await judge(office, slow);
      expect(faults).toContain('95 calls of a hundred took up to 100 ms');
    });

    it('a write was done twice', async () => {
      const [text] = record.texts.filter((each) => each.startsWith('referral '));
      const desk = await office.desk('officer1', [one, other]);
      const again = {
        unitId: one,
        source: 'ncecc',
        receivedOn: '2026-10-05',
        summary: text!.slice('referral '.length),
      };
      await desk.call('referrals.log', again as never);
      const { lost } = await judge(office, record);
      expect(lost.join('; ')).toMatch(/2 times: referral officer.*officer1 referrals[.]log: .* expected/);
    });
  },
);
