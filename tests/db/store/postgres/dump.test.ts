import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceKind } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { isWritten, protectionOf } from '../../../../db/ground/schema/common/columns.ts';
import { columnKeys, openCell } from '../../../../db/store/postgres/server/encryption/values.ts';
import { storedTables, tablesOf } from '../../../../db/store/postgres/server/tables.ts';
import { dump, placesIn } from '../../../support/dumped.ts';
import { marking } from '../../../support/marking.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';
import { newElsewhere, recoverCoordination, workOfCoordination } from './marked/coordination.ts';
import { sideOf, workOfUnit } from './marked/unit.ts';
import { clearWords, unwritten } from './server/encryptedColumns.ts';

const marker = 'ZQXMARKED';

/** What each encrypted column holds, as who has the key reads it. */
async function openedCells({ database }: ServerWorkspace, kind: WorkspaceKind, { store }: TestStore) {
  const keys = columnKeys(store.requireUnlocked().key);
  const opened = new Map<string, readonly string[]>();
  for (const table of storedTables(kind))
    for (const column of table.columns) {
      if (column.protection === 'clear') continue;
      const rows = await database.run(
        `SELECT DISTINCT "${column.name}" AS cell FROM "${table.name}" WHERE "${column.name}" IS NOT NULL`,
      );
      opened.set(
        `${table.name}.${column.name}`,
        rows.map(({ cell }) => openCell(keys, String(cell))),
      );
    }
  return opened;
}

const secrets = ['audit_value.salt', 'exchange.private_key', 'exchange.shared_key', 'exchange_message.reference_key'];

/** The second takes as long again: `npm run test:all`. */
const kinds = isWhole ? (['unit', 'coordination'] as const) : (['unit'] as const);

describe.skipIf(postgresMissing).each(kinds)(
  `what is written on a server [${postgresMissing || 'PostgreSQL'}]: %s`,
  (kind) => {
    const sealed = tablesOf(kind).flatMap((table) => {
      const columns = getTableConfig(table).columns.filter(
        (column) => protectionOf(column) === 'sealed' && !isWritten(column),
      );
      return columns.map(({ name }) => `${getTableName(table)}.${name}`);
    });
    let shared: ServerWorkspace;
    let desk: TestStore;
    let text: string;
    let cells: ReadonlyMap<string, readonly string[]>;

    beforeAll(async () => {
      shared = await serverWorkspace(kind);
      desk = shared.desk();
      const test = marking(desk, marker);
      if (kind === 'coordination') {
        const elsewhere = await newElsewhere(marker);
        await workOfCoordination(test, marker, elsewhere);
        elsewhere.returned.coordination.test.dispose();
        await recoverCoordination(test, shared.recoveryKey);
      } else {
        const side = await sideOf(test, shared.recoveryKey, marker);
        await workOfUnit(side, marker);
        side.end();
      }
      text = dump(shared.database);
      cells = await openedCells(shared, kind, desk);
    });
    afterAll(() => shared.dispose());

    it('has the marker in every encrypted column but those in which nobody writes', () => {
      const unmarked = [...cells].filter(([, opened]) => !opened.some((each) => each.toUpperCase().includes(marker)));
      expect(unmarked.map(([place]) => place).toSorted()).toEqual([...sealed, ...unwritten[kind]].toSorted());
    });

    it('has in a dump no word of it but what the threat model says, nor the keys', () => {
      expect(placesIn(text, marker)).toEqual(clearWords[kind]);
      const { key } = desk.store.requireUnlocked();
      for (const form of ['hex', 'base64'] as const) expect(text).not.toContain(key.toString(form));
    });

    it('shows nowhere a key or a salt', () => {
      const secret = secrets.flatMap((place) => cells.get(place) ?? []);
      expect(secret.length).toBeGreaterThan(100);
      expect(secret.filter((each) => text.includes(each))).toEqual([]);
    });
  },
);

describe.skipIf(postgresMissing)(`words on a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  let unitId: UnitId;

  beforeAll(async () => {
    shared = await serverWorkspace();
    desk = shared.desk();
    await desk.signInAs(administrator.login);
    unitId = await addUnit(desk);
    const officer = { login: 'officer', displayName: 'Officer', roles: ['investigator' as const], unitIds: [unitId] };
    await desk.call('users.create', { ...officer, passphrase: administrator.passphrase });
    await desk.signInAs('officer');
  });
  afterAll(() => shared.dispose());

  it('are listed in their order, and a name that is taken is known', async () => {
    const facts = { unitId, operationId: null, version: null, beganOn: '2026-10-01', endedOn: null } as const;
    for (const name of ['Zulu', 'Alpha', 'Mike']) await desk.call('operations.save', { ...facts, name });
    const { operations } = await desk.call('operations.list', { filter: {} });
    expect(operations.map(({ name }) => name)).toEqual(['Alpha', 'Mike', 'Zulu']);
    expect(await desk.refusal('operations.save', { ...facts, name: 'Mike' })).toMatchObject({ reason: 'name_taken' });
  });

  it('are read by who has the key, and not where they were moved or changed', async () => {
    const file = { unitId, openedOn: '2026-10-01', referralIds: [], lead: null, title: 'A title' } as const;
    await desk.call('investigations.open', { ...file, referralIds: [] });
    const { rows } = await desk.call('investigations.list', {
      filter: {},
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
      size: 50,
    });
    expect(rows.map(({ title }) => title)).toEqual(['A title']);
    const { run } = shared.database;
    const read = () => desk.refusal('users.directory', {});
    const [own] = await run('SELECT display_name AS text FROM "user" ORDER BY login');
    for (const planted of [`(SELECT display_name FROM "user" WHERE login = 'officer')`, `'plain'`, `repeat('x', 9)`]) {
      await run(`UPDATE "user" SET display_name = ${planted} WHERE login = 'admin'`);
      expect(await read()).toEqual({ code: 'corrupt' });
    }
    await run(`UPDATE "user" SET display_name = $1 WHERE login = 'admin'`, [own?.['text']]);
    await desk.call('users.directory', {});
  });
});
