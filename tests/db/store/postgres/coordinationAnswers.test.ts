import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodNamed, storeContract, type MethodName } from '#contract/index';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { questionsTo } from '../../../support/coordinatorsReads.ts';
import { newFolder } from '../../../support/newFolder.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { administrator, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';
import { notYetComparedOfCoordination } from './notYetCompared.ts';
import { newElsewhere, workOfCoordination, type Elsewhere } from './marked/coordination.ts';

/** Chains are drawn for these, which would take minutes; the tests of one engine ask them. */
const long = /^(counterfactual|plans|rollup\.national)\b/;
const now = Date.now();
const clock = { now: () => now, today: () => dayOf(now) };

/** A workbook is compressed with the ids in it, which each side draws. */
function alike({ output, ...answer }: Answer): Answer {
  const sized = /(?<=[.]xlsx","bytes":)\d+/g;
  return { ...answer, output: JSON.parse(JSON.stringify(output).replaceAll(sized, '0')) as unknown };
}

async function work(on: TestStore, elsewhere: Elsewhere): Promise<readonly Answer[]> {
  Object.assign(on.store.options, { clock, print: () => Promise.resolve(Buffer.from('%PDF')) });
  const { test, answers } = recorded(on);
  const two = await workOfCoordination(test, 'ZQXMARKED', elsewhere);
  await test.signInAs('coordinator');
  for (const [method, input] of questionsTo(two).filter(([name]) => !long.test(name)))
    await test.call(method as never, input as never).catch(() => undefined);
  return answers;
}

/** It takes minutes: `npm run test:all`. */
describe.skipIf(postgresMissing !== '' || !isWhole)(`coordination on PostgreSQL ${postgresMissing}`.trim(), () => {
  let server: TestStore;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    const folder = await newFolder('Shared', 'coordination');
    Object.assign(folder.store.options, { clock });
    await folder.signInAs(administrator.login);
    server = await onServer(folder);
    const elsewhere = await newElsewhere('ZQXMARKED');
    here = await work(folder, elsewhere);
    // Files of its own, by the same names.
    const parent = join(folder.parent, 'server');
    mkdirSync(parent);
    there = await work({ ...server, parent }, elsewhere);
  }, 600_000);
  afterAll(() => {
    server.dispose();
  });

  it('answers as a folder does', () => {
    expectSame(here.map(alike), there.map(alike));
  });

  it('has answered every method of a coordination workspace but those that are listed', () => {
    const asked = answeredBy(there);
    const all = (Object.keys(storeContract) as MethodName[]).filter(
      (name) => methodNamed(name as never).workspace === 'coordination',
    );
    expect(all.filter((name) => !asked.has(name)).sort()).toEqual([...notYetComparedOfCoordination]);
  });
});
