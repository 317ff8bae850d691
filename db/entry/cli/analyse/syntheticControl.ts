import { z } from 'zod';
import { at, mean, sum } from '../../../estimator/numbers.ts';
import { createRandom } from '../../../estimator/random.ts';
import {
  describeDifferences,
  describeFit,
  describePlacebos,
  type NamedPredictor,
} from '../../../estimator/syntheticControl/describe.ts';
import {
  estimateDid,
  estimateSdid,
  penaltiesOf,
  placeboEffects,
  type BlockDesign,
} from '../../../estimator/syntheticControl/differences.ts';
import {
  fitSyntheticControl,
  scalePredictors,
  type Matching,
  type Study,
} from '../../../estimator/syntheticControl/fit.ts';
import { leaveOneOut, placeboInterval } from '../../../estimator/syntheticControl/interval.ts';
import {
  arrangeRows,
  compareTimes,
  outcomesOf,
  predictorOf,
  type LongTable,
  type TableRefusal,
} from '../../../estimator/syntheticControl/longTable.ts';
import { fitPlacebos, rankAmongPlacebos } from '../../../estimator/syntheticControl/placebo.ts';
import { InputFailure } from '../outcome.ts';
import { defineMethod, namesOf, numbersOf, type Table } from './method.ts';
import type { AnalyseKey } from '../texts/analyse.ts';
import { placedTime, requireForm, timesOf } from './times.ts';

const time = z.union([z.string().min(1), z.number()]).transform(String);

const window = z.tuple([time, time]).nullable().default(null);

const predictor = z.strictObject({
  name: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('Name in `v` and in the result; null = column, from and to.'),
  column: z.string().describe('Column of the values; empty or NA = not known, and left out.'),
  from: time.nullable().default(null).describe('First time taken; null = the first of the table.'),
  to: time.nullable().default(null).describe('Last time taken, before `firstTreated`; null = the last one before it.'),
  take: z.enum(['mean', 'median']).default('mean').describe('What is made of the values.'),
});

const shared = {
  unit: z.string().describe('Column that names the unit.'),
  time: z.string().describe('Column of the time: numbers, or text that sorts in time such as 2024-03.'),
  outcome: z.string().describe('Column of the outcome, known in every row used.'),
  treated: z.array(z.string()).min(1).describe('Units treated, all from the same time.'),
  firstTreated: time.describe('First time of the treatment.'),
  donors: z.array(z.string()).min(2).nullable().default(null).describe('Units to compare with; null = all others.'),
  placebos: z.boolean().default(true).describe('Estimate every donor as if it had been treated.'),
  seed: z.int().min(0).max(0xffffffff).default(1).describe('Start of the random numbers.'),
};

const oneByOne = z
  .strictObject({
    method: z.literal('sc').describe('Synthetic control, for each treated unit by itself.'),
    ...shared,
    predictors: z.array(predictor).default([]).describe('What is matched; none = every outcome before the treatment.'),
    v: z
      .union([z.enum(['identity', 'nested']), z.record(z.string(), z.number().nonnegative())])
      .default('identity')
      .describe('Importance of the predictors: all the same, searched for, or a number for each by name.'),
    fit: window.describe(
      'First and last time on which the mixture is fitted, before `firstTreated`; null = all before it.',
    ),
    effect: window.describe(
      'First and last time over which the effect is averaged; null = all from `firstTreated` on.',
    ),
    starts: z.int().min(12).max(500).default(12).describe('Starts of the search for `nested`.'),
    floor: z.boolean().default(true).describe('Let no error before the treatment count as less than the median one.'),
  })
  .refine(({ predictors }) => new Set(predictors.map(nameOf)).size === predictors.length, {
    path: ['predictors'],
    message: 'analyse.spec.sameName' satisfies AnalyseKey,
  })
  .refine(({ v, predictors }) => v !== 'nested' || predictors.length > 1, {
    path: ['v'],
    message: 'analyse.spec.nestedPredictors' satisfies AnalyseKey,
  })
  .refine(({ v, predictors }) => typeof v === 'string' || isNumberForEach(v, predictors.map(nameOf)), {
    path: ['v'],
    message: 'analyse.spec.numberForEach' satisfies AnalyseKey,
  });

