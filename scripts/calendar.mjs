// `npm run test:calendar`: plays the newcomer's story, the coordinator's quarter and the first day, and builds the demonstration, on each
// day of the list and in other places, with the clock of the system moved. `-- 2028-02-29 UTC coordinator` keeps to some
// of the days, places and tasks.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { days, places } from './calendar/days.mjs';
import { environmentOf, faketimeLibrary } from './calendar/faketime.mjs';
import { ROOT, SetupError, projectNode, say } from './setup/processes.mjs';

const atOnce = 2;
/** It ends what hangs: a moved clock costs time, and so does a machine that others use too. */
const LIMIT = 1_800_000;

const playwright = [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', '--workers=1', '--reporter=line'];
const vitest = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--maxWorkers=1', '--reporter=default'];
const stories = {
  newcomer: 'tests/e2e/accounts/newcomer.spec.ts',
  coordinator: 'tests/e2e/stories/coordinator.spec.ts',
  firstDay: 'tests/e2e/stories/firstDay.spec.ts',
};

/** @typedef {{ moment: import('./calendar/days.mjs').Moment, name: string, args: readonly string[], env: NodeJS.ProcessEnv }} Task */

/** What is done on one day: the stories in a language that changes from day to day. @returns {Task[]} */
function tasksOf(/** @type {Task['moment']} */ moment, /** @type {number} */ index) {
  const language = index % 2 === 0 ? 'en' : 'fr';
  const played = Object.entries(stories).map(([name, file]) => {
    // Each run empties the folder of its output first.
    const output = `--output=test-results/${moment.day} ${moment.zone.replace('/', ' ')} ${name}`;
    const args = [...playwright, `--timeout=${LIMIT}`, output, file];
    return { moment, name, args, env: { VIGIE_LANGUAGE: language } };
  });
  const build = [...vitest, 'tests/db/entry/demoOnDay.test.ts'];
  const built = { moment, name: 'demonstration', args: build, env: { VIGIE_DEMONSTRATION_DAY: moment.day } };
  if (!places.includes(moment)) return [...played, built];
  const args = [...vitest, 'tests/renderer', 'tests/db/casework', 'tests/db/ledger'];
  return [...played, built, { moment, name: 'unitTests', args, env: {} }];
}

/** @param {Task} task @param {string} library @returns {Promise<boolean>} whether it passed */
function play({ moment, name, args, env }, library) {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(projectNode(), args, {
      cwd: ROOT,
      env: { ...process.env, ...environmentOf(library, moment), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.on('close', (code) => {
      const { day, at, zone, locale } = moment;
      const language = env.VIGIE_LANGUAGE ?? '';
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`${code === 0 ? 'passed' : 'FAILED'}  ${day} ${at} ${zone} ${locale}  ${name} ${language}, ${seconds} s`);
      if (code !== 0) say(said);
      done(code === 0);
    });
  });
}

async function run() {
  const library = await faketimeLibrary();
  const asked = process.argv.slice(2);
  const all = [...days, ...places].flatMap(tasksOf);
  const whens = asked.filter((word) => all.some(({ moment }) => moment.day === word || moment.zone === word));
  const names = asked.filter((word) => all.some(({ name }) => name === word));
  const strange = asked.filter((word) => !whens.includes(word) && !names.includes(word));
  if (strange.length > 0) throw new SetupError(`No such day, place or task: ${strange.join(', ')}.`);
  const tasks = all.filter(
    ({ moment: { day, zone }, name }) =>
      (whens.length === 0 || whens.includes(day) || whens.includes(zone)) &&
      (names.length === 0 || names.includes(name)),
  );
  const count = tasks.length;
  let failures = 0;
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) if (!(await play(task, library))) failures += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  say(failures === 0 ? `All ${count} passed.` : `${failures} of ${count} failed.`);
  process.exitCode = failures === 0 ? 0 : 1;
}

await run().catch((error) => {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
