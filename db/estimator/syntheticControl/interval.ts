import { at } from '../numbers.ts';
import { fitSyntheticControl, type Matching, type Study, type SyntheticControl } from './fit.ts';
import { medianOf } from '../moments.ts';

type Judged = Pick<SyntheticControl, 'preMspe' | 'att'>;

/** Of the mean effect. */
export type EffectInterval = { readonly level: number; readonly low: number; readonly high: number };

const wanted = 0.95;

/**
 * Interval of the mean effect by the placebos: how far a unit that was not treated ends up from its own mixture, in multiples of what its
 * mixture missed before, is how far the treated one may by chance. With J placebos the level is at most J / (J + 1); a shorter one is given where
 * 95 % cannot be had. Null with fewer than four placebos, or where the mixture missed nothing before.
 * Source: Abadie, Journal of Economic Literature 59 (2021), 3.5; Firpo and Possebom, Journal of Causal Inference 6 (2018), test inversion.
 * @param withFloor let no error before count for less than the median one, as in the test
 */
export function placeboInterval(
  treated: Judged,
  placebos: readonly Judged[],
  withFloor: boolean,
): EffectInterval | null {
  if (placebos.length < 4) return null;
  const missed = [treated, ...placebos].map(({ preMspe }) => Math.sqrt(preMspe));
  const floor = withFloor ? medianOf(missed) : 0;
  const scale = (index: number): number => Math.max(at(missed, index), floor);
  if (!(scale(0) > 0) || placebos.some((_, index) => !(scale(index + 1) > 0))) return null;
  const ratios = placebos.map(({ att }, index) => Math.abs(att) / scale(index + 1)).sort((one, other) => one - other);
  const rank = Math.min(Math.ceil(wanted * (ratios.length + 1)), ratios.length);
  const half = at(ratios, rank - 1) * scale(0);
  return { level: rank / (ratios.length + 1), low: treated.att - half, high: treated.att + half };
}

/** The mean effect without one of the donors in the mixture, for each donor that has a weight. */
export type LeftOutDonor = { readonly donor: number; readonly att: number; readonly preMspe: number };

/** Whether one donor makes the answer: the fit again without each that counts. Source: Abadie (2021), 3.6. */
export function leaveOneOut(study: Study, matching: Matching, fit: SyntheticControl): readonly LeftOutDonor[] {
  if (fit.donors.length < 3) return [];
  return fit.donors.flatMap((donor, j) => {
    if (at(fit.weights, j) === 0) return [];
    const others = fit.donors.filter((each) => each !== donor);
    const { att, preMspe } = fitSyntheticControl(study, matching, fit.unit, others);
    return [{ donor, att, preMspe }];
  });
}
