// `npm run calibrate`: whether the intervals of the capacity model hold what they promise, on panels whose truth is known.
import { parseArgs } from 'node:util';
import { measuredFirst, scenarios } from './calibrate/panels/scenarios.ts';
import { methodVersion } from '../db/estimator/methodVersion.ts';
import { keep, readKept, tidy } from './calibrate/kept.mjs';
import { scorePanels } from './calibrate/pool.mjs';
import { keptOf, pruneKept, readRuns, writeResults, writeWorldResults } from './calibrate/results.mjs';
import { runOf } from './calibrate/runs.mjs';
import { printGrades, printRun } from './calibrate/terminal.mjs';
import { closingNames } from './calibrate/worlds/made.ts';
import { goOnWithWorld, readWorldRuns } from './calibrate/worlds/runs.mjs';
import { printWorlds } from './calibrate/worlds/terminal.mjs';
import { say } from '../scripts/setup/processes.mjs';

const inOrder = [...new Set([...measuredFirst, ...Object.keys(scenarios)])];
const USAGE = `npm run calibrate -- [options]
  --scenario NAME   ${inOrder.join(', ')}; may be repeated (default all, in this order)
  --panels N        panels that each scenario is to have, those kept included (default 500)
  --closings        worlds whose closings without investigation follow laws of their own, instead of the scenarios
  --world NAME      ${closingNames.join(', ')}; may be repeated (default all)
  --demonstration   the demonstration's simulator, instead of the scenarios
  --seeds N         panels that each world is to have (default 3, of the demonstration 30)
  --jobs N          threads (default 2)
  --write           no new panel: write what is made of those kept
  --prune           remove the panels kept of older methods`;

/** Panels after which figures and document are written: a kill loses the panels under way alone, since each is kept as it is done. */
const between = 10;

/** @param {string | undefined} text @param {number} fallback @param {number} least */
function whole(text, fallback, least) {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < least) throw new RangeError(USAGE);
  return value;
}

/** @param {readonly string[] | undefined} given @param {readonly string[]} known */
function namesOf(given, known) {
  if (given?.some((name) => !known.includes(name))) throw new RangeError(USAGE);
  return given ?? known;
}

function readOptions() {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }];
  const names = { ...text, multiple: true };
  const { values } = parseArgs({
    options: {
      ...{ scenario: names, panels: text, closings: flag, world: names, demonstration: flag, seeds: text },
      ...{ jobs: text, write: flag, prune: flag },
    },
  });
  if (values.world && !values.closings) throw new RangeError(USAGE);
  const closings = values.closings ? namesOf(values.world, closingNames) : [];
  const seedsOf = (usual) => (values.write ? 0 : whole(values.seeds, usual, 1));
  return {
    names: namesOf(values.scenario, inOrder),
    panels: values.write ? 0 : whole(values.panels, 500, 2),
    worlds: [
      ...closings.map((name) => ({ name, panels: seedsOf(3) })),
      ...(values.demonstration ? [{ name: 'demonstration', panels: seedsOf(30) }] : []),
    ],
    jobs: whole(values.jobs, 2, 1),
    prune: values.prune === true,
  };
}

/** Panels of the method of today that are not kept yet, scored and kept one by one. */
async function goOn(name, { panels, jobs }) {
  const path = keptOf(name);
  tidy(path);
  const first = scenarios[name].parameters === null ? 5000 : 1000;
  const done = new Set(readKept(path).flatMap(({ method, seed }) => (method === methodVersion ? [seed] : [])));
  const seeds = Array.from({ length: panels }, (_, index) => first + index).filter((seed) => !done.has(seed));
  let fresh = 0;
  let writing = Promise.resolve();
  await scorePanels({ scenario: name, sampler: null, isGraded: true }, seeds, jobs, (panel) => {
    keep(path, {
      ...panel,
      method: methodVersion,
      on: new Date().toISOString().slice(0, 10),
      node: process.version,
    });
    fresh += 1;
    if (fresh % between !== 0) return;
    say(`${name}: ${String(panels - seeds.length + fresh)} of ${String(panels)} panels`);
    writing = writing.then(writeResults);
  });
  await writing;
  tidy(path);
}

const isMissed = ({ verdicts, gradeVerdict }) =>
  verdicts?.some(({ passes }) => !passes) || gradeVerdict.passes === false;

async function runScenarios(options) {
  for (const name of options.names) {
    await goOn(name, options);
    const run = runOf(name, readKept(keptOf(name)));
    if (run === null) continue;
    if (options.panels > 0) printRun(name, run, say);
    if (isMissed(run)) process.exitCode = 1;
  }
  await writeResults();
  printGrades(readRuns(), say);
}

async function runWorlds({ worlds, jobs }) {
  for (const { name, panels } of worlds) {
    await goOnWithWorld(name, panels, jobs);
    say(`${name}: done`);
  }
  const runs = Object.entries(readWorldRuns()).filter(([name]) => worlds.some((world) => world.name === name));
  printWorlds(Object.fromEntries(runs), say);
  if (runs.some(([, { summary }]) => summary.passes === false)) process.exitCode = 1;
  await writeWorldResults();
}

async function main() {
  const options = readOptions();
  if (options.prune) pruneKept();
  if (options.worlds.length > 0) await runWorlds(options);
  else if (options.prune) await writeResults().then(writeWorldResults);
  else await runScenarios(options);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof RangeError ? error.message : String(error?.stack ?? error)}\n`);
  process.exitCode = 2;
}
