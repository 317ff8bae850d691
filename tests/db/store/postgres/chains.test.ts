import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileGrant, UnitId } from '#contract/ground/ids';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { administrator, createTestStore, createUnitAndUser, today, type TestStore } from '../../../support/store.ts';
import type { Hand } from '../../../../proofs/torture/calls/chains/chain.ts';
import { fileChains } from '../../../../proofs/torture/calls/chains/files.ts';
import { intakeChains } from '../../../../proofs/torture/calls/chains/intake.ts';
import { stored } from '../../../support/stored.ts';
import { extractsOf } from '../../intake/extracts/support.ts';
import { header, newJob } from '../../intake/imports/support.ts';
import { keepersWork } from './keepersWork.ts';
import { comparedApart } from './notYetCompared.ts';

const rows = [
  header,
  '2026-10-01,NCECC,A-1,3,high,First words,,,',
  '2026-10-02,NCECC,A-2,2,low,Second words,2026-10-05,not viable,',
  '2026-13-02,NCECC,A-3,,,A wrong day,,,',
].join('\n');

/** What one call gives to the next, chain by chain. */
async function work(store: TestStore): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const folder = join(test.parent, randomUUID());
  mkdirSync(folder);
  writeFileSync(join(folder, 'rows.csv'), rows);
  const pathOf = (ending: string): string => join(folder, ending);
  const grant = (path: string) => test.grant(path) as FileGrant;
  const hand: Hand = {
    ...{ test, login: 'officer', call: test.call, pathOf },
    inbox: (ending) => grant(pathOf(ending)),
    outbox: (name) => grant(name === undefined ? folder : join(folder, name)),
  };
  const some = intakeChains.filter(({ reaches }) => reaches.some((name) => /^(imports|lists)\./.test(name)));
  for (const { run } of [...fileChains, ...some]) await run(hand);
  for (const run of keepersWork) await run(hand);
  return answers;
}

describe.skipIf(postgresMissing !== '')(`chains of calls on PostgreSQL ${postgresMissing}`.trim(), () => {
  let server: TestStore;
  let unitId: UnitId;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    const folder = await createTestStore();
    ({ unitId } = await createUnitAndUser(folder, { roles: ['investigator', 'supervisor', 'records_officer'] }));
    await folder.signInAs('admin');
    const colleague = {
      login: 'colleague',
      displayName: 'Colleague',
      roles: ['investigator' as const],
      unitIds: [unitId],
    };
    await folder.call('users.create', { ...colleague, passphrase: administrator.passphrase });
    await folder.signInAs('officer');
    server = await onServer(folder);
    const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
    const print = () => Promise.resolve(Buffer.from('%PDF'));
    for (const { store } of [folder, server]) Object.assign(store.options, { clock, print });
    here = await work(folder);
    there = await work(server);
  });
  afterAll(() => {
    server.dispose();
  });

  it('are answered as in a folder', () => {
    expectSame(here, there);
    expect([...answeredBy(here)]).toEqual(expect.arrayContaining([...(comparedApart['chains'] ?? ['none'])]));
  });

  it('leave no link of an investigation whose extract was undone', async () => {
    const referred = { unitId, source: 'ncecc', receivedOn: today, externalNumber: 'NC-77' } as const;
    await server.call('referrals.log', referred);
    const rows = ['Occurrence number,Opened,Closed,Referral number', `X,${today},,NC-77`];
    const { importId } = await extractsOf(() => server).extract('investigations', ...rows);
    const links = () => stored(server, 'SELECT investigation_id FROM referral_investigation');
    const before = await links();
    await server.call('imports.undo', { importId, jobId: newJob() });
    expect(await links()).toHaveLength(before.length - 1);
  });
});
