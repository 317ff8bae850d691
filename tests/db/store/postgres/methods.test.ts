import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodName } from '#contract/index';
import type { UserId } from '#contract/ground/ids';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { newFolder } from '../../../support/newFolder.ts';
import { copyOfUnit, type TestStore } from '../../../support/store.ts';
import { administer, endExchange, exchange, plan, receive, recover, type Side } from './methodsWork.ts';
import { comparedApart, foldersOwn } from './notYetCompared.ts';

const now = Date.now();
const clock = { now: () => now, today: () => dayOf(now) };
const print = () => Promise.resolve(Buffer.from('%PDF'));

/** Of a new workspace, from its first sign-in on. */
async function work(on: TestStore, partner: Side['partner']): Promise<readonly Answer[]> {
  const { test, answers } = recorded(on);
  const side = { test, now, recoveryKey: on.recoveryKey, partner };
  const unitId = await administer(side);
  await receive(side, unitId);
  await plan(side, unitId);
  await exchange(side, unitId);
  await endExchange(side);
  await recover(side);
  return answers;
}

/** A folder's audit has entries for a change of keys that a server has not, and its first day a backup to make. */
function alike({ output, ...answer }: Answer): Answer {
  const text = JSON.stringify(output).replaceAll(/(?<="(sequence|entry|begun)":)\d+/g, '0');
  return { ...answer, output: JSON.parse(text.replace(/,{"step":"backup","isDone":(true|false)}/, '')) };
}

describe.skipIf(postgresMissing !== '')(`a new workspace on PostgreSQL ${postgresMissing}`.trim(), () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    shared = await serverWorkspace();
    const { test, unitId, userId } = await copyOfUnit();
    Object.assign(test.store.options, { clock });
    const partner = { ...test, unitId, userId: userId as UserId };
    const own = await newFolder('Shared');
    Object.assign(own.store.options, { clock, print });
    here = await work(own, partner);
    own.dispose();
    desk = shared.desk();
    Object.assign(desk.store.options, { clock, print });
    there = await work(desk, partner);
    partner.dispose();
  });
  afterAll(() => shared.dispose());

  it('answers as one in a folder', () => {
    expectSame(here.map(alike), there.map(alike));
    expect([...answeredBy(there)]).toEqual(expect.arrayContaining([...(comparedApart['methods'] ?? ['none'])]));
  });

  it('says of what only a folder has that it is there alone', async () => {
    await desk.signInAs('officer');
    const only = { code: 'forbidden', reason: 'folder_only' };
    const methods = Object.keys(foldersOwn) as MethodName[];
    expect(methods.length).toBeGreaterThan(5);
    const lost = { kind: 'computer' } as const;
    expect(await desk.refusal('breach.report', { lost })).toEqual(only);
    for (const method of methods) expect(await desk.refusal(method, {}), method).toEqual(only);
  });
});
