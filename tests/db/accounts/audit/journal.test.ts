import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import type { FileGrant, ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { storeContract } from '#contract/index';
import type { AuditFilter } from '#contract/accounts/audit';
import { ownActs } from '../../../../electron/contract/acts.ts';
import english from '../../../../electron/contract/words/acts.en.json' with { type: 'json' };
import french from '../../../../electron/contract/words/acts.fr.json' with { type: 'json' };
import { endBursts } from '../../../../db/store/bursts.ts';
import { administrator, createUnitAndUser } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

let unitId: UnitId;
let userId: UserId;
let first: ReferralId;
let second: ReferralId;
let number: string;

const journal = async (filter: AuditFilter = {}) => (await test.call('audit.list', { filter, size: 200 })).rows;
const methods = async (filter: AuditFilter) => new Set((await journal(filter)).map(({ method }) => method));

/** The administrator is of the unit too, and so may see its numbers. */
it.beforeAll(async () => {
  const officer = await createUnitAndUser(test);
  unitId = officer.unitId;
  userId = officer.userId as UserId;
  const log = async () =>
    (
      await test.call('referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: '2026-10-02' as never,
        summary: 'harbour',
      } as never)
    ).id;
  first = await log();
  second = await log();
  number = (await test.call('referrals.get', { referralId: first })).referral.number;
  await test.call('referrals.assign', { referralIds: [first, second], userId, on: '2026-10-03' });
  await test.call('search.everywhere', { text: 'harbour' });
  await test.refusal('users.list', {});
  await endBursts(test.store);
});

describe('the words of the journal', () => {
  it('cover every method, and what the store writes by itself, in both languages', () => {
    const names = [...Object.keys(storeContract), ...ownActs].sort();
    for (const words of [english, french]) {
      const known = Object.entries(words).flatMap(([group, acts]) =>
        Object.keys(acts).map((name) => `${group}.${name}`),
      );
      expect(known.sort()).toEqual(names);
    }
  });
});

describe('the history of a file', () => {
  it('is who saw and changed it, alone or among many, the latest first', async () => {
    const of = async (id: ReferralId) =>
      (await test.call('audit.history', { file: { kind: 'referral', id }, size: 50 })).rows.map(({ method }) => method);
    expect((await of(first)).slice(-3)).toEqual(['referrals.assign', 'referrals.get', 'referrals.log']);
    expect((await of(second)).filter((method) => method !== 'audit.history')).toEqual([
      'referrals.assign',
      'referrals.log',
    ]);
  });

  it('is refused of a file that the caller may not see, and to an investigator', async () => {
    await test.signInAs('admin');
    expect(await test.refusal('audit.history', { file: { kind: 'referral', id: first }, size: 5 })).toEqual({
      code: 'not_found',
    });
    await test.call('users.create', {
      login: 'plain',
      displayName: 'Plain',
      roles: ['investigator'],
      unitIds: [unitId],
      passphrase: administrator.passphrase,
    });
    await test.signInAs('plain');
    expect(await test.refusal('audit.history', { file: { kind: 'referral', id: first }, size: 5 })).toEqual({
      code: 'forbidden',
    });
  });
});

