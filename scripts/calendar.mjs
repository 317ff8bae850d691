// `npm run test:calendar`: plays the newcomer's story, the coordinator's quarter and the first day, and builds the demonstration, on each
// day of the list and in other places, with the clock of the system moved. `-- 2028-02-29 2027-10-05` keeps to some of the days.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { days, places } from './calendar/days.mjs';
import { environmentOf, faketimeLibrary } from './calendar/faketime.mjs';
import { ROOT, SetupError, projectNode, say } from './setup/processes.mjs';

const atOnce = 2;
const STORIES = {
  newcomer: 'accounts/newcomer.spec.ts',
  coordinator: 'stories/coordinator.spec.ts',
  'first day': 'stories/firstDay.spec.ts',
};

/** @typedef {{ moment: import('./calendar/days.mjs').Moment, name: string, args: readonly string[], locale?: string }} Task */

/** What is done on one day; the language changes from day to day. @returns {Task[]} */
function tasksOf(/** @type {Task['moment']} */ moment, /** @type {number} */ index) {
  const locale = index % 2 === 0 ? 'en' : 'fr';
  const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const stories = Object.entries(STORIES).map(([name, file]) => {
    const output = join('test-results', `${moment.day} ${name}`);
    return {
      moment,
      name,
      locale,
      args: [playwright, 'test', '--workers=1', '--reporter=line', `--output=${output}`, file],
    };
  });
  const build = join(ROOT, 'scripts', 'calendar', 'buildDemonstration.mjs');
  return [...stories, { moment, name: 'demonstration', args: [build, moment.day] }];
}

/** @param {Task} task @param {string} library @returns {Promise<{ failed: boolean, line: string, said: string }>} */
function play({ moment, name, args, locale }, library) {
  const { day, at, zone, locale: system } = moment;
  const language = locale && { VIGIE_LANGUAGE: locale };
  const env = { ...process.env, ...environmentOf(library, moment), ...language };
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(projectNode(), args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.on('close', (code) => {
      const seconds = Math.round((performance.now() - began) / 1000);
      const when = `${day} ${at} ${zone} ${system}`;
      done({
        failed: code !== 0,
        said,
        line: `${code === 0 ? 'passed' : 'FAILED'}  ${when}  ${name}${locale ? ` (${locale})` : ''}, ${seconds} s`,
      });
    });
  });
}

async function run() {
  const library = await faketimeLibrary();
  const asked = process.argv.slice(2);
  const moments = [...days, ...places].filter(({ day }) => asked.length === 0 || asked.includes(day));
  const tasks = moments.flatMap(tasksOf);
  let failures = tasks.length === 0 ? 1 : 0;
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      const { failed, line, said } = await play(task, library);
      say(failed ? `${line}\n${said}` : line);
      if (failed) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  say(failures === 0 ? `All passed on ${moments.length} days.` : `${failures} failed.`);
  process.exitCode = failures === 0 ? 0 : 1;
}

try {
  await run();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