const together = z.strictObject({
  method: z.enum(['sdid', 'did']).describe('Synthetic difference in differences, or the plain one.'),
  ...shared,
  replications: z.int().min(2).max(10_000).default(200).describe('Placebo groups where several units are treated.'),
});

const specification = z.discriminatedUnion('method', [oneByOne, together]);

type Predictor = z.infer<typeof predictor>;
type OneByOne = z.infer<typeof oneByOne>;
type Together = z.infer<typeof together>;
type Shared = Pick<Together, keyof typeof shared>;

function nameOf({ name, column, from, to }: Predictor): string {
  return name ?? [column, ...new Set([from, to])].filter((part) => part !== null).join(' ');
}

function isNumberForEach(v: Readonly<Record<string, number>>, names: readonly string[]): boolean {
  const values = Object.values(v);
  return values.length === names.length && names.every((name) => name in v) && sum(values) > 0;
}

function unusable(path: string, key: AnalyseKey, unit = ''): InputFailure {
  return new InputFailure(key, { path, unit });
}

function isRefusal(found: object): found is TableRefusal {
  return 'reason' in found;
}

/** The units and times asked for; treated and donors are indices of units. */
type Layout = LongTable & {
  readonly study: Study;
  readonly treated: readonly number[];
  readonly donors: readonly number[];
};

function indicesOf(units: readonly string[], names: readonly string[], path: string): number[] {
  return [...new Set(names)].map((name) => {
    const index = units.indexOf(name);
    if (index < 0) throw unusable(path, 'analyse.spec.noUnit', name);
    return index;
  });
}

function layOut(
  table: Table,
  { unit, time: timeColumn, outcome, treated, donors, firstTreated }: Shared,
): Layout | TableRefusal {
  const isWanted = (name: string): boolean => donors === null || treated.includes(name) || donors.includes(name);
  const placed = timesOf(table, timeColumn, { takesTexts: true });
  requireForm(firstTreated, timeColumn, placed);
  const texts = placed.map(({ text }) => text);
  const arranged = arrangeRows(namesOf(table, unit), texts, isWanted);
  if (isRefusal(arranged)) return arranged;
  const { units, times } = arranged;
  const treatedUnits = indicesOf(units, treated, 'treated');
  if (donors?.some((name) => treated.includes(name))) throw unusable('donors', 'analyse.spec.treatedDonor');
  const donorUnits = indicesOf(units, donors ?? units.filter((name) => !treated.includes(name)), 'donors');
  if (donorUnits.length < 2) throw unusable('treated', 'analyse.spec.fewDonors');
  const periodsBefore = times.filter((each) => compareTimes(each, firstTreated) < 0).length;
  if (periodsBefore < 2 || periodsBefore === times.length) {
    throw unusable('firstTreated', 'analyse.spec.fewTimes');
  }
  const outcomes = outcomesOf(arranged, numbersOf(table, outcome));
  if (isRefusal(outcomes)) return outcomes;
  return { ...arranged, study: { units, outcomes, periodsBefore }, treated: treatedUnits, donors: donorUnits };
}

function readPredictors(
  table: Table,
  layout: Layout,
  { predictors, firstTreated, time: timeColumn }: OneByOne,
): readonly NamedPredictor[] | TableRefusal {
  const { times, study } = layout;
  const found: NamedPredictor[] = [];
  for (const [index, each] of predictors.entries()) {
    const [from, to] = [each.from ?? at(times, 0), each.to ?? at(times, study.periodsBefore - 1)];
    for (const end of [from, to]) requireForm(end, timeColumn, [placedTime(at(times, 0))]);
    if (compareTimes(to, firstTreated) >= 0) throw unusable(`predictors.${index}.to`, 'analyse.spec.notBefore');
    const isTaken = (when: string): boolean => compareTimes(from, when) <= 0 && compareTimes(when, to) <= 0;
    const name = nameOf(each);
    const values = predictorOf(layout, numbersOf(table, each.column), name, isTaken, each.take);
    if (isRefusal(values)) return values;
    found.push({ name, values });
  }
  return found;
}

