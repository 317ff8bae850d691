import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, afterEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../db/ground/kernel/canonicalJson.ts';
import { readKeys, type KeysFile } from '../../../db/store/keysFile.ts';
import { newSlot, wrapDatabaseKey, type KeySlot } from '../../../db/store/keySlots.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { atEachStep, withHalfWrites } from '../../support/cutShort.ts';
import {
  administrator,
  copyOf,
  createTestStore,
  createUnitAndUser,
  newStore,
  reached,
  type TestStore,
} from '../../support/store.ts';

const keyFiles = ['keys.json', 'keys.copy.json'] as const;
const officer = { login: 'officer', passphrase: administrator.passphrase } as const;
const iterations = 1000;

let closed: TestStore;
let officerId = '';
const open: TestStore[] = [];

beforeAll(async () => {
  closed = await createTestStore();
  const { userId } = await createUnitAndUser(closed);
  officerId = userId;
  closed.store.close();
});
afterEach(() => {
  for (const each of open.splice(0)) each.dispose();
});
afterAll(() => {
  closed.dispose();
});

/** A workspace of its own, locked: an administrator and an officer. */
function workspace(): TestStore {
  const copy = copyOf(closed);
  open.push(copy);
  return copy;
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
    const test = workspace();
    const slot = await strangeSlot(planted, 'planted');
    rewrite(test.folder, (file) => ({ ...file, slots: [...file.slots, slot] }), ['keys.json']);
    await test.call('session.signIn', administrator);
    expect(publicKeys(test.folder)).not.toContain(slot.publicKey);
    const { rows } = await test.call('audit.list', { size: 2 });
    expect(rows.map(({ method }) => method)).toEqual(['session.signIn', 'keys.repair']);
  });

  it('is compared again before a new key is given out', async () => {
    const test = workspace();
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
      const test = workspace();
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
    const test = workspace();
    const before = keyFiles.map((name) => readFileSync(join(test.folder, name)));
    await test.call('session.signIn', officer);
    await test.call('session.changePassphrase', { current: officer.passphrase, next: 'another long phrase' });
    test.store.lock();
    for (const [index, name] of keyFiles.entries()) writeFileSync(join(test.folder, name), before[index]!);
    expect(await test.refusal('session.signIn', officer)).toEqual({ code: 'corrupt', reason: 'keys_changed' });
  });

  it.each([1, 10 ** 15, Number.MAX_VALUE])('with %d rounds of derivation is refused', async (rounds) => {
    const test = workspace();
    rewrite(test.folder, (file) => ({
      ...file,
      slots: file.slots.map((slot) => ({ ...slot, iterations: rounds })),
    }));
    expect((await test.refusal('session.signIn', administrator)).code).toBe('corrupt');
  });
});

describe('a key file that is damaged', () => {
  it('is made good by its copy, wherever a byte of it is changed', async () => {
    const test = workspace();
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
    const test = workspace();
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
    const test = workspace();
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
    const test = workspace();
    await test.call('session.signIn', officer);
    await withHalfWrites(async () => {
      const change = { current: officer.passphrase, next: 'another long phrase' };
      expect(await test.refusal('session.changePassphrase', change)).toEqual({ code: 'busy', reason: 'disk_full' });
    });
    await test.signInAs('officer');
  });
});

type Act = (test: TestStore) => Promise<unknown>;

/** Each of them, cut short ahead of each of its steps on files. Returns how many steps there were. */
async function cutAtEachStep(act: Act, look: (left: TestStore, step: number) => Promise<void>): Promise<number> {
  const test = workspace();
  await test.call('session.signIn', administrator);
  const left: string[] = [];
  await atEachStep(
    () => act(test),
    () => {
      const folder = join(test.parent, `cut-${String(left.length)}`, basename(test.folder));
      cpSync(test.folder, folder, { recursive: true });
      left.push(folder);
    },
  );
  for (const [step, folder] of left.entries()) {
    const store = newStore();
    openFolder(store, folder);
    await look(reached(store, { ...test, folder }), step);
    store.close();
  }
  return left.length;
}

async function opensBy(test: TestStore, signIn: { readonly login: string; readonly passphrase: string }) {
  try {
    await test.call('session.signIn', signIn);
    return true;
  } catch {
    return false;
  }
}

async function recovers(test: TestStore): Promise<void> {
  test.store.lock();
  const { recoveryKey } = closed;
  await test.call('session.recover', {
    recoveryKey,
    login: 'admin',
    newPassphrase: administrator.passphrase,
    reason: 'Night',
  });
  expect((await test.call('audit.verify', {})).intact).toBe(true);
}

