import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator, createUnitAndUser, newStore } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

describe('an encrypted workspace', () => {
  it('signs in with the passphrase and not with another', async () => {
    test.store.lock();
    expect(await test.refusal('session.signIn', { login: 'admin', passphrase: 'not the right one' })).toEqual({
      code: 'wrong_key',
      reason: 'wrong_passphrase',
    });
    expect(await test.refusal('session.signIn', { login: 'nobody', passphrase: 'not the right one' })).toEqual({
      code: 'wrong_key',
      reason: 'wrong_passphrase',
    });
    expect((await test.call('session.signIn', administrator)).roles).toEqual(['administrator']);
  });

  it('answers nothing but sign-in while locked', async () => {
    test.store.lock();
    expect(await test.refusal('users.list', {})).toEqual({ code: 'locked' });
    expect(await test.call('session.current', {})).toEqual({ session: null });
  });

  it('slows guessing after five failures', async () => {
    test.store.lock();
    for (let attempt = 0; attempt < 6; attempt += 1)
      await test.refusal('session.signIn', { login: 'admin', passphrase: 'wrong' });
    expect(await test.refusal('session.signIn', administrator)).toEqual({ code: 'busy', reason: 'too_many_attempts' });
  });

  it('tells a folder that is no workspace, one that is gone, one from a newer version and a damaged one apart', () => {
    const reasonOf = (folder: string): unknown => {
      try {
        return openFolder(newStore(), folder);
      } catch (error) {
        return error instanceof Error ? error.message : error;
      }
    };
    const copy = (name: string, keys: string): string => {
      const folder = join(test.parent, name);
      cpSync(test.folder, folder, { recursive: true });
      for (const file of ['keys.json', 'keys.copy.json']) writeFileSync(join(folder, file), keys);
      return folder;
    };
    const keys = JSON.parse(readFileSync(join(test.folder, 'keys.json'), 'utf8')) as Record<string, unknown>;
    mkdirSync(join(test.parent, 'empty'));
    expect([
      reasonOf(join(test.parent, 'empty')),
      reasonOf(join(test.parent, 'gone')),
      reasonOf(copy('newer', JSON.stringify({ ...keys, version: 3 }))),
      reasonOf(copy('damaged', '{')),
      reasonOf(test.folder),
    ]).toEqual([
      'not_found: not_a_workspace',
      'not_found: folder_missing',
      'newer_schema',
      'corrupt: keys_damaged',
      'busy: workspace_open_elsewhere',
    ]);
  });

  it('refuses a schema that a newer Vigie wrote, and leaves it as it was', async () => {
    test.store.requireUnlocked().raw.exec("INSERT INTO schema_migration VALUES (99, '0099_later.sql', 'ff', 0)");
    test.store.lock();
    expect(await test.refusal('session.signIn', administrator)).toEqual({ code: 'newer_schema' });
  });

  it('gives a new passphrase by the recovery key', async () => {
    test.store.lock();
    const recovery = {
      recoveryKey: test.recoveryKey.toLowerCase(),
      login: 'admin',
      newPassphrase: 'another long phrase',
      reason: 'The passphrase was forgotten',
    };
    expect(
      await test.refusal('session.recover', { ...recovery, recoveryKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF' }),
    ).toEqual({
      code: 'wrong_key',
      reason: 'wrong_recovery_key',
    });
    await test.call('session.recover', recovery);
    test.store.lock();
    expect(await test.refusal('session.signIn', administrator)).toMatchObject({ code: 'wrong_key' });
    await test.call('session.signIn', { login: 'admin', passphrase: 'another long phrase' });
  });

  it('shuts a disabled user out and puts the store under a new key', async () => {
    const { userId } = await createUnitAndUser(test);
    await test.signInAs('admin');
    const before = Buffer.from(test.store.requireUnlocked().key);
    await test.call('users.disable', { userId: userId });
    expect(test.store.requireUnlocked().key.equals(before)).toBe(false);
    expect((await test.call('users.list', {})).users.find((each) => each.id === userId)?.disabled).toBe(true);
    test.store.lock();
    expect(
      await test.refusal('session.signIn', { login: 'officer', passphrase: administrator.passphrase }),
    ).toMatchObject({
      code: 'wrong_key',
    });
    await test.call('session.signIn', administrator);
    expect(
      await test.refusal('users.disable', { userId: (await test.call('session.current', {})).session!.user.id }),
    ).toEqual({
      code: 'conflict',
      reason: 'last_administrator',
    });
  });

  it('leaves nothing readable: no login, no name, no database header', () => {
    const keys = readFileSync(join(test.folder, 'keys.json'), 'utf8');
    expect(keys).not.toMatch(/admin/i);
    const file = readFileSync(join(test.folder, 'store.db'));
    expect(file.includes('SQLite format')).toBe(false);
    expect(file.includes('Administrator')).toBe(false);
  });

  const sqlcipher = spawnSync('sqlcipher', ['--version']).status === 0;
  it.skipIf(!sqlcipher)(
    'is opened by Debian sqlcipher with the key and not without it [skipped where sqlcipher is not installed]',
    () => {
      const { key, raw } = test.store.requireUnlocked();
      raw.pragma('wal_checkpoint(TRUNCATE)');
      const copy = join(test.parent, 'copy.db');
      cpSync(join(test.folder, 'store.db'), copy);
      const ask = (pragma: string): string =>
        execFileSync('sqlcipher', [copy], {
          input: `${pragma}\nSELECT login FROM user;\n`,
          stdio: ['pipe', 'pipe', 'pipe'],
        }).toString();
      expect(ask(`PRAGMA key = "x'${key.toString('hex')}'";`)).toContain('admin');
      const wrong = spawnSync('sqlcipher', [copy], {
        input: `PRAGMA key = "x'${'00'.repeat(32)}'";\nSELECT login FROM user;\n`,
      });
      expect(wrong.stdout.toString()).not.toContain('admin');
      expect(wrong.stderr.toString()).toMatch(/not a database/i);
    },
  );

  it('keeps a chain that verifies and shows a changed link', async () => {
    expect(await test.call('audit.verify', {})).toMatchObject({ intact: true, firstBroken: null });
    test.store.requireUnlocked().raw.exec("UPDATE audit_entry SET method = 'x' WHERE sequence = 1");
    expect(await test.call('audit.verify', {})).toMatchObject({ intact: false, firstBroken: 1 });
    expect(existsSync(join(test.folder, 'store.db'))).toBe(true);
  });
});
