// `npm run calibrate`: whether the intervals of the capacity model hold what they promise, on panels whose truth is known.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import style from '../.oxfmtrc.json' with { type: 'json' };
import { judge } from '../db/ground/analysis/calibration/bands.ts';
import { defaultChain } from '../db/ground/analysis/sampler/fit.ts';
import { scenarios } from '../db/ground/analysis/calibration/scenarios.ts';
import { summarise } from '../db/ground/analysis/calibration/summary.ts';
import { calibrationDocument } from './calibrate/document.mjs';
import { scorePanels } from './calibrate/pool.mjs';
import { printRun } from './calibrate/terminal.mjs';
import { ROOT, say } from './setup/processes.mjs';

const FIGURES = join(ROOT, 'docs', 'calibration.json');
const DOCUMENT = join(ROOT, 'docs', 'calibration.md');
const USAGE = `npm run calibrate -- [options]
  --scenario NAME   ${Object.keys(scenarios).join(', ')} or all; may be repeated (default sbc)
  --panels N        panels for each scenario, 2 or more (default 100; 24 for those other than sbc)
  --first-seed N    seed of the first panel (default 5000 for sbc, 1000 for the others)
  --jobs N          threads (default 2)
  --sweeps N        sweeps of the sampler, 3 in 10 thrown away (default ${String(defaultChain.sweeps)})`;

/** @param {string | undefined} text @param {number} fallback @param {number} least */
function whole(text, fallback, least) {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < least) throw new RangeError(USAGE);
  return value;
}

function readOptions() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { scenario: { ...text, multiple: true }, panels: text, 'first-seed': text, jobs: text, sweeps: text },
  });
  const asked = values.scenario ?? ['sbc'];
  const names = asked.includes('all') ? Object.keys(scenarios) : asked;
  if (names.some((name) => !Object.hasOwn(scenarios, name))) throw new RangeError(USAGE);
  const sweeps = whole(values.sweeps, defaultChain.sweeps, 100);
  const burnIn = values.sweeps === undefined ? defaultChain.burnIn : Math.round(0.3 * sweeps);
  return { names, values, jobs: whole(values.jobs, 2, 1), sampler: { sweeps, burnIn } };
}

/** What is kept of a run: enough to repeat it, and what was measured. */
async function runScenario(name, { values, jobs, sampler }) {
  const [usualPanels, usualSeed] = scenarios[name].parameters === null ? [100, 5000] : [24, 1000];
  const panels = whole(values.panels, usualPanels, 2);
  const firstSeed = whole(values['first-seed'], usualSeed, 0);
  const seeds = Array.from({ length: panels }, (_, index) => firstSeed + index);
  const start = performance.now();
  const scored = await scorePanels({ scenario: name, sampler }, seeds, jobs, (done) => {
    if (done % 10 === 0) say(`${name}: ${String(done)} of ${String(panels)} panels`);
  });
  const summary = summarise(scored.map(({ score }) => score));
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    versions: { vigie: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version, node: process.version },
    seeds: { first: firstSeed, last: firstSeed + panels - 1 },
    sampler,
    seconds: { elapsed: (performance.now() - start) / 1000, perPanel: median(scored.map(({ seconds }) => seconds)) },
    effectiveSampleSize: {
      smallest: Math.min(...scored.map(({ effectiveSampleSize }) => effectiveSampleSize)),
      median: median(scored.map(({ effectiveSampleSize }) => effectiveSampleSize)),
    },
    summary,
    verdicts: scenarios[name].parameters === null ? judge(summary) : null,
  };
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

function readRuns() {
  try {
    return JSON.parse(readFileSync(FIGURES, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Other scenarios keep the figures of their last run; the order is that of the scenarios. */
async function writeResults(fresh) {
  const runs = { ...readRuns(), ...fresh };
  const ordered = Object.fromEntries(
    Object.keys(scenarios).flatMap((name) => (runs[name] ? [[name, runs[name]]] : [])),
  );
  const rounded = JSON.stringify(ordered, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  writeFileSync(FIGURES, (await format(FIGURES, rounded, { printWidth: style.printWidth })).code);
  writeFileSync(DOCUMENT, calibrationDocument(JSON.parse(rounded)));
}

async function main() {
  const options = readOptions();
  const runs = {};
  for (const name of options.names) {
    runs[name] = await runScenario(name, options);
    printRun(name, runs[name], say);
    await writeResults(runs);
  }
  const missed = Object.values(runs).some(({ verdicts }) => verdicts?.some(({ passes }) => !passes));
  if (missed) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof RangeError ? error.message : String(error?.stack ?? error)}\n`);
  process.exitCode = 2;
}
