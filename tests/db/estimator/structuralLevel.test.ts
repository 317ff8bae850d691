import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import { summariseEffect } from '../../../db/estimator/structural/effect.ts';
import { joinDraws, levelSteps, sampleOverSteps } from '../../../db/estimator/structural/levelSteps.ts';
import { sampleStructural } from '../../../db/estimator/structural/sampler.ts';
import type { Season } from '../../../db/estimator/structural/series.ts';
import { isWhole } from '../../support/whole.ts';
import { modelledFrom } from '../../support/structuralSeries.ts';

const before = 36;
const length = 60;

/** Nothing happens: a level that steps by `step`, a season of months, and noise of 1. */
function outcomes(seed: number, step: number, season = 0): number[] {
  const random = createRandom(seed, 'level');
  let level = 20;
  return Array.from({ length }, (_, t) => {
    level += step * random.normal();
    return level + season * Math.sin((2 * Math.PI * t) / 12) + random.normal();
  });
}

const modelled = (outcome: readonly number[], season: Season = null) => modelledFrom(outcome, before, season);

/** @param priorLevelSd null = the steps that the period before speaks for */
function totalOf(outcome: readonly number[], priorLevelSd: number | null, seed: number) {
  const model = modelled(outcome);
  const [settings, random] = [{ draws: 300, burnIn: 60 }, createRandom(seed, 'draws')];
  const drawn =
    priorLevelSd === null
      ? joinDraws(sampleOverSteps(model, settings, random))
      : sampleStructural(model, { ...settings, priorLevelSd }, random);
  return summariseEffect(outcome.slice(before), drawn).effect.total;
}

/** Share of worlds, of 60 in which nothing happens, whose interval of 95 % holds a total of 0, and its mean width. */
function coverOf(step: number, priorLevelSd: number | null): { readonly cover: number; readonly width: number } {
  const totals = Array.from({ length: 60 }, (_, k) => totalOf(outcomes(k + 1, step), priorLevelSd, k + 1));
  return {
    cover: totals.filter(({ lower, upper }) => lower <= 0 && upper >= 0).length / totals.length,
    width: totals.reduce((total, { lower, upper }) => total + upper - lower, 0) / totals.length,
  };
}

describe('the step that is expected of the level', () => {
  /** Share of the steps below a tenth of the outcome's standard deviation, on average over series. */
  function small(step: number, season: Season, series: number): number {
    const shares = Array.from({ length: series }, (_, k) =>
      levelSteps(modelled(outcomes(k + 1, step, season === null ? 0 : 3), season))
        .filter((each) => each.step < 0.1)
        .reduce((total, { share }) => total + share, 0),
    );
    return shares.reduce((total, share) => total + share, 0) / series;
  }

  it('is small for a level that stands, and large for one that wanders', () => {
    expect(small(0, null, 20)).toBeGreaterThan(0.5);
    expect(small(1, null, 20)).toBeLessThan(0.05);
  });

  it('is not taken for large because a season has many waves, nor changed by the units of the outcome', () => {
    expect(small(0, 12, 4)).toBeGreaterThan(0.4);
    const outcome = outcomes(2, 0.3);
    const own = levelSteps(modelled(outcome));
    const other = levelSteps(modelled(outcome.map((value) => 1000 * value + 5)));
    expect(own.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
    own.forEach(({ share }, k) => {
      expect(other[k]!.share).toBeCloseTo(share, 6);
    });
  });

  it('has each step drawn for its share, as one set of draws', () => {
    const model = modelled(outcomes(3, 0.3));
    const parts = sampleOverSteps(model, { draws: 1000, burnIn: 10 }, createRandom(1, 'draws'));
    const shares = new Map(levelSteps(model).map(({ step, share }) => [step, share]));
    for (const { step, drawn } of parts) {
      // A step has the draws between the rounded sums of the shares before it and with it.
      expect(Math.abs(drawn.levelSd.length / 1000 - shares.get(step)!)).toBeLessThan(0.001 + 1e-9);
    }
    const { levelSd, predicted, expected, points } = joinDraws(parts);
    expect([levelSd.length, predicted.length, points]).toEqual([1000, 1000 * points, length - before]);
    const mean = parts.reduce((total, { drawn }) => total + drawn.expected[0]! * drawn.levelSd.length, 0) / 1000;
    expect(expected[0]).toBeCloseTo(mean, 9);
  });

  it('holds a total that nothing touched, where the level wanders a little', () => {
    expect(coverOf(0.3, null).cover).toBeGreaterThan(0.88);
  });

  it.runIf(isWhole)('holds it where the level stands or wanders much, and is not much wider than need be', () => {
    const [own, usual] = [coverOf(1, null), coverOf(1, 0.01)];
    expect(own.cover).toBeGreaterThan(0.88);
    expect(usual.cover).toBeLessThan(0.7);
    const stands = coverOf(0, null);
    expect(stands.cover).toBeGreaterThan(0.9);
    expect(stands.width / coverOf(0, 0.01).width).toBeLessThan(3);
  });
});
