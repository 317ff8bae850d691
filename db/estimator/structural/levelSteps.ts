import { at, sum } from '../numbers.ts';
import type { Random } from '../random.ts';
import { restrictedLogLikelihood } from './maximumLikelihood.ts';
import { prepareRegression } from './regressionPosterior.ts';
import { sampleStructural, type StructuralDraws } from './sampler.ts';
import { observedValues, standardised, standardsOf, type ModelledSeries } from './series.ts';

/** A step of the level, in standard deviations of the outcome, and how far the period before speaks for it. */
export type LevelStep = { readonly step: number; readonly share: number };

/** From CausalImpact's default to the largest that the sampler takes, each 1.39 times the one before. */
const steps = Array.from({ length: 15 }, (_, k) => 0.01 * 100 ** (k / 14));

/** Before the data: one time in five the level hardly moves, as CausalImpact expects; else its step is half-Cauchy with this scale. */
const priorOfSteps = { standing: 0.2, scale: 0.3 };

/** Standard deviations of the noise over which the likelihood is added up, evenly by their logarithms, up to the sampler's bound. */
const noises = Array.from({ length: 24 }, (_, k) => 0.012 * 100 ** (k / 23));

function priorShares(): readonly number[] {
  // Evenly spaced by logarithm, so that a step counts for a stretch as long as itself.
  const weights = steps.map((step) => step / (1 + (step / priorOfSteps.scale) ** 2));
  const total = sum(weights);
  return weights.map(
    (weight, k) => (1 - priorOfSteps.standing) * (weight / total) + (k === 0 ? priorOfSteps.standing : 0),
  );
}

/**
 * The steps that the level may have, each with its share after the period before: prior times the likelihood, the coefficients and the noise,
 * under the sampler's own prior of it, integrated out. One step, even the most likely, would be too sure of itself: some dozens of points hardly
 * tell a level that stays from one that wanders a little.
 */
export function levelSteps(series: ModelledSeries): readonly LevelStep[] {
  const model = standardised(series, standardsOf(series));
  const { shape, rate } = prepareRegression(model.outcome, model.regressors, model.waves);
  const priorShape = shape - observedValues(model.outcome).length / 2;
  const noisePrior = (noise: number): number => -2 * priorShape * Math.log(noise) - rate / noise ** 2;
  const logs = steps.map((step) =>
    noises.map(
      (noise) => restrictedLogLikelihood(model, { observation: noise ** 2, level: step ** 2 }) + noisePrior(noise),
    ),
  );
  const top = Math.max(...logs.flat());
  const prior = priorShares();
  const weights = logs.map((row, k) => at(prior, k) * sum(row.map((value) => Math.exp(value - top))));
  const total = sum(weights);
  return steps.map((step, k) => ({ step, share: at(weights, k) / total }));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(sum(parts.map((part) => part.length)));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}

/** Draws of one step: as many as its share asks for. */
export type StepDraws = { readonly step: number; readonly drawn: StructuralDraws };

/**
 * Draws from the posterior where the step of the level is not given: as `sampleStructural`, with each step for its share of the draws.
 * @param settings draws kept of all steps together; those thrown away of each
 */
export function sampleOverSteps(
  series: ModelledSeries,
  { draws, burnIn }: { readonly draws: number; readonly burnIn: number },
  random: Random,
): readonly StepDraws[] {
  let [share, from] = [0, 0];
  return levelSteps(series).flatMap((each) => {
    share += each.share;
    const until = Math.round(share * draws);
    const own = until - from;
    from = until;
    if (own === 0) return [];
    const settings = { priorLevelSd: each.step, draws: own, burnIn };
    return [{ step: each.step, drawn: sampleStructural(series, settings, random) }];
  });
}

/** The draws of all steps as one. @param parts not empty */
export function joinDraws(parts: readonly StepDraws[]): StructuralDraws {
  const all = parts.map(({ drawn }) => drawn);
  const count = sum(all.map(({ levelSd }) => levelSd.length));
  const first = at(all, 0);
  return {
    predicted: joined(all.map(({ predicted }) => predicted)),
    points: first.points,
    expected: first.expected.map((_, j) =>
      sum(all.map(({ expected, levelSd }) => (at(expected, j) * levelSd.length) / count)),
    ),
    levelSd: joined(all.map(({ levelSd }) => levelSd)),
    observationSd: joined(all.map(({ observationSd }) => observationSd)),
    coefficients: first.coefficients.map((_, j) => joined(all.map(({ coefficients }) => at(coefficients, j)))),
  };
}
