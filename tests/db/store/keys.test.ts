import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../../db/ground/kernel/canonicalJson.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { readKeys, type KeysFile } from '../../../db/store/keysFile.ts';
import { newSlot, wrapDatabaseKey, type KeySlot } from '../../../db/store/keySlots.ts';
import { iterationsIn } from '../../../db/store/keyWork.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { Store } from '../../../db/store/store.ts';
import { withHalfWrites } from '../../support/cutShort.ts';
import { administrator, copyOfUnit, newStore, type TestStore } from '../../support/store.ts';

const keyFiles = ['keys.json', 'keys.copy.json'] as const;
const officer = { login: 'officer', passphrase: administrator.passphrase } as const;
const iterations = 1000;

const open: TestStore[] = [];
let officerId = '';
afterEach(() => {
  for (const each of open.splice(0)) each.dispose();
});

/** A workspace of its own, locked: an administrator and an officer. */
async function workspace(): Promise<TestStore> {
  const { test, userId } = await copyOfUnit();
  officerId = userId;
  test.store.lock();
  open.push(test);
  return test;
}

function rewrite(folder: string, change: (file: KeysFile) => KeysFile, files: readonly string[] = keyFiles): void {
  const file = { ...change(readKeys(folder)), digest: '' };
  const digest = createHash('sha256').update(canonicalJson(file)).digest('hex');
  for (const name of files) writeFileSync(join(folder, name), JSON.stringify({ ...file, digest }));
}

/** What a colleague can make who has no database key: a slot of their own. */
async function strangeSlot(owner: string, login: string): Promise<KeySlot> {
  const { slot } = await newSlot({ owner, login, passphrase: 'a passphrase of my own', iterations });
  return { ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, { generation: 1, key: Buffer.alloc(32) })] };
}

const planted = '0198f000-0000-7000-8000-000000000001';
const publicKeys = (folder: string): readonly string[] => readKeys(folder).slots.map(({ publicKey }) => publicKey);

describe('a key file that was changed by hand', () => {
  it('gives no new database key to a planted slot, and is written again as it was', async () => {
    const test = await workspace();
    const slot = await strangeSlot(planted, 'planted');
    rewrite(test.folder, (file) => ({ ...file, slots: [...file.slots, slot] }), ['keys.json']);
    await test.call('session.signIn', administrator);
    expect(publicKeys(test.folder)).not.toContain(slot.publicKey);
    const { rows } = await test.call('audit.list', { size: 2 });
    expect(rows.map(({ method }) => method)).toEqual(['session.signIn', 'keys.repair']);
  });

  it('is compared again before a new key is given out', async () => {
    const test = await workspace();
    await test.call('session.signIn', administrator);
    const slot = await strangeSlot(planted, 'planted');
    rewrite(test.folder, (file) => ({ ...file, slots: [...file.slots, slot] }));
    expect(await test.refusal('users.disable', { userId: officerId })).toEqual({
      code: 'corrupt',
      reason: 'keys_changed',
    });
  });

  it.each([keyFiles, ['keys.json'], ['keys.copy.json']])(
    'signs nobody in as the administrator by a passphrase of their own (%s, %s)',
    async (...files) => {
      const test = await workspace();
      const own = readKeys(test.folder).slots.find(({ owner }) => owner === officerId)!;
      const administratorId = readKeys(test.folder).slots[0]!.owner;
      const forged = await strangeSlot(administratorId, 'forged');
      rewrite(
        test.folder,
        (file) => ({ ...file, slots: [...file.slots, { ...forged, databaseKeys: own.databaseKeys }] }),
        files,
      );
      const refused = await test.refusal('session.signIn', { login: 'forged', passphrase: 'a passphrase of my own' });
      expect(['corrupt', 'wrong_key']).toContain(refused.code);
      expect(test.store.unlocked).toBeNull();
    },
  );

  it('of before a change of passphrase does not open by the old one', async () => {
    const test = await workspace();
    const before = keyFiles.map((name) => readFileSync(join(test.folder, name)));
    await test.call('session.signIn', officer);
    await test.call('session.changePassphrase', { current: officer.passphrase, next: 'another long phrase' });
    test.store.lock();
    for (const [index, name] of keyFiles.entries()) writeFileSync(join(test.folder, name), before[index]!);
    expect(await test.refusal('session.signIn', officer)).toEqual({ code: 'corrupt', reason: 'keys_changed' });
  });

  it.each([1, 10 ** 15, Number.MAX_VALUE])('with %d rounds of derivation is refused', async (rounds) => {
    const test = await workspace();
    rewrite(test.folder, (file) => ({
      ...file,
      slots: file.slots.map((slot) => ({ ...slot, iterations: rounds })),
    }));
    expect((await test.refusal('session.signIn', administrator)).code).toBe('corrupt');
  });
});

