import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, type TestStore } from '../../../support/store.ts';

const { login, passphrase } = administrator;
const long = { timeout: 60_000 };
const older = { code: 'conflict', reason: 'store_older' };
const olderReason = 'The data centre restored the night’s backup';

describe.skipIf(postgresMissing !== '')(`a server that goes back in time ${postgresMissing}`.trim(), () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  let seenPath: string;

  const methods = async (): Promise<unknown[]> =>
    (await shared.database.run('SELECT method FROM audit_entry ORDER BY sequence')).map(({ method }) => method);

  /** As an older copy of the database has it: without the last entries. */
  async function goBack(entries: number): Promise<void> {
    // Each test signs in several times, of ten that a minute allows.
    await shared.database.run(`
      DELETE FROM vigie.entry_log;
      DELETE FROM audit_file WHERE sequence > (SELECT max(sequence) FROM audit_entry) - ${String(entries)};
      DELETE FROM audit_value WHERE sequence > (SELECT max(sequence) FROM audit_entry) - ${String(entries)};
      DELETE FROM audit_entry WHERE sequence > (SELECT max(sequence) FROM audit_entry) - ${String(entries)};
      DELETE FROM vigie.audit_stamp WHERE sequence > (SELECT max(sequence) FROM audit_entry);
      UPDATE vigie.audit_head SET (sequence, hash) =
        (SELECT own.sequence, own.hash FROM audit_entry AS own ORDER BY own.sequence DESC LIMIT 1)`);
  }

  const signIn = () => desk.refusal('session.signIn', { login, passphrase });

  beforeAll(async () => {
    shared = await serverWorkspace();
    desk = shared.desk();
    seenPath = join(desk.parent, 'user data', 'seen.json');
    Object.assign(desk.store.options, { seenPath });
    await desk.signInAs(login);
    await addUnit(desk, 'U01');
    await addUnit(desk, 'U02');
    await desk.signInAs(login);
  });
  afterAll(() => shared.dispose());

  it('is said at the sign-in, and nothing is written', async () => {
    await goBack(2);
    const before = await methods();
    expect(await signIn()).toEqual(older);
    expect(await methods()).toEqual(before);
    expect(desk.store.unlocked).toBeNull();
  });

  it('is no matter to a computer that has not seen more', async () => {
    const other = shared.desk();
    await other.signInAs(login);
    other.store.lock();
  });

  it('is opened with a reason, which the audit keeps, and is then as it was seen last', async () => {
    expect(await signIn()).toEqual(older);
    await desk.call('session.signIn', { login, passphrase, olderReason });
    expect((await methods()).slice(-2)).toEqual(['session.continueOlder', 'session.signIn']);
    await desk.signInAs(login);
    expect((await methods()).filter((method) => method === 'session.continueOlder')).toHaveLength(1);
  });

  it('is said by the recovery key too', async () => {
    await addUnit(desk, 'U03');
    await desk.signInAs(login);
    await goBack(1);
    desk.store.lock();
    const recovery = { recoveryKey: shared.recoveryKey, login, newPassphrase: passphrase, reason: 'Forgotten' };
    expect(await desk.refusal('session.recover', recovery)).toEqual(older);
    await desk.call('session.recover', { ...recovery, olderReason });
    const all = await methods();
    expect(all[all.lastIndexOf('session.continueOlder') + 1]).toBe('session.recover');
  });

  it('closes what is open at a desk that comes back to it', async () => {
    await desk.signInAs(login);
    await desk.call('units.save', { code: 'U09', name: { en: 'U', fr: 'U' }, service: 'S', active: true });
    await desk.signInAs(login);
    await goBack(1);
    desk.events.length = 0;
    await shared.database.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await expect
      .poll(() => desk.events, long)
      .toContainEqual({ type: 'store_closed', failure: expect.objectContaining(older) as unknown });
    expect(await desk.refusal('units.list', {})).toEqual(older);
    expect(await signIn()).toEqual(older);
  });

  it('is not noticed where the file of what was seen is gone, as in a folder', async () => {
    rmSync(seenPath);
    await desk.signInAs(login);
  });
});
