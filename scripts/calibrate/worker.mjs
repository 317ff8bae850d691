// One thread of the calibration: generates a panel, fits it and scores the fit, for each seed that it is sent.
import { parentPort, workerData } from 'node:worker_threads';
import { fitPanel } from '../../db/ground/analysis/calibration/fitPanel.ts';
import { generatePanel } from '../../db/ground/analysis/calibration/generate.ts';
import { scenarios } from '../../db/ground/analysis/calibration/scenarios.ts';
import { scorePanel } from '../../db/ground/analysis/calibration/score.ts';

const scenario = scenarios[workerData.scenario];

parentPort.on('message', (seed) => {
  const start = performance.now();
  const generated = generatePanel(scenario, seed);
  const fitted = fitPanel(generated.panels, scenario.model, seed, workerData.sampler);
  const score = scorePanel(generated, fitted, seed);
  const { effectiveSampleSize } = fitted;
  parentPort.postMessage({ score, effectiveSampleSize, seconds: (performance.now() - start) / 1000 });
});
