import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitId, UserId } from '#contract/ground/ids';
import { fixedClock, systemClock } from '../../../../../db/ground/kernel/clock.ts';
import { storedTables } from '../../../../../db/store/postgres/server/tables.ts';
import { markedFile, type MarkedFile } from '../../../../support/caseFiles.ts';
import { giveAccess } from '../../../../support/giveAccess.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import { insertAny } from '../../../../support/postgresUnit.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../../support/serverWorkspace.ts';
import { addUnit, administrator, choosePassphrase, today, type TestStore } from '../../../../support/store.ts';

const number = 'ZQXMARKA-2026';
const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;

describe.skipIf(postgresMissing)(
  `what a person with SQL learns of sealed records of their own unit [${postgresMissing || 'PostgreSQL'}]`,
  () => {
    let shared: ServerWorkspace;
    let officer: TestStore;
    let reader: Client;
    let unitId: UnitId;
    let sealed: MarkedFile;
    let open: MarkedFile;
    let officerId: UserId;

    beforeAll(async () => {
      shared = await serverWorkspace();
      const admin = shared.desk();
      await admin.signInAs(administrator.login);
      unitId = await addUnit(admin);
      const { passphrase } = administrator;
      const add = (login: string) =>
        admin.call('users.create', {
          login,
          displayName: login,
          roles: login === 'officer' ? ['investigator', 'supervisor'] : ['investigator'],
          unitIds: [unitId],
          passphrase,
        });
      officerId = (await add('officer')).id;
      const { id } = await add('reader');
      officer = shared.desk();
      await officer.signInAs('officer');
      await choosePassphrase(officer);
      Object.assign(officer.store.options, { clock: fixedClock(today) });
      sealed = await markedFile(officer, unitId, 'ZQXMARKA', { lead: officerId });
      open = await markedFile(officer, unitId, 'ZQXMARKB', { lead: officerId, staysOpen: true });
      const role = await giveAccess(await shared.database.connect(), id, passphrase);
      reader = await shared.database.connect(role, passphrase);
      await officer.call('seals.seal', { ...act, investigationIds: [sealed.investigationId], referralIds: [] });
      const file = { kind: 'investigation', id: open.investigationId } as const;
      await officer.call('seals.sealPerson', { ...act, file, personId: open.personId, authorityId: null });
      await officer.call('backlog.ageing', { on: '2026-10-15' });
    });
    afterAll(async () => {
      Object.assign(officer.store.options, { clock: systemClock });
      await shared.dispose();
    });

    const rowsOf = async (from: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
      (
        await reader.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(own) AS row FROM ${from} AS own`)
      ).rows.map(({ row }) => row);
    const readable = async (): Promise<readonly string[]> => {
      const { rows } = await reader.query<{ name: string }>(
        `SELECT nspname || '.' || quote_ident(relname) AS name FROM pg_class JOIN pg_namespace AS own ON own.oid = relnamespace
         WHERE nspname IN ('public', 'vigie', 'counted') AND relkind IN ('r', 'v') AND has_table_privilege(pg_class.oid, 'SELECT')`,
      );
      return rows.map(({ name }) => name);
    };

    it('is that their ids exist, by which nothing is found', async () => {
      const tables = await readable();
      expect(tables.length).toBeGreaterThan(80);
      const ids = [sealed.investigationId, sealed.referralId, open.personId];
      const root = await shared.database.connect();
      const { rows: parts } = await root.query<{ id: string }>('SELECT vigie.parts_of($1) AS id', [
        [sealed.investigationId, sealed.referralId],
      ]);
      expect(parts.length).toBeGreaterThan(10);
      const found = new Set<string>();
      for (const table of tables) {
        const rows = JSON.stringify(await rowsOf(table));
        // What is in a sealed file.
        if (parts.some(({ id }) => rows.includes(id))) found.add(`${table}: part`);
        if (ids.some((id) => rows.includes(id))) found.add(table);
        if (rows.includes(number)) found.add(`${table}: number`);
      }
      // Records of the open file are of the sealed person.
      const ofPerson = ['arrest', 'authority', 'charge', 'device', 'hearing'].map((each) => `public.${each}`);
      const lists = ['public.sealed_item', 'vigie.sealed'];
      const listsOfParts = [
        ...lists,
        ...['arrest', 'authority', 'charge', 'task'].map((each) => `vigie.sealed_${each}`),
      ];
      expect([...found].sort()).toEqual([...ofPerson, ...lists, ...listsOfParts.map((each) => `${each}: part`)].sort());
      const { rows: moves } = await reader.query('SELECT * FROM vigie.moves_since(0)');
      expect(moves.length).toBeGreaterThan(20);
      expect(ids.filter((id) => JSON.stringify(moves).includes(id))).toEqual([]);
    });

    it('is of each row what a figure needs', async () => {
      const hidden = (await rowsOf('counted.investigation')).filter(({ id }) => id !== open.investigationId);
      expect(hidden).toEqual([
        {
          ...Object.fromEntries(Object.keys(hidden[0] ?? {}).map((column) => [column, null])),
          id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          unit_id: unitId,
          opened_on: '2026-10-02',
          origin: 'carried',
          open: 0,
          concluded_on: '2026-11-02',
        },
      ]);
      const shown = new Set((await rowsOf('public.referral')).map(({ id }) => id));
      const referrals = (await rowsOf('counted.referral')).filter(({ id }) => !shown.has(id));
      expect(referrals.length).toBeGreaterThan(0);
      for (const row of referrals)
        expect([row['number'], row['external_key'], row['assigned_to'], row['entered_at']]).toEqual([
          null,
          null,
          null,
          null,
        ]);
    });

    it('is not which of them is which, by an order of rows', async () => {
      const { rows } = await reader.query<{ id: string }>('SELECT item_id AS id FROM counted.sealed_item');
      const given = rows.map(({ id }) => id);
      expect(given.length).toBeGreaterThan(2);
      expect(given).toEqual(given.toSorted());
    });

    it('is nothing of other units', async () => {
      const root = await shared.database.connect();
      // As if its two files were another unit's.
      const others = storedTables('unit').filter(({ name }) => name === 'referral' || name === 'investigation');
      for (const [index, table] of others.entries())
        await insertAny(root, table, { id: 'xy'[index], unit_id: 'other' });
      await root.query(
        `INSERT INTO referral_investigation (referral_id, investigation_id, linked_on) VALUES ('y', 'x', '2026-10-01')`,
      );
      expect((await rowsOf('counted.referral_investigation')).filter((row) => row['referral_id'] === 'y')).toEqual([]);
    });
  },
);
