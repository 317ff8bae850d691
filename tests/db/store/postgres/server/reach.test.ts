import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedTables } from '../../../../../db/store/postgres/server/tables.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import { insertAny, sharedUnits, units, type SharedUnits } from '../../../../support/postgresUnit.ts';

const tables = storedTables('unit');

describe.skipIf(postgresMissing)(
  `a person with SQL to whom a file was sent [${postgresMissing || 'PostgreSQL'}]`,
  () => {
    let shared: SharedUnits;
    let root: Client;
    beforeAll(async () => {
      shared = await sharedUnits();
      root = await shared.connect();
    });
    afterAll(() => shared.drop());

    const as = (login: string): Client => shared.people[login]!.client;
    const add = (name: string, given: Readonly<Record<string, unknown>>): Promise<unknown> =>
      insertAny(
        root,
        tables.find((table) => table.name === name)!,
        { unit_id: units.alpha, ...given },
      );
    const reached = async (client: Client, transferId: string, table: string): Promise<unknown[]> => {
      await client.query('BEGIN');
      await client.query('SELECT vigie.reach_transfer($1)', [transferId]);
      const { rows } = await client.query<object>(`SELECT * FROM "${table}" WHERE unit_id = $1`, [units.alpha]);
      await client.query('ROLLBACK');
      return rows;
    };

    it('reaches that file within the transaction that takes it over, and nothing else', async () => {
      const beta = as('beta');
      const [fileId, other] = [crypto.randomUUID(), crypto.randomUUID()];
      for (const id of [fileId, other]) {
        await add('referral', { id });
        await add('person', { id: `person of ${id}`, file_id: id });
        await add('person', { id: `sealed in ${id}`, file_id: id });
        await add('sealed_item', { item_id: `sealed in ${id}`, shown_in: id });
        await add('referral_event', { referral_id: id });
        await add('unit_month', { month: id, source: 'declared' });
      }
      for (const table of ['note', 'seal', 'handover', 'partner']) await add(table, {});
      const sent = { to_unit_id: units.beta, file_id: fileId };
      for (const state of ['pending', 'accepted', 'refused', 'withdrawn'])
        await add('transfer', { ...sent, id: state, state });
      await add('correction', { id: 'of another', file_id: fileId, record_id: 'another' });
      await add('correction', { id: 'of refused', file_id: fileId, record_id: 'refused' });

      expect(await reached(beta, 'pending', 'referral')).toMatchObject([{ id: fileId }]);
      expect(await reached(beta, 'pending', 'person')).toMatchObject([{ id: `person of ${fileId}` }]);
      expect(await reached(beta, 'pending', 'referral_event')).toMatchObject([{ referral_id: fileId }]);
      for (const table of ['note', 'seal', 'sealed_item', 'handover', 'partner', 'unit_month'])
        expect(await reached(beta, 'pending', table)).toEqual([]);
      // Once answered, the day of the answer is put right: of what was taken over the row and its history, of what was refused its corrections.
      expect(await reached(beta, 'accepted', 'referral')).toMatchObject([{ id: fileId }]);
      expect(await reached(beta, 'refused', 'correction')).toMatchObject([{ id: 'of refused' }]);
      for (const table of ['referral', 'person', 'referral_event', 'ledger_entry'])
        for (const transferId of ['refused', 'withdrawn', 'none'])
          expect(await reached(beta, transferId, table)).toEqual([]);
      expect(await reached(as('administrator'), 'pending', 'referral')).toEqual([]);
      for (const text of [
        `vigie.reach('${units.alpha}', '{}')`,
        `vigie.move_sealed('${fileId}', 'x', '${units.beta}')`,
      ])
        await expect(beta.query(`SELECT ${text}`)).rejects.toMatchObject({ code: '42501' });
      // What was reached owes the audit an entry, also where nothing was changed, and is out of reach afterwards.
      await expect(beta.query(`SELECT vigie.reach_transfer('pending')`)).rejects.toMatchObject({ code: '42501' });
      expect((await beta.query('SELECT * FROM referral')).rows).toEqual([]);
      await add('sealed_item', { item_id: fileId });
      expect(await reached(beta, 'pending', 'referral')).toEqual([]);
    });
  },
);
