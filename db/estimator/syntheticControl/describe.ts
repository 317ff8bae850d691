import { at, sum, z975 } from '../numbers.ts';
import type { BlockEstimate } from './differences.ts';
import type { Study, SyntheticControl } from './fit.ts';
import { deviationOf } from '../moments.ts';
import type { PlaceboTest } from './placebo.ts';
import { worstKkt } from './simplex.ts';

/** Values of all units before scaling. */
export type NamedPredictor = { readonly name: string; readonly values: readonly number[] };

type NamedWeight = { readonly name: string; readonly weight: number };

/** Those above 0, largest first. */
function nameWeights(names: readonly string[], weights: readonly number[]): NamedWeight[] {
  const named = weights.map((weight, index) => ({ name: at(names, index), weight }));
  return named.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
}

/** A synthetic control with names in place of indices, and its balance in the predictors' own units. */
export function describeFit(
  { units, outcomes }: Study,
  times: readonly string[],
  predictors: readonly NamedPredictor[],
  fit: SyntheticControl,
) {
  const { v, att, preMspe, postMspe, reached, kkt } = fit;
  const mixtureOf = (values: readonly number[]): number =>
    sum(fit.donors.map((donor, j) => at(fit.weights, j) * at(values, donor)));
  return {
    unit: at(units, fit.unit),
    att,
    weights: nameWeights(
      fit.donors.map((donor) => at(units, donor)),
      fit.weights,
    ),
    predictors: predictors.map(({ name, values }, k) => ({
      name,
      v: v === null ? null : at(v, k),
      treated: at(values, fit.unit),
      synthetic: mixtureOf(values),
    })),
    preMspe,
    postMspe,
    reached,
    kkt,
    isConverged: kkt >= worstKkt,
    gap: times.map((time, t) => {
      const [actual, gap] = [at(at(outcomes, fit.unit), t), at(fit.gap, t)];
      return { time, actual, synthetic: actual - gap, gap };
    }),
  };
}

/** A placebo test with names; null for a ratio that is not finite. */
export function describePlacebos({ units }: Study, { ranked, ratio, ...test }: PlaceboTest) {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const named = ranked.map((each) => ({ ...each, unit: at(units, each.unit), ratio: finite(each.ratio) }));
  return { ratio: finite(ratio), ...test, of: ranked.length, units: named };
}

/** Difference in differences with names. @param effects of the placebos; none where there are fewer than two */
export function describeDifferences(
  { units, periodsBefore }: Study,
  times: readonly string[],
  controls: readonly number[],
  { att, unitWeights, periodWeights, gap }: BlockEstimate,
  effects: readonly number[],
) {
  // The spread around their mean, divided by their number, as the R package synthdid takes it.
  const standardError = deviationOf(effects) * Math.sqrt((effects.length - 1) / effects.length);
  const half = z975 * standardError;
  return {
    att,
    unitWeights: nameWeights(
      controls.map((control) => at(units, control)),
      unitWeights,
    ),
    timeWeights: nameWeights(times.slice(0, periodsBefore), periodWeights),
    gap: times.map((time, t) => ({ time, gap: at(gap, t) })),
    placebos:
      effects.length < 2
        ? null
        : { replications: effects.length, standardError, interval95: [att - half, att + half] as const },
  };
}
