import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { folderToMove, move, opened, toFolder, toServer } from '../../../support/movedWorkspace.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { addUnit, administrator, type TestStore } from '../../../support/store.ts';

const { login, passphrase } = administrator;
const unit = (code: string) => ({ code, name: { en: code, fr: code }, service: 'Service', active: true });

describe.skipIf(postgresMissing)(`a move that is cut or refused [${postgresMissing || 'PostgreSQL'}]`, () => {
  let database: TestDatabase;
  let folder: TestStore;

  const officer = async (at: TestStore, unitId: UnitId) =>
    at.call('users.create', {
      login: 'officer',
      displayName: 'Officer',
      roles: ['investigator'],
      unitIds: [unitId],
      passphrase,
    });
  const entries = () => database.run('SELECT method FROM audit_entry');
  const refuseOnServer = (table: string, code: string) =>
    database.run(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse()`);
  const allowOnServer = () => database.run('DROP FUNCTION refuse CASCADE');

  beforeEach(async () => {
    database = await newDatabase();
    folder = await folderToMove();
    await officer(folder, await addUnit(folder));
  });
  afterEach(async () => {
    folder.dispose();
    await database.drop();
  });

  it('leaves nothing on the server until it is confirmed, and nothing is written meanwhile', async () => {
    await folder.call('workspace.move', toServer(folder, database));
    expect(await folder.refusal('workspace.move', toServer(folder, database))).toMatchObject({ reason: 'move_waits' });
    expect(await folder.refusal('units.save', unit('U02'))).toMatchObject({ reason: 'move_waits' });
    await folder.call('settings.get', {});
    expect(await entries()).toEqual([]);
    await folder.call('workspace.cancelMove', {});
    await folder.call('units.save', unit('U02'));
    expect(await folder.refusal('workspace.confirmMove', {})).toMatchObject({ reason: 'state_not_allowed' });
    expect(existsSync(join(folder.parent, 'Shared.vigie'))).toBe(false);
    await folder.call('workspace.move', toServer(folder, database));
    folder.store.lock();
    await folder.signInAs(login);
    expect(await entries()).toEqual([]);
  });

  it('leaves a folder that can only be read, which says where the workspace is', async () => {
    await move(folder, toServer(folder, database));
    const moved = {
      server: expect.stringContaining(database.name) as string,
      folder: join(folder.parent, 'Shared.vigie'),
    };
    expect((await folder.call('session.current', {})).session?.workspace.movedTo).toMatchObject(moved);
    await folder.signInAs('officer');
    await folder.signInAs(login);
    expect((await folder.call('units.list', {})).units).toHaveLength(1);
    const away = { code: 'read_only', reason: 'moved_away' };
    expect(await folder.refusal('units.save', unit('U02'))).toEqual(away);
    expect(await folder.refusal('workspace.move', toServer(folder, database, 'Again'))).toEqual(away);
    // The copy is lost: an administrator says so, and goes on here.
    await folder.call('workspace.original', { reason: 'The server was lost' });
    await folder.call('units.save', unit('U02'));
    await opened(folder, 'Shared').signInAs(login);
    expect(await folder.refusal('workspace.move', toServer(folder, database, 'Again'))).toMatchObject({
      reason: 'server_occupied',
    });
  });

  it('starts again where it was cut before the folder says that it was moved', async () => {
    await folder.call('workspace.move', toServer(folder, database));
    folder.store
      .requireUnlocked()
      .raw.exec(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.setting WHEN new.key = 'moved' BEGIN SELECT RAISE(ABORT, 'no'); END",
      );
    expect(await folder.refusal('workspace.confirmMove', {})).toMatchObject({ code: 'internal' });
    expect((await entries()).length).toBeGreaterThan(0);
    expect(existsSync(join(folder.parent, 'Shared.vigie'))).toBe(false);
    await folder.signInAs(login);
    await folder.call('units.save', unit('U02'));
    // What was sealed in the copy that is replaced, and is given back since.
    await database.run(`INSERT INTO vigie.pseudonym (of_id) VALUES ('given back')`);
    const { report, there } = await move(folder, toServer(folder, database));
    expect(report.isAgain).toBe(true);
    expect(await database.run('SELECT * FROM vigie.pseudonym')).toEqual([]);
    await there.signInAs('officer');
    await there.signInAs(login);
    expect((await there.call('units.list', {})).units).toHaveLength(2);
  });

  it('writes the connection file at the next sign-in where it was cut before it', async () => {
    await folder.call('workspace.move', toServer(folder, database));
    mkdirSync(join(folder.parent, 'Shared.vigie.building', 'in the way'), { recursive: true });
    mkdirSync(join(folder.parent, 'Shared.vigie', 'taken'), { recursive: true });
    await folder.refusal('workspace.confirmMove', {});
    rmSync(join(folder.parent, 'Shared.vigie'), { recursive: true });
    await folder.signInAs(login);
    await opened(folder, 'Shared').signInAs('officer');
  });

  it('comes back under another key, and its desks can only read', async () => {
    const { there } = await move(folder, toServer(folder, database));
    const desk = opened(folder, 'Shared');
    await desk.signInAs(login);
    await there.signInAs(login);
    const { there: back } = await move(there, toFolder(there, database));
    expect(await desk.refusal('units.save', unit('U03'))).toEqual({ code: 'read_only', reason: 'moved_away' });
    await there.signInAs(login);
    expect((await there.call('session.current', {})).session?.workspace.movedTo).toMatchObject({ server: null });
    expect(await there.refusal('units.save', unit('U03'))).toMatchObject({ reason: 'moved_away' });
    await back.signInAs(login);
    await back.call('units.save', unit('U03'));
    expect(back.store.requireUnlocked().generation).toBe(2);
    expect(back.store.requireUnlocked().key).not.toEqual(there.store.requireUnlocked().key);
    await back.signInAs('officer');
    const { recoveryKey } = folder;
    const given = { recoveryKey, login, newPassphrase: 'another long enough phrase', reason: 'Lost' };
    back.store.lock();
    await back.call('session.recover', given);
    await there.call('workspace.original', { reason: 'The folder was lost' });
    await there.call('units.save', unit('U04'));
  });

  it('keeps desks of the server waiting, and lets them go on after a cut', async () => {
    const { there } = await move(folder, toServer(folder, database));
    const desk = opened(folder, 'Shared');
    await desk.signInAs(login);
    await there.signInAs(login);
    await there.call('workspace.move', toFolder(there, database));
    const waiting = desk.call('units.save', unit('U04'));
    there.store.lock();
    await waiting;
    expect(existsSync(join(folder.parent, 'Back.vigie.building'))).toBe(false);
    expect(existsSync(join(folder.parent, 'Back.vigie'))).toBe(false);
  });

  it('says why it is refused: password, rights, version of the tables, full disk, folder, role', async () => {
    const asked = () => toServer(folder, database);
    const wrong = { ...asked(), account: { user: database.server.superuser, password: 'not this one' } };
    expect(await folder.refusal('workspace.move', wrong)).toEqual({ code: 'wrong_key', reason: 'server_credentials' });
    await database.run(`CREATE ROLE ${database.name}_visitor LOGIN PASSWORD 'visitor'`);
    const visitor = { ...asked(), account: { user: `${database.name}_visitor`, password: 'visitor' } };
    expect(await folder.refusal('workspace.move', visitor)).toEqual({ code: 'forbidden', reason: 'server_rights' });
    await folder.call('workspace.move', asked());
    await folder.call('workspace.cancelMove', {});
    await database.run('CREATE TABLE kept AS SELECT * FROM schema_migration; DELETE FROM schema_migration');
    expect(await folder.refusal('workspace.move', asked())).toMatchObject({ reason: 'server_schema_older' });
    await database.run('INSERT INTO schema_migration SELECT * FROM kept; DROP TABLE kept');
    await refuseOnServer('unit', '53100');
    expect(await folder.refusal('workspace.move', asked())).toEqual({ code: 'busy', reason: 'server_full' });
    await allowOnServer();
    await refuseOnServer('audit_value', '42501');
    expect(await folder.refusal('workspace.move', asked())).toMatchObject({ reason: 'server_rights' });
    await allowOnServer();
    expect(await folder.refusal('workspace.move', { ...asked(), name: 'Test' })).toMatchObject({
      reason: 'workspace_exists',
    });
    expect(await entries()).toEqual([]);
    await folder.call('units.save', unit('U05'));
    await folder.signInAs('officer');
    expect(await folder.refusal('workspace.move', asked())).toMatchObject({ code: 'forbidden' });
  });

  it('refuses a copy that is not equal', async () => {
    // A server that changes what it is given.
    await folder.call('workspace.move', toServer(folder, database));
    await folder.call('workspace.cancelMove', {});
    await database.run(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.active := 0; RETURN NEW; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON unit FOR EACH ROW EXECUTE FUNCTION refuse()`);
    expect(await folder.refusal('workspace.move', toServer(folder, database))).toEqual({
      code: 'corrupt',
      reason: 'move_differs',
    });
    expect(await entries()).toEqual([]);
  });
});
