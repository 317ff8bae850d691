import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId, UserId } from '#contract/ground/ids';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { markedFile, type MarkedFile } from '../../../support/caseFiles.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import {
  administrator,
  choosePassphrase,
  createTestStore,
  createUnitAndUser,
  type TestStore,
} from '../../../support/store.ts';
import { comparedApart } from './notYetCompared.ts';

const later = '2027-11-03' as CivilDate;

/** A file with somebody sealed in it is approved, withdrawn, approved again, purged by another person and certified. */
async function work(store: TestStore, unitId: UnitId, file: MarkedFile): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  const signInAs = async (login: string): Promise<void> => {
    await test.signInAs(login);
    Object.assign(test.store.options, { clock: fixedClock(later) });
  };
  const requests = async () => (await call('purges.list', { filter: {} })).requests;
  const { investigationId, personId } = file;
  await signInAs('officer');
  const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
  const sealed = { file: { kind: 'investigation', id: investigationId }, personId, authorityId: null } as const;
  await call('seals.sealPerson', { ...act, ...sealed });
  const chosen = { investigationIds: [investigationId], referralIds: [] };
  await call('purges.approve', chosen);
  for (const { id: requestId } of await requests()) {
    await asked(call('purges.withdraw', { requestId, version: 7 }));
    await call('purges.withdraw', { requestId, version: 1 });
  }
  expect(await requests()).toEqual([]);
  await call('purges.approve', chosen);
  const requestIds = (await requests()).map(({ id }) => id);
  await asked(call('purges.carryOut', { requestIds }));
  await signInAs('keeper');
  await call('purges.carryOut', { requestIds });
  await call('purges.list', { filter: {} });
  const leaving = { locale: 'en', file: test.grant(join(test.parent, `${crypto.randomUUID()}.pdf`)) } as const;
  await call('purges.certify', { unitId, on: later, ...leaving });
  await asked(call('purges.certify', { unitId, on: '2027-01-01', ...leaving }));
  return answers;
}

describe.skipIf(postgresMissing !== '')(`a purge by two persons ${postgresMissing}`.trim(), () => {
  it('is answered on a server as in a folder, row for row', async () => {
    const folder = await createTestStore('unit', ({ html }) => Promise.resolve(Buffer.from(html)));
    const { unitId, userId } = await createUnitAndUser(folder);
    const file = await markedFile(folder, unitId, 'ZQXMARKA', { lead: userId as UserId });
    const rule = { unitId, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 } as const;
    await folder.call('retention.setRule', rule);
    await folder.signInAs('admin');
    const keeper = { login: 'keeper', displayName: 'Keeper', roles: ['records_officer' as const], unitIds: [unitId] };
    await folder.call('users.create', { ...keeper, passphrase: administrator.passphrase });
    for (const login of ['officer', 'keeper']) {
      await folder.signInAs(login);
      await choosePassphrase(folder);
    }
    const server = await onServer(folder);
    Object.assign(server.store.options, { print: folder.store.options.print });
    const here = await work(folder, unitId, file);
    const there = await work(server, unitId, file);
    // The copies that still hold the file are the folder's own, or the data centre's.
    const apart = (answers: readonly Answer[]): Answer[] =>
      answers.map((each) => ({
        ...each,
        output: each.isRefused ? each.output : { ...(each.output as object), backups: [] },
      }));
    expectSame(apart(here), apart(there));
    expect(here.filter(({ isRefused }) => isRefused)).toHaveLength(3);
    const answered = answeredBy(here);
    expect(comparedApart['purges']?.filter((method) => !answered.has(method))).toEqual([]);
    server.dispose();
  });
});