function matchingOf({ v, starts, seed }: OneByOne, predictors: readonly NamedPredictor[]): Matching {
  if (predictors.length === 0) return { on: 'outcomes' };
  const given = (): number[] => {
    const values = predictors.map(({ name }) => (typeof v === 'string' ? 1 : (v[name] ?? 0)));
    return values.map((value) => value / sum(values));
  };
  const scaled = scalePredictors(predictors.map(({ values }) => values));
  return { on: 'predictors', predictors: scaled, v: v === 'nested' ? { starts, seed } : given() };
}

type Windows = Pick<Study, 'fitted' | 'effect'>;

/** The windows asked for, as periods. */
function windowsOf({ times, study }: Layout, { fit, effect }: OneByOne): Windows {
  const periodsOf = (asked: OneByOne['fit'], path: string): readonly [number, number] | undefined => {
    if (asked === null) return undefined;
    const [first, last] = asked.map((wanted) => times.findIndex((each) => compareTimes(each, wanted) === 0));
    if (first === undefined || last === undefined || first < 0 || last < 0) throw unusable(path, 'analyse.spec.noTime');
    if (last < first) throw unusable(path, 'analyse.spec.lastBeforeFirst');
    return [first, last];
  };
  const [fitted, over] = [periodsOf(fit, 'fit'), periodsOf(effect, 'effect')];
  if (fitted && (fitted[1] >= study.periodsBefore || fitted[0] === fitted[1]))
    throw unusable('fit', 'analyse.spec.notBefore');
  if (over && over[0] < study.periodsBefore) throw unusable('effect', 'analyse.spec.notAfter');
  return { ...(fitted && { fitted }), ...(over && { effect: over }) };
}

function runOneByOne(table: Table, whole: Layout, options: OneByOne): unknown {
  const layout = { ...whole, study: { ...whole.study, ...windowsOf(whole, options) } };
  const predictors = readPredictors(table, layout, options);
  if (isRefusal(predictors)) return { status: 'refused', ...predictors };
  const { study, donors, times } = layout;
  const matching = matchingOf(options, predictors);
  const treated = layout.treated.map((unit) => {
    const fit = fitSyntheticControl(study, matching, unit, donors);
    const placebos = options.placebos ? fitPlacebos(study, matching, donors, [unit]) : [];
    const test = options.placebos ? rankAmongPlacebos(fit, placebos, options.floor) : null;
    return {
      ...describeFit(study, times, predictors, fit),
      interval: placeboInterval(fit, placebos, options.floor),
      withoutDonor: leaveOneOut(study, matching, fit).map(({ donor, ...rest }) => ({
        donor: at(study.units, donor),
        ...rest,
      })),
      placebos: test && describePlacebos(study, test),
    };
  });
  return { status: 'estimated', method: options.method, att: mean(treated.map(({ att }) => att)), treated };
}

function runTogether({ times, study, treated, donors }: Layout, options: Together): unknown {
  const design = { outcomes: study.outcomes, treated, controls: donors, periodsBefore: study.periodsBefore };
  const { method, replications } = options;
  const zeta = method === 'sdid' ? penaltiesOf(design) : null;
  const estimate = (of: BlockDesign) => (zeta ? estimateSdid(of, zeta) : estimateDid(of));
  const random = createRandom(options.seed, 'placebo groups');
  const effects = options.placebos ? placeboEffects(design, estimate, replications, random) : [];
  return { status: 'estimated', method, zeta, ...describeDifferences(study, times, donors, estimate(design), effects) };
}

function runSyntheticControl(table: Table, options: z.infer<typeof specification>): unknown {
  const layout = layOut(table, options);
  if (isRefusal(layout)) return { status: 'refused', ...layout };
  return options.method === 'sc' ? runOneByOne(table, layout, options) : runTogether(layout, options);
}

/** Synthetic control, synthetic and plain difference in differences on a long table, one row for each unit and time. Documented in docs/analyse/synthetic-control.md. */
export const syntheticControl = defineMethod('synthetic-control', specification, runSyntheticControl);
