// `npm run calibrate`: whether the intervals of the capacity model hold what they promise, on panels whose truth is known.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import style from '../.oxfmtrc.json' with { type: 'json' };
import { measuredFirst, scenarios } from './calibrate/panels/scenarios.ts';
import { methodVersion } from '../db/estimator/methodVersion.ts';
import { calibrationDocument } from './calibrate/document.mjs';
import { keep, readKept, tidy } from './calibrate/kept.mjs';
import { scorePanels } from './calibrate/pool.mjs';
import { besideEarlier, runOf } from './calibrate/runs.mjs';
import { printGrades, printRun } from './calibrate/terminal.mjs';
import { ROOT, say } from '../scripts/setup/processes.mjs';

const FIGURES = join(ROOT, 'docs', 'calibration.json');
const DOCUMENT = join(ROOT, 'docs', 'calibration.md');
const keptOf = (name) => join(ROOT, 'docs', 'calibration', `${name}.csv`);
const inOrder = [...new Set([...measuredFirst, ...Object.keys(scenarios)])];
const USAGE = `npm run calibrate -- [options]
  --scenario NAME   ${inOrder.join(', ')}; may be repeated (default all, in this order)
  --panels N        panels that each scenario is to have, those kept included (default 500)
  --jobs N          threads (default 2)
  --write           no new panel: write what is made of those kept`;

/** Panels after which figures and document are written: a kill loses the panels under way alone, since each is kept as it is done. */
const between = 10;

/** @param {string | undefined} text @param {number} fallback @param {number} least */
function whole(text, fallback, least) {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < least) throw new RangeError(USAGE);
  return value;
}

function readOptions() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { scenario: { ...text, multiple: true }, panels: text, jobs: text, write: { type: 'boolean' } },
  });
  const names = values.scenario ?? inOrder;
  if (names.some((name) => !Object.hasOwn(scenarios, name))) throw new RangeError(USAGE);
  return {
    names,
    panels: values.write ? 0 : whole(values.panels, 500, 2),
    jobs: whole(values.jobs, 2, 1),
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

function readRuns() {
  try {
    return JSON.parse(readFileSync(FIGURES, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Figures of a run whose panels were not kept remain until as many are; the order is that of the scenarios. */
async function writeResults() {
  const earlier = readRuns();
  const ordered = Object.fromEntries(
    Object.keys(scenarios).flatMap((name) => {
      const run = besideEarlier(runOf(name, readKept(keptOf(name))), earlier[name]);
      return run ? [[name, run]] : [];
    }),
  );
  const rounded = JSON.stringify(ordered, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  writeFileSync(FIGURES, (await format(FIGURES, rounded, { printWidth: style.printWidth })).code);
  writeFileSync(DOCUMENT, calibrationDocument(JSON.parse(rounded)));
}

const isMissed = ({ verdicts, gradeVerdict }) =>
  verdicts?.some(({ passes }) => !passes) || gradeVerdict.passes === false;

async function main() {
  const options = readOptions();
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

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof RangeError ? error.message : String(error?.stack ?? error)}\n`);
  process.exitCode = 2;
}
