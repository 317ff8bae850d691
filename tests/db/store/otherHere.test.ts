import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { canonicalJson } from '../../../db/ground/kernel/canonicalJson.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator, createTestStore, createUnitAndUser } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

const { passphrase } = administrator;
const officer = { login: 'officer', passphrase };
const refused = { code: 'conflict', reason: 'workspace_other' };
let seenPath: string;
let unitId: UnitId;
beforeEach(async () => {
  seenPath = join(test.parent, 'user data', 'seen.json');
  Object.assign(test.store.options, { seenPath });
  ({ unitId } = await createUnitAndUser(test));
  await test.signInAs('officer');
});

const open = () => {
  openFolder(test.store, test.folder);
  return test.store.other;
};

/** As a colleague would who can write the folder: a workspace of their own, where the first one was. */
async function putAnother(): Promise<void> {
  const other = await createTestStore();
  await createUnitAndUser(other);
  other.store.close();
  test.store.lock();
  rmSync(test.folder, { recursive: true });
  cpSync(other.folder, test.folder, { recursive: true });
  other.dispose();
}

const methods = () =>
  test.store.requireUnlocked().raw.prepare('SELECT method FROM audit_entry ORDER BY sequence').pluck().all();

describe('another workspace where this computer knows one', () => {
  it('is said before any passphrase is tried, and refused without a reason', async () => {
    expect(open()).toBeNull();
    await putAnother();
    const before = readFileSync(join(test.folder, 'store.db'));
    expect(open()).toBe('workspace');
    expect(await test.refusal('session.signIn', { login: 'officer', passphrase: 'not the right one' })).toEqual(
      refused,
    );
    expect(await test.refusal('session.signIn', officer)).toEqual(refused);
    expect(readFileSync(join(test.folder, 'store.db')).equals(before)).toBe(true);
  });

  it('is refused where it came while the sign-in was shown', async () => {
    expect(open()).toBeNull();
    await putAnother();
    expect(await test.refusal('session.signIn', officer)).toEqual(refused);
  });

  it('opens with a reason, which the audit keeps, and is known from then on', async () => {
    await putAnother();
    open();
    await test.call('session.signIn', { ...officer, otherReason: 'The administrator replaced it' });
    expect(methods().slice(-2)).toEqual(['session.continueOther', 'session.signIn']);
    expect(open()).toBeNull();
    await test.signInAs('officer');
  });

  it('is said of the same id under another key, also where one copy of the key file is the known one', () => {
    test.store.close();
    const [keys, copy] = ['keys.json', 'keys.copy.json'].map((name) => join(test.folder, name)) as [string, string];
    const known = readFileSync(keys, 'utf8');
    const file = JSON.parse(known) as { macs: { mac: string }[]; digest: string };
    // Whole, and vouched for by nobody.
    const unsigned = { ...file, macs: [], digest: '' };
    const digest = createHash('sha256').update(canonicalJson(unsigned)).digest('hex');
    const forged = JSON.stringify({ ...unsigned, digest });
    for (const each of [
      [forged, forged],
      [known, forged],
      [forged, known],
    ] as const) {
      writeFileSync(keys, each[0]);
      writeFileSync(copy, each[1]);
      expect(open()).toBe('key');
    }
    writeFileSync(keys, known);
    writeFileSync(copy, known);
    expect(open()).toBeNull();
  });

  it('is not said of a key that was changed here, of what was made here, nor on a computer that knows nothing', async () => {
    await test.signInAs('admin');
    const before = readFileSync(seenPath, 'utf8');
    const roles = ['investigator' as const];
    const { id: userId } = await test.call('users.create', {
      login: 'leaver',
      displayName: 'L',
      passphrase,
      roles,
      unitIds: [unitId],
    });
    expect(open()).toBeNull();
    await test.signInAs('admin');
    // As where the power goes before this computer has seen the new key.
    const { afterWrite } = test.store;
    test.store.afterWrite = () => undefined;
    await test.call('users.disable', { userId });
    expect(open()).toBeNull();
    test.store.afterWrite = afterWrite;
    writeFileSync(seenPath, before);
    expect(open()).toBe('key');
    rmSync(seenPath);
    expect(open()).toBeNull();
  });
});