describe('work on keys that is cut short at any of its steps', () => {
  it('of a passphrase leaves the old one or the new one, and the recovery key', async () => {
    const next = { login: 'admin', passphrase: 'another long phrase' };
    const seen = new Set<string>();
    const steps = await cutAtEachStep(
      (test) => test.call('session.changePassphrase', { current: administrator.passphrase, next: next.passphrase }),
      async (left) => {
        const before = await opensBy(left, administrator);
        left.store.lock();
        const after = await opensBy(left, next);
        expect([before, after].filter(Boolean)).toHaveLength(1);
        seen.add(before ? 'old' : 'new');
        await recovers(left);
      },
    );
    expect(steps).toBeGreaterThan(10);
    expect([...seen]).toEqual(['old', 'new']);
  });

  it('of a new user leaves their login free, or the user whole', async () => {
    const created = { login: 'second', displayName: 'Second', roles: ['investigator' as const], unitIds: [] };
    const second = { login: 'second', passphrase: 'a phrase for the second' };
    const steps = await cutAtEachStep(
      (test) => test.call('users.create', { ...created, passphrase: second.passphrase }),
      async (left) => {
        await left.call('session.signIn', administrator);
        if (readKeys(left.folder).slots.length === 3) {
          const { id } = await left.call('users.create', { ...created, passphrase: second.passphrase });
          expect(readKeys(left.folder).slots.map(({ owner }) => owner)).toContain(id);
        }
        left.store.lock();
        expect(await opensBy(left, second)).toBe(true);
      },
    );
    expect(steps).toBeGreaterThan(10);
  });

  it('of a change of the database key leaves the old one or the new one, to everyone that it is for', async () => {
    const generations = new Set<number>();
    const steps = await cutAtEachStep(
      (test) => test.call('users.disable', { userId: officerId }),
      async (left) => {
        await left.call('session.signIn', administrator);
        const { generation, slots } = readKeys(left.folder);
        generations.add(generation);
        expect(slots.map(({ databaseKeys }) => databaseKeys.map((each) => each.generation))).toEqual(
          slots.map(() => [generation]),
        );
        // The backup that comes first may be all that was done.
        const isOut = generation === 2;
        expect(slots.some(({ owner }) => owner === officerId)).toBe(!isOut);
        left.store.lock();
        expect(await opensBy(left, officer)).toBe(!isOut);
        await recovers(left);
      },
    );
    expect(steps).toBeGreaterThan(10);
    expect([...generations]).toEqual([1, 2]);
  });

  it('is finished by the recovery key too, under the right generation', async () => {
    const steps = await cutAtEachStep((test) => test.call('users.disable', { userId: officerId }), recovers);
    expect(steps).toBeGreaterThan(10);
  });
});

describe('work on keys at the same time', () => {
  it('of a passphrase and of the database key leaves a workspace that both open', async () => {
    const test = workspace();
    await test.call('session.signIn', administrator);
    const next = { login: 'admin', passphrase: 'another long phrase' };
    await Promise.all([
      test.call('session.changePassphrase', { current: administrator.passphrase, next: next.passphrase }),
      test.call('users.disable', { userId: officerId }),
    ]);
    test.store.lock();
    expect(await opensBy(test, next)).toBe(true);
    await recovers(test);
  });

  it('of a new user who is disabled at once, and of another, leaves each as decided', async () => {
    const test = workspace();
    await test.call('session.signIn', administrator);
    const created = {
      displayName: 'New',
      roles: ['investigator' as const],
      unitIds: [],
      passphrase: 'a phrase of theirs',
    };
    const [first] = await Promise.all([
      test.call('users.create', { ...created, login: 'first' }),
      test.call('users.disable', { userId: officerId }),
      test.call('users.create', { ...created, login: 'second' }),
    ]);
    test.store.lock();
    expect(await opensBy(test, { login: 'first', passphrase: created.passphrase })).toBe(true);
    expect(await opensBy(test, { login: 'second', passphrase: created.passphrase })).toBe(true);
    expect(await opensBy(test, officer)).toBe(false);
    await test.call('session.signIn', administrator);
    await test.call('users.disable', { userId: first.id });
    test.store.lock();
    expect(await opensBy(test, { login: 'first', passphrase: created.passphrase })).toBe(false);
  });
});
