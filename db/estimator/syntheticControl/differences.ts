import { at, mean } from '../numbers.ts';
import type { Random } from '../random.ts';
import { deviationOf } from '../moments.ts';
import { fitOnSimplex } from './simplex.ts';

/** Units treated all at the same time, and units never treated. */
export type BlockDesign = {
  /** Unit by period, no gap. */
  readonly outcomes: readonly (readonly number[])[];
  readonly treated: readonly number[];
  readonly controls: readonly number[];
  /** Periods before the treatment, at least two. */
  readonly periodsBefore: number;
};

export type BlockEstimate = {
  /** Effect on the treated units, mean over them and the treated periods. */
  readonly att: number;
  /** One for each control, sum 1. */
  readonly unitWeights: readonly number[];
  /** One for each period before, sum 1. */
  readonly periodWeights: readonly number[];
  /** Treated less weighted controls, less the weighted mean of the same before: one for each period; its mean after is the effect. */
  readonly gap: readonly number[];
};

/** Penalties on uneven unit weights and on uneven period weights, in units of the outcome. */
export type Zeta = { readonly units: number; readonly periods: number };

function centred(values: readonly number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((total, value, index) => total + value * at(weights, index), 0);
}

/** Mean over the given units, period by period. */
function meanPath({ outcomes }: BlockDesign, units: readonly number[]): number[] {
  return at(outcomes, at(units, 0)).map((_, t) => mean(units.map((unit) => at(at(outcomes, unit), t))));
}

function applyWeights(
  design: BlockDesign,
  unitWeights: readonly number[],
  periodWeights: readonly number[],
): BlockEstimate {
  const raw = meanPath(design, design.treated).map((value, t) => {
    const controls = design.controls.map((unit) => at(at(design.outcomes, unit), t));
    return value - weightedSum(controls, unitWeights);
  });
  const before = weightedSum(raw.slice(0, design.periodsBefore), periodWeights);
  const gap = raw.map((value) => value - before);
  return { att: mean(gap.slice(design.periodsBefore)), unitWeights, periodWeights, gap };
}

/** Difference in differences of means: every control and every period before counts the same. */
export function estimateDid(design: BlockDesign): BlockEstimate {
  const equal = (count: number): number[] => Array.from({ length: count }, () => 1 / count);
  return applyWeights(design, equal(design.controls.length), equal(design.periodsBefore));
}

/** Standard deviation of the controls' period-to-period changes before the treatment. */
function noiseOf({ outcomes, controls, periodsBefore }: BlockDesign): number {
  const changes = controls.flatMap((unit) => {
    const path = at(outcomes, unit);
    return Array.from({ length: periodsBefore - 1 }, (_, t) => at(path, t + 1) - at(path, t));
  });
  return deviationOf(changes);
}

/**
 * Penalties of the R package synthdid: (treated units x treated periods)^(1/4) times the noise for units, and for periods a millionth of the noise,
 * which only makes their weights unique.
 */
export function penaltiesOf(design: BlockDesign): Zeta {
  const noise = noiseOf(design);
  const periodsAfter = at(design.outcomes, 0).length - design.periodsBefore;
  return { units: (design.treated.length * periodsAfter) ** 0.25 * noise, periods: 1e-6 * noise };
}

/**
 * Synthetic difference in differences: controls weighted to run parallel to the treated before, periods before weighted to be like those after, both with
 * an intercept and a ridge. Source: Arkhangelsky, Athey, Hirshberg, Imbens and Wager (American Economic Review 111, 2021), algorithm 1. Unlike the R
 * package synthdid, which stops a Frank-Wolfe search early and drops small weights, the weights are the exact minimum.
 * @param zeta of `penaltiesOf`; a placebo takes those of the design that it is compared with, as in the package
 */
export function estimateSdid(design: BlockDesign, zeta: Zeta): BlockEstimate {
  const { outcomes, controls, periodsBefore } = design;
  const before = (path: readonly number[]): readonly number[] => path.slice(0, periodsBefore);
  const paths = controls.map((unit) => at(outcomes, unit));
  const units = fitOnSimplex(
    paths.map((path) => centred(before(path))),
    centred(before(meanPath(design, design.treated))),
    periodsBefore * zeta.units ** 2,
  );
  const after = paths.map((path) => mean(path.slice(periodsBefore)));
  const periods = fitOnSimplex(
    Array.from({ length: periodsBefore }, (_, t) => centred(paths.map((path) => at(path, t)))),
    centred(after),
    controls.length * zeta.periods ** 2,
  );
  return applyWeights(design, units.weights, periods.weights);
}

/** The first `count` of the values in a random order (Fisher and Yates). */
function pick(values: readonly number[], count: number, random: Random): number[] {
  const shuffled = [...values];
  for (let index = 0; index < count; index += 1) {
    const other = index + Math.floor(random.uniform() * (shuffled.length - index));
    [shuffled[index], shuffled[other]] = [at(shuffled, other), at(shuffled, index)];
  }
  return shuffled.slice(0, count);
}

/**
 * Effects found where there is none: controls taken as if treated, as many as were, and estimated from the other controls. With one treated unit
 * every control takes its turn; with more, `replications` random groups.
 * Source: Arkhangelsky and others (2021), algorithm 4; valid where treated and controls have the same noise.
 * @returns empty when there are not more controls than treated units
 */
export function placeboEffects(
  design: BlockDesign,
  estimate: (placebo: BlockDesign) => BlockEstimate,
  replications: number,
  random: Random,
): number[] {
  const { controls } = design;
  const size = design.treated.length;
  if (controls.length <= size) return [];
  const groups =
    size === 1
      ? controls.map((unit) => [unit])
      : Array.from({ length: replications }, () => pick(controls, size, random));
  return groups.map((treated) => {
    const rest = controls.filter((unit) => !treated.includes(unit));
    return estimate({ ...design, treated, controls: rest }).att;
  });
}
