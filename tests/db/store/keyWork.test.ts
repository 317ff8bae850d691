import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { readKeys } from '../../../db/store/keysFile.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { atEachStep } from '../../support/cutShort.ts';
import { administrator, copyOfUnit, newStore, reached, type TestStore } from '../../support/store.ts';
import { isWhole } from '../../support/whole.ts';

const officer = { login: 'officer', passphrase: administrator.passphrase } as const;
const open: TestStore[] = [];
let officerId = '';
let unitIds: Input<'users.create'>['unitIds'] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.dispose();
});

/** A workspace of its own, locked: an administrator and an officer. */
async function workspace(): Promise<TestStore> {
  const { test, unitId, userId } = await copyOfUnit();
  officerId = userId;
  unitIds = [unitId];
  test.store.lock();
  open.push(test);
  return test;
}

type Act = (test: TestStore) => Promise<unknown>;

/**
 * Each of them, cut short ahead of each of its steps on files; under `npm test` ahead of four or five, close enough that every rule meets a cut.
 * Returns how many steps there were.
 */
async function cutAtEachStep(act: Act, look: (left: TestStore) => Promise<void>): Promise<number> {
  const test = await workspace();
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
    if (step % (isWhole ? 1 : Math.floor(left.length / 4)) !== 0) continue;
    const store = newStore();
    openFolder(store, folder);
    await look(reached(store, { ...test, folder }));
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
  const { recoveryKey } = test;
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
    const created = { login: 'second', displayName: 'Second', roles: ['investigator' as const], unitIds };
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
    const test = await workspace();
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
    const test = await workspace();
    await test.call('session.signIn', administrator);
    const created = {
      displayName: 'New',
      roles: ['investigator' as const],
      unitIds,
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
