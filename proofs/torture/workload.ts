import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { must } from '../../db/ground/kernel/assert.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { closingByCount, closingByLedger } from '../../tests/db/intake/imports/support.ts';
import { demonstrationIterations } from '../../db/store/keySlots.ts';
import {
  administrator,
  copyOf,
  createDemonstrationStore,
  newStore,
  reached,
  type TestStore,
} from '../../tests/support/store.ts';
import type { Chance } from './promise.ts';

/** What an officer and an administrator in one person do, again and again. */
export interface Act {
  readonly method: string;
  readonly input: object;
}

export interface Template {
  readonly test: TestStore;
  readonly unitId: UnitId;
}

let built: Promise<Template> | undefined;

/** A closed workspace to copy: one administrator who also works on referrals. It is built once, and each has a copy of its own. */
export async function buildTemplate(): Promise<Template> {
  built ??= build();
  const { test: closed, unitId } = await built;
  const test = copyOf(closed);
  Object.assign(test.store.options, { iterations: demonstrationIterations });
  test.store.close();
  return { test, unitId };
}

async function build(): Promise<Template> {
  const test = await createDemonstrationStore();
  const { id: unitId } = await test.call('units.save', {
    code: 'U01',
    name: { en: 'Unit', fr: 'Unité' },
    service: 'Service',
    active: true,
  });
  const { session } = await test.call('session.current', {});
  const roles: Role[] = ['administrator', 'investigator', 'supervisor'];
  await test.call('users.grant', {
    userId: must(session, 'the administrator is signed in').user.id,
    version: 1,
    roles,
    unitIds: [unitId],
  });
  await test.signInAs(administrator.login);
  for (let index = 0; index < 20; index += 1)
    await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
  test.store.close();
  process.on('exit', test.dispose);
  return { test, unitId };
}

/** A copy of the folder by itself. */
export function copyFolder(folder: string): { readonly folder: string; readonly remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-torture-'));
  const copy = join(parent, basename(folder));
  cpSync(folder, copy, { recursive: true });
  return {
    folder: copy,
    remove: () => {
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

export function nextAct(chance: Chance, unitId: UnitId, number: number): Act {
  const log = {
    method: 'referrals.log',
    input: { unitId, source: 'ncecc', receivedOn: '2026-11-02', externalNumber: `T-${String(number)}` },
  };
  const create = {
    method: 'users.create',
    input: {
      login: `made-${String(number)}`,
      displayName: 'Made',
      roles: ['investigator'],
      unitIds: [unitId],
      passphrase: administrator.passphrase,
    },
  };
  return chance.oneOf([log, log, log, log, create]);
}

/**
 * Opens what is left as the administrator and looks at it. Whatever the work was, the file is whole, the audit chain holds and the months add
 * up to the referrals; anything that is not so is named.
 */
export async function openAfter(
  folder: string,
  passphrases: readonly string[],
  look: (test: TestStore) => Promise<readonly string[]>,
  hasLedger = true,
): Promise<readonly string[]> {
  const store = newStore();
  const test = reached(store, { parent: dirname(folder), folder, recoveryKey: '', events: [] });
  try {
    openFolder(store, folder);
    let isIn = false;
    for (const passphrase of passphrases) {
      isIn ||= await test.call('session.signIn', { login: administrator.login, passphrase }).then(
        () => true,
        () => false,
      );
    }
    if (!isIn) return ['nobody can sign in'];
    const seen = await look(test);
    const { raw } = store.requireUnlocked();
    const closing = hasLedger ? closingByLedger(raw) : new Map<string, number>();
    const counted = hasLedger ? closingByCount(raw, closing.keys()) : closing;
    return [
      ...seen,
      ...(raw.pragma('integrity_check', { simple: true }) === 'ok' ? [] : ['integrity']),
      ...((await test.call('audit.verify', {})).intact ? [] : ['audit chain']),
      ...([...closing].every(([key, value]) => counted.get(key) === value) ? [] : ['ledger']),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : 'cannot be opened'];
  } finally {
    store.close();
  }
}

/** Compares with what was answered. The last act may be there or not, where no answer came; one that was answered and is not there is named. */
export function lookAt(
  folder: string,
  acknowledged: readonly Act[],
  passphrases: readonly string[],
): Promise<readonly string[]> {
  return openAfter(folder, passphrases, (test) => {
    const { raw } = test.store.requireUnlocked();
    const numbers = new Set(raw.prepare('SELECT external_number FROM referral').pluck().all());
    const logins = new Set(raw.prepare('SELECT login FROM user').pluck().all());
    const missing = acknowledged.filter(({ method, input }) => {
      const { externalNumber, login } = input as { externalNumber?: string; login?: string };
      return method === 'referrals.log'
        ? !numbers.has(externalNumber)
        : method === 'users.create' && !logins.has(login);
    });
    return Promise.resolve(missing.map(({ method, input }) => `${method} ${JSON.stringify(input)}`));
  });
}
