import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CivilDate } from '#contract/ground/dates';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { copyEncrypted } from '../../../../db/store/sqlite/backup.ts';
import { openFolder } from '../../../../db/store/signIn.ts';
import { conclude } from '../../../../tests/support/caseFiles.ts';
import { administrator } from '../../../../tests/support/store.ts';
import { fromTables, must, newJob, ownUnit, putInPlace, type Chain } from './chain.ts';

const { passphrase } = administrator;
const reason = 'A reason';

/** The computer's clock went back by years, as with an empty battery. */
const clock: Chain = {
  kind: 'unit',
  roles: ['supervisor', 'records_officer'],
  reaches: ['clock.confirm'],
  run: async ({ test, login, call }) => {
    const { options } = test.store;
    const right = options.clock;
    Object.assign(options, { clock: fixedClock('2019-01-01' as CivilDate) });
    try {
      test.store.lock();
      await call('session.signIn', { login, passphrase });
      await call('clock.confirm', {});
    } finally {
      Object.assign(options, { clock: right });
    }
  },
};

const copy: Chain = {
  kind: 'unit',
  roles: ['supervisor'],
  reaches: ['workspace.original'],
  run: async ({ test, login, call }) => {
    const { store } = test;
    Object.assign(store.options, { computer: 'office' });
    await test.signInAs(login);
    store.close();
    const folder = join(test.parent, 'elsewhere', basename(test.folder));
    mkdirSync(join(test.parent, 'elsewhere'));
    cpSync(test.folder, folder, { recursive: true });
    openFolder(store, folder);
    await call('session.signIn', { login, passphrase, place: 'copy' });
    await call('workspace.original', { reason });
  },
};

const restore: Chain = {
  kind: 'unit',
  roles: ['supervisor'],
  reaches: ['backups.inspect', 'backups.restore'],
  run: async ({ test, call, login, inbox, outbox }) => {
    test.store.close();
    const { chosen } = await call('backups.inspect', { file: inbox('.vigiebackup') });
    const secret = { kind: 'passphrase', login, passphrase } as const;
    const where = { file: inbox('.vigiebackup'), point: chosen, parent: outbox(), name: newJob() };
    await call('backups.restore', { ...where, jobId: newJob(), secret, reason });
  },
};

/** An older store in the place of one that purged since. */
const restoredStore: Chain = {
  kind: 'unit',
  roles: ['supervisor'],
  reaches: ['purges.certify', 'purges.recogniseRestore'],
  run: async (hand) => {
    const { test, call, login, outbox } = hand;
    const lead = test.store.requireUnlocked().session.user.id;
    const file = { unitId: ownUnit(hand), openedOn: '2024-10-02', referralIds: [], number: newJob(), lead } as const;
    const { id } = await call('investigations.open', { ...file, referralIds: [] });
    await conclude(test, id, '2024-11-02');
    const before = join(test.parent, 'before.db');
    copyEncrypted(test.store.requireUnlocked().raw, before);
    await call('purges.approve', { investigationIds: [id], referralIds: [] });
    const { requests } = await call('purges.list', { filter: {} });
    await test.signInAs('records');
    await call('purges.carryOut', { requestIds: requests.map((request) => request.id) });
    await call('session.signIn', { login, passphrase });
    const certificate = {
      unitId: file.unitId,
      on: '2026-11-24',
      file: outbox('certificate.pdf'),
      locale: 'fr',
    } as const;
    await call('purges.certify', certificate);
    putInPlace(test, before);
    await call('session.signIn', { login, passphrase });
    await call('purges.recogniseRestore', { reason });
  },
};

const holds: Chain = {
  kind: 'unit',
  roles: ['records_officer'],
  reaches: ['retention.holdNumber'],
  run: async (hand) => {
    const unitId = ownUnit(hand);
    const sql = 'SELECT number FROM investigation WHERE unit_id = ? ORDER BY random()';
    await hand.call('retention.holdNumber', { unitId, number: String(fromTables(hand, sql, unitId)), reason });
  },
};

/** An administrator asks for a new one; a second person approves. */
const twoPeople: Chain = {
  kind: 'unit',
  roles: ['supervisor'],
  reaches: ['users.approve'],
  run: async ({ test, login, call }) => {
    await test.signInAs(administrator.login);
    const { users } = await test.call('users.list', {});
    const { id: userId, version, roles, unitIds } = must(users.find((user) => user.login === 'sender'));
    await test.call('users.grant', { userId, version, roles: [...roles, 'administrator'], unitIds });
    await call('session.signIn', { login, passphrase });
    const { items } = await call('users.waiting', {});
    await call('users.approve', { approvalId: must(items[0]).id, accept: false });
  },
};

export const accountChains: readonly Chain[] = [clock, copy, restore, restoredStore, holds, twoPeople];
