import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitId, UserId } from '#contract/ground/ids';
import { methodNamed, storeContract, type MethodName } from '#contract/index';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { markedFile } from '../../../support/caseFiles.ts';
import { readEverything } from '../../../support/everyRead.ts';
import { FileWorkPlay } from '../../../support/playFileWork.ts';
import { onServer } from '../../../support/onServer.ts';
import { playLedger } from '../../../support/playLedger.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { copyOfUnit, today, type TestStore } from '../../../support/store.ts';
import { officeWork } from './officeWork.ts';
import { beforeAnyWorkspace, comparedApart, foldersOwn, notYetCompared } from './notYetCompared.ts';

const acts = ['log', 'log', 'open', 'move', 'court', 'bundle', 'conclude', 'split', 'again', 'log', 'wait', 'undo'];
const more = ['link', 'unlink', 'rule', 'proactive', 'reopen', 'send', 'answer'];
const steps = Array.from({ length: 90 }, (_, index) => ({
  what: (index % 3 === 0 ? more[(index / 3) % 7] : acts[index % 12]) ?? 'log',
  a: index * 7,
  b: index * 3,
  after: 2,
}));

const onFiles = [
  'arrest',
  'charge',
  'victim',
  'device',
  'authority',
  'support',
  'charge',
  'advance',
  'accuse',
  'dispose',
];
const changes = [
  'victimChange',
  'deviceChange',
  'authorityChange',
  'supportRemove',
  'victimRemove',
  'conclude',
  'reopen',
];
const fileWork = ['open', 'open', 'open', ...onFiles, ...onFiles, ...onFiles, ...changes, ...changes, ...changes];

/** A unit's work, from two files with a fact in every place that takes one to every list and figure: what each call was answered. */
async function work(on: TestStore, unitId: UnitId, userId: UserId): Promise<readonly Answer[]> {
  const { test, answers } = recorded(on);
  const { call } = test;
  const marker = 'ZQXMARKA';
  const file = await markedFile(test, unitId, marker, { lead: userId });
  await markedFile(test, unitId, 'ZQXMARKB', { lead: userId, staysOpen: true });
  // The book of files is read here, and again once it has changed.
  await call('backlog.ageing', { on: '2026-11-20' });
  await playLedger(test, steps, [unitId]);
  await call('backlog.ageing', { on: '2026-11-20' });
  const play = new FileWorkPlay(test, [unitId]);
  for (const [index, what] of fileWork.entries()) await play.step({ what, a: index % 3, b: index * 2 });
  await officeWork(test, unitId, userId);
  const { partners } = await call('partners.list', { filter: {} });
  const { operations } = await call('operations.list', { filter: {} });
  const about = { ...file, unitId, userId, marker, operationId: operations[0]!.id, partnerId: partners[0]!.id };
  for (const [method, output] of Object.entries(
    await readEverything(on, about, [...notYetCompared, ...(comparedApart['search'] ?? [])]),
  ))
    answers.push({ method, isRefused: !output.startsWith('{'), output });
  return answers;
}

describe.skipIf(postgresMissing !== '')(`a unit on PostgreSQL ${postgresMissing}`.trim(), () => {
  let folder: TestStore;
  let server: TestStore;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    const made = await copyOfUnit();
    folder = made.test;
    server = await onServer(folder);
    // Entries of what was read in a burst come when it ends: time does not advance, so that no other time depends on them.
    const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
    for (const { store } of [folder, server]) Object.assign(store.options, { clock });
    const given = [made.unitId, made.userId as UserId] as const;
    here = await work(folder, ...given);
    there = await work(server, ...given);
  });
  afterAll(() => {
    server.dispose();
  });

  it('answers as a folder does, whatever is asked', () => {
    expectSame(here, there);
  });

  it('has answered every method of a unit but those that are listed', () => {
    const apart = [...Object.values(comparedApart).flat(), ...Object.keys(foldersOwn), ...beforeAnyWorkspace];
    const asked = new Set([...answeredBy(here), ...apart]);
    const ofUnits = (Object.keys(storeContract) as MethodName[]).filter(
      (name) => methodNamed(name as never).workspace !== 'coordination',
    );
    expect(ofUnits.filter((name) => !asked.has(name)).sort()).toEqual([...notYetCompared]);
  });
});
