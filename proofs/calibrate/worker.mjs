// One thread of the calibration: generates a panel, fits it and scores the fit, for each seed that it is sent.
import { parentPort, workerData } from 'node:worker_threads';
import { fitPanel } from './panels/fitPanel.ts';
import { generatePanel } from './panels/generate.ts';
import { gradePanel } from './panels/gradePanel.ts';
import { scenarios } from './panels/scenarios.ts';
import { scorePanel } from './panels/score.ts';
import { scoreGrades } from './panels/scoreGrades.ts';
import { tryWorld } from './worlds/made.ts';

const { scenario: name, world, sampler, isGraded } = workerData;

/** Of this thread, whatever else runs; elapsed time where Node is too old to tell. */
function processorSeconds() {
  const used = process.threadCpuUsage?.();
  return used === undefined ? performance.now() / 1000 : (used.user + used.system) / 1e6;
}

function tryScenario(seed) {
  const scenario = scenarios[name];
  const generated = generatePanel(scenario, seed);
  const fitted = fitPanel(generated.panels, scenario.model, seed, sampler);
  const score = scorePanel(generated, fitted, seed);
  const graded = isGraded ? scoreGrades(generated, fitted, gradePanel(generated.panels, fitted)) : null;
  return { ...score, graded };
}

parentPort.on('message', (seed) => {
  const start = processorSeconds();
  const score = world === undefined ? tryScenario(seed) : tryWorld(world, seed, sampler);
  parentPort.postMessage({ ...score, seconds: processorSeconds() - start });
});