describe('the rounds of derivation', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('are fewer by VIGIE_ITERATIONS, except in a package', () => {
    vi.stubEnv('VIGIE_ITERATIONS', '10');
    expect(iterationsIn('/opt/checkout/dist/main')).toEqual({ iterations: 10 });
    expect(iterationsIn('/opt/vigie/resources/app.asar/dist/main')).toEqual({});
  });

  it('of a workspace that has fewer are refused by a program that has all', async () => {
    const test = await workspace();
    test.store.close();
    const { iterations: _, ...installed } = test.store.options;
    const store = new Store(installed);
    openFolder(store, test.folder);
    const reply = await dispatch(store, 'session.signIn', administrator);
    expect(reply).toMatchObject({ ok: false, error: { code: 'corrupt', reason: 'keys_changed' } });
    store.close();
  });
});

describe('a key file that is damaged', () => {
  it('is made good by its copy, wherever a byte of it is changed', async () => {
    const test = await workspace();
    test.store.close();
    const whole = readFileSync(join(test.folder, 'keys.json'));
    const places = Array.from({ length: 25 }, (_, index) => Math.floor((index * whole.length) / 25));
    for (const name of keyFiles)
      for (const place of places) {
        const bytes = Buffer.from(whole);
        bytes[place] = bytes[place]! ^ 0x11;
        writeFileSync(join(test.folder, name), bytes);
        openFolder(test.store, test.folder);
        await test.call('session.signIn', administrator);
        expect(JSON.parse(readFileSync(join(test.folder, name), 'utf8'))).toEqual(JSON.parse(String(whole)));
      }
  });

  it('never reads as a wrong passphrase where both copies are', async () => {
    const test = await workspace();
    const whole = readFileSync(join(test.folder, 'keys.json'));
    const codes = new Set<string>();
    for (let place = 0; place < whole.length; place += 37) {
      const bytes = Buffer.from(whole);
      bytes[place] = bytes[place]! ^ 0x11;
      for (const name of keyFiles) writeFileSync(join(test.folder, name), bytes);
      codes.add((await test.refusal('session.signIn', administrator)).code);
    }
    expect([...codes]).toEqual(['corrupt']);
  });

  it('or gone is told from a folder that is no workspace', async () => {
    const test = await workspace();
    test.store.close();
    rmSync(join(test.folder, 'keys.json'));
    openFolder(test.store, test.folder);
    await test.call('session.signIn', administrator);
    expect(readdirSync(test.folder)).toEqual(expect.arrayContaining([...keyFiles]));
    test.store.close();
    for (const name of keyFiles) rmSync(join(test.folder, name));
    expect(() => openFolder(newStore(), test.folder)).toThrow('corrupt: keys_missing');
  });

  it('is never left half written: a short write says that the disk is full, and nothing has changed', async () => {
    const test = await workspace();
    await test.call('session.signIn', officer);
    await withHalfWrites(async () => {
      const change = { current: officer.passphrase, next: 'another long phrase' };
      expect(await test.refusal('session.changePassphrase', change)).toEqual({ code: 'busy', reason: 'disk_full' });
    });
    await test.signInAs('officer');
  });
});
