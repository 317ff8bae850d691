import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { JobId } from '#contract/ground/ids';
import { keysIn, openBySecret } from '../../../db/store/backups/secret.ts';
import { readKeyCopies } from '../../../db/store/keysFile.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/unit.ts';

const { login, passphrase } = administrator;
const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;

const at = (...names: string[]): string => join(test.folder, ...names);

/** A file of the user's own, which no colleague may touch. */
function ownFile(): string {
  const path = join(test.parent, 'own.txt');
  writeFileSync(path, 'of the user alone');
  return path;
}

describe('a link that was planted in the folder', () => {
  it('where failed sign-ins are counted leads them to no file of the user’s', async () => {
    const own = ownFile();
    test.store.lock();
    symlinkSync(own, at('attempts.json'));
    expect((await test.refusal('session.signIn', { login, passphrase: 'not the right one' })).code).toBe('wrong_key');
    expect(readFileSync(own, 'utf8')).toBe('of the user alone');
    expect(JSON.parse(readFileSync(at('attempts.json'), 'utf8'))).toMatchObject({ failed: 1 });
  });

  it('where damage is marked empties no file of the user’s', () => {
    const own = ownFile();
    symlinkSync(own, at('damaged'));
    test.store.shutDamaged();
    expect(readFileSync(own, 'utf8')).toBe('of the user alone');
    expect(readFileSync(at('damaged'), 'utf8')).toBe('');
  });
});

describe('a restore that somebody wrote into the folder', () => {
  const plant = (files: readonly string[]): void => {
    test.store.close();
    mkdirSync(at('restore.prepared'));
    writeFileSync(
      at('restore.prepared', 'ready.json'),
      JSON.stringify({ before: 'before-restore-20261124T120000000Z', files }),
    );
  };

  it.each([['../own.txt'], ['..'], ['sub/../../own.txt'], ['a\\b']])('moves nothing by the name %s', async (name) => {
    const own = ownFile();
    plant([name]);
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
    expect(readFileSync(own, 'utf8')).toBe('of the user alone');
    expect(existsSync(at('restore.prepared'))).toBe(false);
    expect(readdirSync(test.folder).filter((each) => each.startsWith('restore.rejected-'))).toHaveLength(1);
  });

  it('that is no list at all is set aside, and the workspace opens as it was', async () => {
    plant([]);
    writeFileSync(at('restore.prepared', 'ready.json'), 'nothing');
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
  });
});

describe('a copy of the key file that cannot be read', () => {
  it.each(['keys.json', 'keys.copy.json'])('as the disk gives no %s, is answered for by the other', async (name) => {
    test.store.close();
    rmSync(at(name));
    mkdirSync(at(name));
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
    expect(readKeyCopies(test.folder)).toHaveLength(2);
  });
});

describe('a backup', () => {
  it.each([
    ['damaged', () => 'not keys'],
    ['without the slots', (text: string) => JSON.stringify({ ...(JSON.parse(text) as object), slots: [] })],
  ])('made while the key file is %s is opened by those whom the store knows', async (_how, change) => {
    await test.signInAs('admin');
    writeFileSync(at('keys.json'), change(readFileSync(at('keys.json'), 'utf8')));
    const { name } = await test.call('backups.make', { jobId });
    const keys = keysIn(at('backups', name));
    expect((await openBySecret(keys, { kind: 'passphrase', login, passphrase })).keys).toHaveLength(1);
    expect((await openBySecret(keys, { kind: 'recovery', recoveryKey: test.recoveryKey })).owner).toBe('recovery');
  });

  it('is not made where neither copy of the key file is the store’s own', async () => {
    await test.signInAs('admin');
    for (const name of ['keys.json', 'keys.copy.json']) renameSync(at(name), at(`${name}.away`));
    expect((await test.refusal('backups.make', { jobId })).code).toBe('corrupt');
  });
});