describe('the journal', () => {
  it.beforeAll(async () => {
    await test.signInAs('admin');
  });

  it('is filtered by person, kind of act, outcome, record and days', async () => {
    expect((await journal({ actorId: userId })).every(({ actor }) => actor === 'Officer officer')).toBe(true);
    expect([...(await methods({ actorId: userId, kind: 'changed' }))].sort()).toEqual([
      'referrals.assign',
      'referrals.log',
    ]);
    expect(await methods({ kind: 'searched' })).toEqual(new Set(['search.everywhere']));
    expect(await methods({ kind: 'signed_in' })).toEqual(new Set(['session.signIn']));
    expect(await methods({ actorId: userId, kind: 'seen', outcome: 'done' })).toContain('referrals.get');
    expect(await methods({ actorId: userId, outcome: 'refused' })).toEqual(new Set(['users.list']));
    expect(await methods({ record: second })).toEqual(new Set(['referrals.log', 'referrals.assign', 'audit.history']));
    expect(await journal({ from: '2026-11-25' as never })).toEqual([]);
    expect(await journal({ to: '2026-11-23' as never })).toEqual([]);
    expect((await journal({ from: '2026-11-24' as never, to: '2026-11-24' as never })).length).toBeGreaterThan(5);
  });

  it('is filtered by days as they are where the user sits, whose times it shows', async () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    // Noon of the day before, by UTC.
    expect((await journal({ from: '2026-11-25' as never })).length).toBeGreaterThan(5);
    expect(await journal({ to: '2026-11-24' as never })).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('shows numbers to those alone who may see the file', async () => {
    const seen = (rows: Awaited<ReturnType<typeof journal>>) =>
      rows.find(({ method }) => method === 'referrals.get')?.file ?? null;
    expect(seen(await journal())).toBeNull();
    expect(await journal({ record: number })).toEqual([]);
    const { users } = await test.call('users.list', {});
    const own = users.find(({ login }) => login === 'admin')!;
    await test.call('users.grant', {
      userId: own.id,
      version: own.version,
      roles: ['administrator'],
      unitIds: [unitId],
    });
    expect(seen(await journal())).toEqual({ kind: 'referral', id: first, number, unitId });
    expect((await journal({ record: number })).length).toBeGreaterThan(0);
  });

  it('masks the words of a search to an administrator, and shows them to a records officer', async () => {
    const search = async () => (await journal({ kind: 'searched' }))[0];
    expect(await search()).toMatchObject({ words: null, wordsMasked: true, rows: 2 });
    const { session } = test.store.requireUnlocked();
    // The role is not in the contract yet: the store asks for its code alone.
    (session.roles as string[]).push('records_officer');
    expect(await search()).toMatchObject({ words: 'harbour', wordsMasked: false });
    session.roles.pop();
    await endBursts(test.store);
    expect(await methods({ kind: 'seen' })).toContain('audit.list');
  });

  it('leaves as a file of what was chosen, in plain words, and says so', async () => {
    const file = join(test.parent, 'journal.csv');
    const grant = test.grant(file) as FileGrant;
    const { rows } = await test.call('audit.export', { filter: { actorId: userId }, file: grant, locale: 'fr' });
    const text = readFileSync(file, 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(rows + 1);
    expect(text).toContain('Consulter un signalement');
    expect(text).toContain(number);
    expect(text).not.toContain('harbour');
    const exported = (await journal({ kind: 'exported' })).map(({ rows: left, ended }) => [left, ended]);
    expect(exported).toEqual([
      [null, 'done'],
      [rows, null],
    ]);
  });

  it('names the account that an act was on, and not where it is one’s own', async () => {
    const { users } = await test.call('users.list', {});
    const plain = users.find(({ login }) => login === 'plain')!;
    await test.call('users.resetPassphrase', { userId: plain.id, passphrase: administrator.passphrase });
    const rows = await journal();
    const personIn = (method: string) => rows.find((row) => row.method === method)?.person;
    expect(personIn('users.create')).toBe('Plain');
    expect(personIn('users.resetPassphrase')).toBe('Plain');
    expect(personIn('session.signIn')).toBeNull();
    expect(personIn('referrals.log')).toBeNull();
    const path = join(test.parent, 'accounts.csv');
    await test.call('audit.export', { filter: {}, file: test.grant(path), locale: 'en' });
    const lines = readFileSync(path, 'utf8').split('\r\n');
    expect(lines[0]?.endsWith(',Account concerned')).toBe(true);
    expect(lines.find((line) => line.includes('users.resetPassphrase'))?.endsWith(',Plain')).toBe(true);
  });
});
