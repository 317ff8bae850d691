import { z } from 'zod';
import { at, mean, sum } from '../../../estimator/numbers.ts';
import { createRandom } from '../../../estimator/random.ts';
import { effectiveSampleSize } from '../../../estimator/sampler/chainChecks.ts';
import { estimateOf, summariseEffect } from '../../../estimator/structural/effect.ts';
import { joinDraws, sampleOverSteps, type StepDraws } from '../../../estimator/structural/levelSteps.ts';
import {
  maximiseLikelihood,
  predictAfter,
  structuralLogLikelihood,
  type StructuralParameters,
} from '../../../estimator/structural/maximumLikelihood.ts';
import { sampleStructural } from '../../../estimator/structural/sampler.ts';
import {
  modelSeries,
  observedValues,
  type ModelledSeries,
  type StructuralSeries,
} from '../../../estimator/structural/series.ts';
import { InputFailure } from '../outcome.ts';
import { defineMethod, lineOf, numberIn, numbersOf, textsOf, type Table } from './method.ts';
import type { AnalyseKey } from '../texts/analyse.ts';
import { stepsOf, timesOf, type PlacedTime } from './times.ts';

const column = z.string().min(1);
const time = z.union([column, z.number()]).transform(String);
const variance = z.number().positive();

const specification = z
  .strictObject({
    outcome: column.describe('Column of the outcome; empty or NA = not observed.'),
    regressors: z
      .array(column)
      .max(3)
      .default([])
      .describe('Columns of at most three series that the intervention did not touch.'),
    time: column.nullable().default(null).describe('Column of the time; null = the rows from 1, in order.'),
    before: z.tuple([time, time]).describe('First and last time of the period from which the model learns.'),
    after: z.tuple([time, time]).describe('First and last time of the period for which it predicts.'),
    method: z
      .enum(['gibbs', 'kalman'])
      .default('gibbs')
      .describe('Draws from the posterior, or maximum likelihood by the Kalman filter.'),
    priorLevelSd: z
      .number()
      .positive()
      .max(1)
      .nullable()
      .default(null)
      .describe(
        'gibbs: expected step of the level, in standard deviations of the outcome; null: the steps that the likelihood allows, each for its share of the draws.',
      ),
    season: z
      .union([z.literal(4), z.literal(12)])
      .nullable()
      .default(null)
      .describe('Rows in a year that has a season: 4 quarters or 12 months; null = no season.'),
    draws: z.int().min(100).max(100_000).default(5000).describe('gibbs: draws kept.'),
    burnIn: z.int().min(0).max(100_000).default(500).describe('gibbs: draws thrown away before them.'),
    seed: z.int().min(0).max(0xffffffff).default(1).describe('gibbs: start of the random numbers.'),
    parameters: z
      .strictObject({
        observationVariance: variance,
        levelVariance: variance,
        coefficients: z.array(z.number()).default([]),
      })
      .nullable()
      .default(null)
      .describe('kalman: parameters at which the log-likelihood is wanted as well.'),
  })
  .refine(({ parameters, method }) => parameters === null || method === 'kalman', {
    path: ['parameters'],
    message: 'analyse.spec.onlyKalman' satisfies AnalyseKey,
  })
  .refine(({ parameters, regressors }) => parameters === null || parameters.coefficients.length === regressors.length, {
    path: ['parameters', 'coefficients'],
    message: 'analyse.spec.oneCoefficient' satisfies AnalyseKey,
  });
type Specification = z.infer<typeof specification>;

/** Predicted values that a result may be drawn from: 160 MB of them. */
const mostPredictions = 20_000_000;

type Rows = { readonly times: readonly string[]; readonly series: StructuralSeries };

function compareTimes(one: PlacedTime, other: PlacedTime): number {
  const difference = one.place - other.place;
  if (!Number.isNaN(difference)) return difference;
  return one.text < other.text ? -1 : Number(one.text > other.text);
}

/** Rows in the order of their times. Where times have a scale their steps are equal: a level that wanders knows no missing row. */
function inOrder(table: Table, column: string): Table {
  const times = timesOf(table, column, { takesTexts: true });
  const order = [...times.keys()].sort((one, other) => compareTimes(at(times, one), at(times, other)));
  const sorted = order.map((row) => at(times, row));
  const steps = stepsOf(sorted);
  const twice = sorted.slice(1).findIndex((each, index) => compareTimes(at(sorted, index), each) === 0);
  if (twice >= 0) throw new InputFailure('analyse.spec.notOneRow', { path: 'time', value: at(sorted, twice).text });
  const smallest = steps.reduce((least, step) => Math.min(least, step), Infinity);
  const wrong = steps.findIndex((step) => Math.abs(step - smallest) > 1e-6 * smallest);
  if (wrong >= 0) throw new InputFailure('analyse.spec.gap', { path: 'time', value: at(sorted, wrong + 1).text });
  return { ...table, rows: order.map((row) => at(table.rows, row)), lines: order.map((row) => at(table.lines, row)) };
}

/** The one row of a time, which may be written differently where it is a number. */
function rowOf(times: readonly string[], wanted: string, path: string): number {
  const isWanted = (text: string): boolean => text === wanted || numberIn(text) === numberIn(wanted);
  const row = times.findIndex(isWanted);
  if (row < 0 || row !== times.findLastIndex(isWanted))
    throw new InputFailure('analyse.spec.notOneRow', { path, value: wanted });
  return row;
}

