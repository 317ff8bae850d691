import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodNamed, storeContract, type MethodName } from '#contract/index';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { isCoordinators, questionsTo } from '../../../support/coordinatorsReads.ts';
import { newFolder } from '../../../support/newFolder.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { administrator, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';
import { writtenFiles } from '../../../support/writtenFiles.ts';
import { deadlines, estimates, frameworks, money, own, received, returns } from './coordinatorsWork.ts';
import { beforeAnyWorkspace, foldersOwn } from './notYetCompared.ts';
import { newElsewhere, workOfCoordination, type Elsewhere } from './marked/coordination.ts';

const now = Date.now();
const clock = { now: () => now, today: () => dayOf(now) };

/** Each side draws its ids and its key, and writes its workbooks when it comes to them. */
const drawn = [
  // A folder is read whole once somebody has been signed in for a minute.
  /(?<=^\{"lastWhole":).+(?=\}$)/g,
  // A workbook is compressed with the ids in it.
  /(?<=[.]xlsx\\?",\\?"bytes\\?":)\d+/g,
  /(?<=\\?"bytes\\?":)\d+(?=,\\?"name\\?":\\?"[^"]+[.]xlsx)/g,
  /(?<=W3CDTF\\">)[-0-9T:]+Z/g,
  // Beginnings of ids and digests.
  /(?<=UID:)[0-9a-f]{8}/g,
  /(?<=>Version \d+ · )[0-9a-f]{16}/g,
  // Each engine has migrations of its own.
  /(?<=\\"schema\\":\\")\d+(?=_)/g,
  // Of a signature.
  /(?<=\\?"value\\?":\\?")[A-Za-z0-9+/]{86}==/g,
];

function alike({ output, ...answer }: Answer): Answer {
  const sizes = answer.method === 'rollup.writeKit' ? [/(?<="bytes":)\d+/g] : drawn;
  const text = sizes.reduce((before, each) => before.replaceAll(each, '0'), JSON.stringify(output));
  return { ...answer, output: JSON.parse(text) as unknown };
}

/** Compared by `methods.test`: they are the same in each kind of workspace. */
const signsIn = ['session.signIn', 'session.changePassphrase', 'session.recover'];

/** With what leaves: each page that is printed, and what each file says. */
async function work(on: TestStore, elsewhere: Elsewhere): Promise<readonly Answer[]> {
  const { test, answers } = recorded(on);
  const left = (method: string, output: unknown) => answers.push({ method, isRefused: false, output });
  const print = (page: unknown) => {
    left('printed', page);
    return Promise.resolve(Buffer.from('%PDF'));
  };
  Object.assign(on.store.options, { clock, print });
  const two = await workOfCoordination(test, 'ZQXMARKED', elsewhere);
  await test.signInAs('coordinator');
  const desk = { test, two, elsewhere };
  for (const run of [received, returns, deadlines, frameworks, money, estimates, own]) await run(desk);
  for (const [method, input] of questionsTo(two))
    await test.call(method as never, input as never).catch(() => undefined);
  for (const [name, text] of await writtenFiles(two.outbox)) left(`written ${name}`, text);
  return answers;
}

/** It takes minutes: `npm run test:all`. */
describe.skipIf(postgresMissing !== '' || !isWhole)(`coordination on PostgreSQL ${postgresMissing}`.trim(), () => {
  let server: TestStore;
  let elsewhere: Elsewhere;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    const folder = await newFolder('Shared', 'coordination');
    Object.assign(folder.store.options, { clock });
    await folder.signInAs(administrator.login);
    server = await onServer(folder);
    elsewhere = await newElsewhere('ZQXMARKED');
    here = await work(folder, elsewhere);
    // Files of its own, by the same names.
    const parent = join(folder.parent, 'server');
    mkdirSync(parent);
    there = await work({ ...server, parent }, elsewhere);
  }, 600_000);
  afterAll(() => {
    server.dispose();
    elsewhere.returned.coordination.test.dispose();
  });

  it('answers as a folder does', () => {
    expectSame(here.map(alike), there.map(alike));
  });

  it('has answered every method of a coordination workspace, and every other that a coordinator calls', () => {
    const asked = new Set([...answeredBy(there), ...Object.keys(foldersOwn), ...beforeAnyWorkspace, ...signsIn]);
    const all = (Object.keys(storeContract) as MethodName[]).filter(
      (name) => methodNamed(name as never).workspace === 'coordination' || isCoordinators(storeContract[name as never]),
    );
    expect(all.filter((name) => !asked.has(name))).toEqual([]);
  });
});
