import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import { summariseEffect } from '../../../db/estimator/structural/effect.ts';
import { sampleStructural } from '../../../db/estimator/structural/sampler.ts';
import type { Season } from '../../../db/estimator/structural/series.ts';
import { modelledFrom } from '../../support/structuralSeries.ts';

const before = 60;
const length = 72;

/** Nothing happens: a level that steps by `step`, a season, and noise of 1. */
function outcomes(seed: number, step: number, season: number, period = 12): number[] {
  const random = createRandom(seed, 'season');
  let level = 20;
  return Array.from({ length }, (_, t) => {
    level += step * random.normal();
    return level + season * Math.sin((2 * Math.PI * t) / period) + random.normal();
  });
}

const modelled = (outcome: readonly number[], season: Season = null) => modelledFrom(outcome, before, season);

function totalOf(outcome: readonly number[], season: Season, priorLevelSd: number, seed: number) {
  const settings = { priorLevelSd, draws: 300, burnIn: 100 };
  const drawn = sampleStructural(modelled(outcome, season), settings, createRandom(seed, 'draws'));
  return summariseEffect(outcome.slice(before), drawn).effect.total;
}

describe('a season', () => {
  it.each([
    [12, 12],
    [4, 4],
  ] as const)('of %i rows is taken out, so that the prediction follows it', (season, period) => {
    const outcome = outcomes(5, 0, 8, period);
    const width = (of: Season): number => {
      const { lower, upper } = totalOf(outcome, of, 0.01, 3);
      return upper - lower;
    };
    expect(width(season)).toBeLessThan(0.6 * width(null));
    const { lower, upper } = totalOf(outcome, season, 0.01, 3);
    expect(lower <= 0 && upper >= 0).toBe(true);
  });
});
