import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedFile } from '../../../support/caseFiles.ts';
import { readEverything } from '../../../support/everyRead.ts';
import { folderToMove, move, toFolder, toServer } from '../../../support/movedWorkspace.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { administrator, createUnitAndUser, type TestStore } from '../../../support/store.ts';
import type { UserId } from '#contract/ground/ids';

/** The reads whose whole answers are not the same. */
function differing(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(one).filter((name) => one[name] !== other[name]);
}

describe.skipIf(postgresMissing)(`a unit that moves [${postgresMissing || 'PostgreSQL'}]`, () => {
  let database: TestDatabase;
  let folder: TestStore;
  let read: (at: TestStore) => Promise<Readonly<Record<string, string>>>;

  beforeAll(async () => {
    database = await newDatabase();
    folder = await folderToMove();
    const made = await createUnitAndUser(folder);
    const userId = made.userId as UserId;
    const file = await markedFile(folder, made.unitId, 'ZQXMARKA', { lead: userId });
    await markedFile(folder, made.unitId, 'ZQXMARKB', { lead: userId, staysOpen: true });
    const { investigationId } = await markedFile(folder, made.unitId, 'ZQXMARKC', { lead: userId, staysOpen: false });
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await folder.call('seals.seal', { ...act, investigationIds: [investigationId], referralIds: [] });
    const about = { ...file, ...made, userId, marker: 'ZQXMARKA', operationId: userId, partnerId: userId };
    read = async (at) => {
      await at.signInAs('officer');
      // What was read of a file is in its history.
      const { files, ...aged } = await at.call('backlog.agedFiles', { on: '2026-10-15', offset: 0, size: 50 });
      expect([files.length, aged.sealed]).toEqual([2, 1]);
      return readEverything(at, about, ['audit.history']);
    };
  });
  afterAll(async () => {
    folder.dispose();
    await database.drop();
  });

  it('goes to a server and back, and answers every read as before', async () => {
    const before = await read(folder);
    await folder.signInAs(administrator.login);
    const { report, there } = await move(folder, toServer(folder, database));
    expect(report).toMatchObject({ to: 'server', without: [], isAgain: false, people: 2 });
    expect(report.rows).toBeGreaterThan(100);
    // The server has counted its rows, by which it plans what it is asked.
    const owner = await database.connect();
    const uncounted =
      "SELECT relname FROM pg_class WHERE relname IN ('referral', 'word') AND relkind = 'r' AND reltuples < 0";
    expect((await owner.query(uncounted)).rows).toEqual([]);
    expect(differing(before, await read(there))).toEqual(['search.everywhere']);
    await there.signInAs(administrator.login);
    const { report: second, there: back } = await move(there, toFolder(there, database));
    expect(second.entries).toBeGreaterThan(report.entries);
    const after = await read(back);
    expect(differing(before, after)).toEqual([]);
    await back.signInAs(administrator.login);
  });
});