function rowsOf(table: Table, options: Specification): Rows {
  const times = options.time === null ? table.rows.map((_, row) => String(row + 1)) : textsOf(table, options.time);
  const periodOf = (path: 'before' | 'after'): StructuralSeries['before'] => {
    const [first, last] = options[path].map((wanted, place) => rowOf(times, wanted, `${path}.${place}`));
    if (first !== undefined && last !== undefined && first <= last) return { first, last };
    throw new InputFailure('analyse.spec.lastBeforeFirst', { path });
  };
  const [before, after] = [periodOf('before'), periodOf('after')];
  if (before.last >= after.first) throw new InputFailure('analyse.spec.overlap', { path: 'after' });
  const regressors = options.regressors.map((name) =>
    numbersOf(table, name).map((value, row) => {
      if (value === null && row >= before.first && row <= after.last)
        throw new InputFailure('analyse.emptyCell', { column: name, row: lineOf(table, row) });
      return value ?? NaN;
    }),
  );
  return { times, series: { outcome: numbersOf(table, options.outcome), regressors, before, after } };
}

/** Times and outcomes of the period after. */
function afterOf({ times, series: { outcome, after } }: Rows) {
  return outcome.slice(after.first, after.last + 1).map((actual, step) => {
    return { time: at(times, after.first + step), actual };
  });
}

/** Each step of the level that was drawn under; one alone where it is given. */
function drawSteps(model: ModelledSeries, { priorLevelSd, draws, burnIn, seed }: Specification): readonly StepDraws[] {
  const random = createRandom(seed, 'structural');
  if (priorLevelSd === null) return sampleOverSteps(model, { draws, burnIn }, random);
  return [{ step: priorLevelSd, drawn: sampleStructural(model, { draws, burnIn, priorLevelSd }, random) }];
}

function runGibbs(rows: Rows, model: ModelledSeries, options: Specification) {
  const { draws, burnIn, seed, priorLevelSd } = options;
  if (draws * (model.after.last - model.after.first + 1) > mostPredictions)
    throw new InputFailure('analyse.spec.tooManyDraws', { path: 'draws' });
  const parts = drawSteps(model, options);
  const sampled = joinDraws(parts);
  const points = afterOf(rows);
  const effect = summariseEffect(
    points.map(({ actual }) => actual),
    sampled,
  );
  return {
    sampling: {
      draws,
      burnIn,
      seed,
      priorLevelSd,
      levelSteps: parts.map(({ step, drawn }) => ({ step, draws: drawn.levelSd.length })),
      effectiveDraws: sum(parts.map(({ drawn }) => effectiveSampleSize(drawn.levelSd))),
    },
    parameters: {
      observationSd: estimateOf(sampled.observationSd),
      levelSd: estimateOf(sampled.levelSd),
      season: options.season,
      coefficients: options.regressors.map((regressor, j) => {
        return { regressor, ...estimateOf(at(sampled.coefficients, j)) };
      }),
    },
    ...effect,
    points: effect.points.map((point, j) => ({ time: at(points, j).time, ...point })),
  };
}

function named({ observation, level, coefficients }: StructuralParameters, regressors: readonly string[]) {
  return {
    observationVariance: observation,
    levelVariance: level,
    coefficients: regressors.map((regressor, j) => ({ regressor, value: at(coefficients, j) })),
  };
}

function runKalman(rows: Rows, model: ModelledSeries, { regressors, parameters }: Specification) {
  const best = maximiseLikelihood(model);
  const given = parameters && {
    observation: parameters.observationVariance,
    level: parameters.levelVariance,
    // What is given has no season: its waves are flat.
    coefficients: [...parameters.coefficients, ...Array.from({ length: model.waves }, () => 0)],
  };
  const predicted = predictAfter(model, best);
  const points = afterOf(rows).map((point, j) => {
    const { mean: expected, variance: spread } = at(predicted, j);
    const effect = point.actual === null ? null : point.actual - expected;
    return { ...point, predicted: { mean: expected, sd: Math.sqrt(spread) }, effect };
  });
  const effects = points.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  return {
    maximumLikelihood: { ...named(best, regressors), logLikelihood: best.logLikelihood },
    given: given && { ...named(given, regressors), logLikelihood: structuralLogLikelihood(model, given) },
    effect: { average: mean(effects), total: mean(effects) * effects.length },
    points,
  };
}

function runStructural(whole: Table, options: Specification): unknown {
  const table = options.time === null ? whole : inOrder(whole, options.time);
  const rows = rowsOf(table, options);
  const observedAfter = afterOf(rows).filter(({ actual }) => actual !== null).length;
  if (observedAfter === 0) return { status: 'refused', reason: 'no_observed_after' };
  const model = modelSeries(rows.series, options.season);
  if ('refusal' in model) return { status: 'refused', reason: model.refusal };
  return {
    status: 'estimated',
    method: options.method,
    observed: { before: observedValues(model.outcome).length, after: observedAfter },
    ...(options.method === 'gibbs' ? runGibbs(rows, model, options) : runKalman(rows, model, options)),
  };
}

/** Bayesian structural time series of one series, in time's order. Documented in docs/analyse/structural.md. */
export const structural = defineMethod('structural', specification, runStructural);
