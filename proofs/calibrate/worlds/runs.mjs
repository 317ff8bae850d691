// Panels of worlds whose truth is known: scored and kept, and what is made of those kept.
import { join } from 'node:path';
import { methodVersion } from '../../../db/estimator/methodVersion.ts';
import { ROOT } from '../../../scripts/setup/processes.mjs';
import { scorePanels } from '../pool.mjs';
import { keep, readKept, tidy } from './kept.mjs';
import { worldNames } from './made.ts';
import { summariseWorld } from './summary.ts';

/**
 * @typedef {{
 *   measuredOn: string,
 *   versions: { node: string, method: number },
 *   seeds: readonly number[],
 *   seconds: number,
 *   summary: import('./summary.ts').WorldSummary,
 * }} WorldRun seconds: of a processor, in all
 */

const pathOf = (name) => join(ROOT, 'docs', 'calibration', 'worlds', `${name}.csv`);

/** @param {readonly import('./kept.mjs').KeptWorld[]} kept @returns {WorldRun | null} null where none is of the present method */
export function worldRunOf(kept) {
  const panels = kept.filter(({ method }) => method === methodVersion);
  const last = panels.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  return {
    measuredOn: last.on,
    versions: { node: last.node, method: last.method },
    seeds: panels.map(({ seed }) => seed),
    seconds: panels.reduce((sum, { seconds }) => sum + seconds, 0),
    summary: summariseWorld(panels),
  };
}

/** By world, those of which no panel is kept left out. @returns {Record<string, WorldRun>} */
export function readWorldRuns() {
  return Object.fromEntries(
    worldNames.flatMap((name) => {
      const run = worldRunOf(readKept(pathOf(name)));
      return run === null ? [] : [[name, run]];
    }),
  );
}

/**
 * Scores panels of seeds 1, 2, 3 ... that are not kept yet, and keeps each as it is done.
 * @param {import('./made.ts').WorldName} name @param {number} panels @param {number} jobs threads
 */
export async function goOnWithWorld(name, panels, jobs) {
  const path = pathOf(name);
  tidy(path);
  const done = new Set(readKept(path).flatMap(({ method, seed }) => (method === methodVersion ? [seed] : [])));
  const seeds = Array.from({ length: panels }, (_, index) => index + 1).filter((seed) => !done.has(seed));
  await scorePanels({ world: name, sampler: null }, seeds, jobs, (panel) => {
    const on = new Date().toISOString().slice(0, 10);
    keep(path, { ...panel, method: methodVersion, on, node: process.version });
  });
  tidy(path);
}
