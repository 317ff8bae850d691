import { describe, expect, it } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../../db/estimator/assumptions.ts';
import { mean } from '../../../../db/estimator/numbers.ts';
import { createRandom, type Random } from '../../../../db/estimator/random.ts';
import { layOut } from '../../../../db/estimator/sampler/data.ts';
import {
  answerOfDrift,
  createDriftBlock,
  createWaves,
  driftPriorRatio,
  monthMean,
  updateDrift,
} from '../../../../db/estimator/sampler/drift.ts';
import { firstState, priors, type State } from '../../../../db/estimator/sampler/state.ts';
import { createTuning, fixTuning } from '../../../../db/estimator/sampler/tuning.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { times } from '../../../support/stress.ts';
import { steadyPanel } from '../../../support/unitPanels.ts';

const length = 40;
const data = layOut(sortUnits([steadyPanel(length, 12, { unitId: 'U01' })]).usable, defaultAssumptions);
const centred = (values: Float64Array): Float64Array => {
  const centre = mean(values);
  return values.map((value) => value - centre);
};

/** Walk, drift, season and months from their prior, in place. */
function drawMonths(state: State, { fixedDrift }: Assumptions, random: Random): void {
  state.walkDeviation = Math.abs(random.normal()) * priors.walkScale;
  state.drift = fixedDrift ?? priors.driftDeviation * random.normal();
  let position = 0;
  state.walk.set(centred(state.walk.map(() => (position += state.drift + state.walkDeviation * random.normal()))));
  state.season.set(centred(state.season.map(() => priors.seasonDeviation * random.normal())));
  state.logMonth.set(state.logMonth.map((_, t) => monthMean(data, state, t) + priors.monthNoise * random.normal()));
}

/** Standard errors by which the mean of squares is off 1, the series being normal of mean 0 and variance 1 where all is right. */
const distance = (values: readonly number[]): number =>
  Math.abs(mean(values.map((value) => value ** 2)) - 1) / Math.sqrt(2 / values.length);

describe('the walk with a drift', () => {
  it.each([
    ['whose drift is estimated', defaultAssumptions],
    ['whose drift is fixed', { ...defaultAssumptions, fixedDrift: 0.02 }],
  ])('%s keeps its law when it is drawn given months that came from it', (_, assumptions) => {
    const random = createRandom(5, 'drift');
    const state = firstState(data, assumptions);
    const block = createDriftBlock(data);
    const tuning = createTuning();
    fixTuning(tuning);
    tuning.walkDeviation.scale = 1;
    const found = { drift: [] as number[], step: [] as number[], length: [] as number[], deviation: [] as number[] };
    for (let n = 0; n < times(6000, 30_000); n += 1) {
      drawMonths(state, assumptions, random);
      for (let round = 0; round < 3; round += 1) updateDrift(data, state, block, assumptions, tuning, random);
      const { walk, drift, walkDeviation } = state;
      if (assumptions.fixedDrift === null) found.drift.push(drift / priors.driftDeviation);
      found.deviation.push(walkDeviation / priors.walkScale);
      found.step.push((walk[21]! - walk[20]! - drift) / walkDeviation);
      found.length.push(
        (walk[length - 1]! - walk[0]! - (length - 1) * drift) / (walkDeviation * Math.sqrt(length - 1)),
      );
    }
    const far = Object.entries(found).filter(([, values]) => values.length > 0 && !(distance(values) < 4));
    expect(far.map(([name]) => name)).toEqual([]);
  });

  it('weighs a step in a direction as the priors do', () => {
    const random = createRandom(6, 'direction');
    const state = firstState(data, defaultAssumptions);
    drawMonths(state, defaultAssumptions, random);
    const direction = {
      logMonth: state.logMonth.map(() => random.normal()),
      walk: centred(state.walk.map(() => random.normal())),
      season: centred(state.season.map(() => random.normal())),
      drift: 0.3,
    };
    const prior = ({ logMonth, walk, season, drift, walkDeviation }: State): number => {
      let log = -0.5 * (drift / priors.driftDeviation) ** 2;
      for (let t = 0; t < length; t += 1) {
        log -= 0.5 * ((logMonth[t]! - walk[t]! - season[data.calendar[t]!]!) / priors.monthNoise) ** 2;
        if (t > 0) log -= 0.5 * ((walk[t]! - walk[t - 1]! - drift) / walkDeviation) ** 2;
      }
      return season.reduce((sum, value) => sum - 0.5 * (value / priors.seasonDeviation) ** 2, log);
    };
    const by = 0.07;
    const moved = {
      ...state,
      logMonth: state.logMonth.map((value, t) => value + by * direction.logMonth[t]!),
      walk: state.walk.map((value, t) => value + by * direction.walk[t]!),
      season: state.season.map((value, m) => value + by * direction.season[m]!),
      drift: state.drift + by * direction.drift,
    };
    expect(driftPriorRatio(data, state, direction, by)).toBeCloseTo(prior(moved) - prior(state), 8);
  });

  it('answers to months that rise together by a drift, and by none where it is fixed', () => {
    const waves = createWaves(data);
    const none = { walk: new Float64Array(length), season: new Float64Array(12), drift: 0 };
    const rising = { ...none, logMonth: Float64Array.from({ length }, (_, t) => 0.01 * (t - (length - 1) / 2)) };
    answerOfDrift(data, 0.001, null, waves, rising);
    expect(rising.drift).toBeGreaterThan(0.008);
    expect(rising.drift).toBeLessThan(0.01);
    expect(rising.walk[length - 1]! - rising.walk[0]!).toBeCloseTo((length - 1) * rising.drift, 2);
    answerOfDrift(data, 0.001, 0, waves, rising);
    expect(rising.drift).toBe(0);
  });
});
