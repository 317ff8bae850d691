// What is written of the panels kept: docs/calibration.md and the figures that it shows.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import style from '../../.oxfmtrc.json' with { type: 'json' };
import { methodVersion } from '../../db/estimator/methodVersion.ts';
import { ROOT } from '../../scripts/setup/processes.mjs';
import { calibrationDocument } from './document.mjs';
import { readKept } from './kept.mjs';
import { scenarios } from './panels/scenarios.ts';
import { dropOlder } from './rows.mjs';
import { runOf } from './runs.mjs';
import { readWorldRuns } from './worlds/runs.mjs';

const FOLDER = join(ROOT, 'docs', 'calibration');
const FIGURES = join(ROOT, 'docs', 'calibration.json');
const WORLD_FIGURES = join(FOLDER, 'worlds.json');
const DOCUMENT = join(ROOT, 'docs', 'calibration.md');

/** @param {string} name of a scenario */
export const keptOf = (name) => join(FOLDER, `${name}.csv`);

const readFigures = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});

/** As they were last written. @returns {Record<string, import('./document.mjs').Run>} */
export const readRuns = () => readFigures(FIGURES);

async function writeFigures(path, figures) {
  const rounded = JSON.stringify(figures, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  writeFileSync(path, (await format(path, rounded, { printWidth: style.printWidth })).code);
}

const writeDocument = () => writeFileSync(DOCUMENT, calibrationDocument(readRuns(), readFigures(WORLD_FIGURES)));

/** Of the scenarios, in their order. */
export async function writeResults() {
  const runs = Object.keys(scenarios).flatMap((name) => {
    const run = runOf(name, readKept(keptOf(name)));
    return run ? [[name, run]] : [];
  });
  await writeFigures(FIGURES, Object.fromEntries(runs));
  writeDocument();
}

/** Of the worlds whose closings follow laws of their own. */
export async function writeWorldResults() {
  await writeFigures(WORLD_FIGURES, readWorldRuns());
  writeDocument();
}

/** Removes the panels kept of older methods, and files that hold no other. */
export function pruneKept() {
  for (const folder of [FOLDER, join(FOLDER, 'worlds')]) {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
    for (const name of names) dropOlder(join(folder, name), methodVersion);
  }
}
