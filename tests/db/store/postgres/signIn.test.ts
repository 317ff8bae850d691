import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, type TestStore } from '../../../support/store.ts';

const first = administrator.passphrase;
const next = 'another long enough phrase';

describe.skipIf(postgresMissing)(`a workspace on a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  let other: TestStore;
  let unitId: Awaited<ReturnType<typeof addUnit>>;
  const addUser = async (login: string, roles: readonly ('investigator' | 'supervisor' | 'administrator')[]) =>
    desk.call('users.create', { login, displayName: login, roles: [...roles], unitIds: [unitId], passphrase: first });
  const signIn = (at: TestStore, login: string, passphrase: string) => at.call('session.signIn', { login, passphrase });

  beforeAll(async () => {
    shared = await serverWorkspace();
    [desk, other] = [shared.desk(), shared.desk()];
    await desk.signInAs(administrator.login);
    unitId = await addUnit(desk);
  });
  afterAll(() => shared.dispose());

  it('is opened by a passphrase at any desk, and leaves the sign-in in the audit', async () => {
    await addUser('officer', ['investigator']);
    const session = await signIn(other, 'officer', first);
    expect(session).toMatchObject({ roles: ['investigator'], unitIds: [unitId], mustChangePassphrase: true });
    expect((await other.call('session.current', {})).session?.user.login).toBe('officer');
    const entries = await shared.database.run('SELECT method FROM audit_entry ORDER BY sequence');
    expect(entries.map(({ method }) => method)).toEqual([
      'workspace.create',
      'session.signIn',
      'units.save',
      'users.create',
      'session.signIn',
    ]);
    expect(other.store.requireUnlocked().key).toEqual(desk.store.requireUnlocked().key);
  });

  it('refuses a wrong passphrase and an unknown login alike, and counts them', async () => {
    const wrong = { code: 'wrong_key', reason: 'wrong_passphrase' };
    other.store.lock();
    for (const login of ['officer', 'nobody'])
      expect(await other.refusal('session.signIn', { login, passphrase: next })).toEqual(wrong);
    await signIn(other, 'officer', first);
    const [last] = await shared.database.run('SELECT facts FROM audit_entry ORDER BY sequence DESC LIMIT 1');
    expect(last?.['facts']).toContain('"failedAttemptsBefore":2');
    expect(JSON.stringify(await shared.database.run('SELECT * FROM vigie.entry_log'))).not.toContain('nobody');
  });

  it('opens with a changed passphrase and no longer with the one before', async () => {
    await signIn(other, 'officer', first);
    await other.call('session.changePassphrase', { current: first, next });
    expect(await other.refusal('session.signIn', { login: 'officer', passphrase: first })).toMatchObject({
      reason: 'wrong_passphrase',
    });
    expect(await signIn(other, 'officer', next)).toMatchObject({ mustChangePassphrase: false });
    const { users } = await desk.call('users.list', {});
    const { id: userId } = users.find(({ login }) => login === 'officer')!;
    await desk.call('users.resetPassphrase', { userId, passphrase: first });
    expect(await signIn(other, 'officer', first)).toMatchObject({ mustChangePassphrase: true, unitIds: [unitId] });
    // What another person could ask in this name is not answered.
    expect(await other.refusal('users.directory', {})).toEqual({
      code: 'forbidden',
      reason: 'passphrase_change_due',
    });
  });

  it('lets an officer change nobody else’s way in, with their own account in psql', async () => {
    const { own } = other.store.requireUnlocked().onServer;
    const client = await shared.database.connect(own?.account.user, own?.account.password);
    const [root] = await shared.database.run(`SELECT id FROM "user" WHERE login = 'admin'`);
    const verifier = 'SCRAM-SHA-256$4096:AAAA$BBBB:CCCC';
    for (const owner of [root?.['id'], 'recovery'])
      await expect(client.query(`SELECT vigie.put_slot($1, '{}', 'x', $2)`, [owner, verifier])).rejects.toMatchObject({
        code: '42501',
      });
    for (const text of [
      `SELECT vigie.admit('x', '${verifier}')`,
      `SELECT vigie.dismiss('recovery')`,
      'SELECT * FROM vigie.slot',
      `SELECT vigie.entry_slot('admin')`,
      `UPDATE "user" SET suspended = 0; DELETE FROM vigie.entry_log`,
    ])
      await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
    const entry = JSON.parse(readFileSync(join(shared.folder, 'server.json'), 'utf8')) as {
      entry: { user: string; password: string };
    };
    const stranger = await shared.database.connect(entry.entry.user, entry.entry.password);
    for (const text of ['SELECT * FROM "user"', 'SELECT * FROM vigie.slot', 'SELECT vigie.person()'])
      await expect(stranger.query(text)).rejects.toMatchObject({ code: '42501' });
    const given = [];
    for (let asked = 0; asked < 12; asked += 1)
      given.push((await stranger.query<{ given: boolean }>(`SELECT vigie.ask_entry('admin') AS given`)).rows[0]);
    expect(given.some((row) => row?.given === false)).toBe(true);
    await shared.database.run('DELETE FROM vigie.entry_log');
  });

  it('gives rights, one’s own too, and a second person carries out what was asked', async () => {
    const rightsOf = async (login: string) => {
      const { users } = await desk.call('users.list', {});
      const { id: userId, version, roles, unitIds } = users.find((user) => user.login === login)!;
      return { userId, version, roles, unitIds };
    };
    const { roles, ...mine } = await rightsOf('admin');
    await desk.call('users.grant', { ...mine, roles: [...roles, 'investigator'], unitIds: [unitId] });
    expect((await desk.call('session.current', {})).session).toMatchObject({ unitIds: [unitId] });
    await desk.call('session.changePassphrase', { current: first, next: first });
    await addUser('chief', ['supervisor']);
    await signIn(other, 'chief', first);
    await other.call('session.changePassphrase', { current: first, next: first });
    const officer = await rightsOf('officer');
    await desk.call('users.grant', { ...officer, roles: ['administrator', 'investigator'] });
    const { items } = await other.call('users.waiting', {});
    const asked = items.find(({ userId }) => userId === officer.userId)!;
    await other.call('users.approve', { approvalId: asked.id, accept: true });
    expect((await rightsOf('officer')).roles.toSorted()).toEqual(['administrator', 'investigator']);
    // What waits no longer is no reason to write anything.
    const { own } = other.store.requireUnlocked().onServer;
    const client = await shared.database.connect(own?.account.user, own?.account.password);
    await expect(client.query('DELETE FROM user_unit WHERE user_id = $1', [officer.userId])).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('ends what a removed person has open, and says so of a suspended one', async () => {
    const { id: userId } = await addUser('leaver', ['investigator']);
    await signIn(other, 'leaver', first);
    const { users } = await desk.call('users.list', {});
    const { version } = users.find(({ id }) => id === userId)!;
    await desk.call('users.suspend', { userId, version, suspended: true });
    expect(await other.refusal('session.signIn', { login: 'leaver', passphrase: first })).toEqual({
      code: 'forbidden',
      reason: 'account_suspended',
    });
    expect(await desk.call('users.disable', { userId })).toEqual({ awaitsApproval: false, notReached: [] });
    expect(await other.refusal('session.signIn', { login: 'leaver', passphrase: first })).toMatchObject({
      reason: 'wrong_passphrase',
    });
    expect(await shared.database.run(`SELECT 1 FROM vigie.slot WHERE owner = '${userId}'`)).toEqual([]);
  });

  it('gives an administrator back by the recovery key, which works once', async () => {
    const recoveryKey = shared.recoveryKey;
    other.store.lock();
    const given = { recoveryKey, login: administrator.login, newPassphrase: next, reason: 'The passphrase was lost' };
    expect(await other.refusal('session.recover', { ...given, login: 'chief' })).toMatchObject({
      reason: 'recovery_administrators_only',
    });
    const { recoveryKey: following } = await other.call('session.recover', given);
    expect(await desk.refusal('session.recover', given)).toMatchObject({ reason: 'wrong_recovery_key' });
    await signIn(desk, administrator.login, next);
    const { recoveryKey: third } = await desk.call('recoveryKey.replace', { passphrase: next, reason: 'It was seen' });
    expect(third).not.toBe(following);
  });

  it('says why it is not opened: another version, its tables, its clock, its certificate, a damaged file', async () => {
    const reason = async (): Promise<unknown> => {
      const { code, reason: why } = await other.refusal('session.signIn', { login: 'officer', passphrase: first });
      return why ?? code;
    };
    other.store.lock();
    const { run } = shared.database;
    await run(`UPDATE vigie.server SET application = '0.0.1'`);
    expect(await reason()).toBe('server_version');
    await run(
      `UPDATE vigie.server SET application = '${(await import('../../../../db/ground/kernel/versions.ts')).applicationVersion}'`,
    );
    await run(`CREATE TABLE kept AS SELECT * FROM schema_migration; DELETE FROM schema_migration`);
    expect(await reason()).toBe('server_schema_older');
    await run(`INSERT INTO schema_migration SELECT * FROM kept; DROP TABLE kept`);
    const { clock } = other.store.options;
    Object.assign(other.store.options, { clock: { ...clock, now: () => Date.now() + 600_000 } });
    expect(await reason()).toBe('server_clock');
    Object.assign(other.store.options, { clock });
    const path = join(shared.folder, 'server.json');
    const text = readFileSync(path, 'utf8');
    const file = JSON.parse(text) as { place: object };
    const pinned = { ...file, place: { ...file.place, trust: { fingerprints: [Array(32).fill('00').join(':')] } } };
    writeFileSync(path, JSON.stringify(pinned));
    const changed = shared.desk();
    expect(await changed.refusal('session.signIn', { login: 'officer', passphrase: first })).toMatchObject({
      reason: 'server_certificate',
    });
    writeFileSync(path, text.slice(1));
    expect(() => shared.desk()).toThrow('corrupt');
    writeFileSync(path, text);
  });
});
