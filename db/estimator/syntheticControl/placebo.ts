import { at } from '../numbers.ts';
import { fitSyntheticControl, type Matching, type Study, type SyntheticControl } from './fit.ts';
import { medianOf } from '../moments.ts';

type Errors = Pick<SyntheticControl, 'unit' | 'preMspe' | 'postMspe'>;

export type RankedUnit = {
  readonly unit: number;
  /** Roots of the mean squared gaps before and after, before any floor. */
  readonly preRmspe: number;
  readonly postRmspe: number;
  /** After over before, the latter not below the floor; Infinity where nothing is left before. */
  readonly ratio: number;
};

export type PlaceboTest = {
  /** The treated unit and the donors, highest ratio first. */
  readonly ranked: readonly RankedUnit[];
  /** The median of all root mean squared gaps before, below which none is let fall; null when not asked for. */
  readonly floor: number | null;
  readonly ratio: number;
  /** 1 when no other unit has a ratio as high; ties count against the treated unit. */
  readonly rank: number;
  /** rank / (donors + 1): how often a rank as good would come by chance if all units were alike and none treated. */
  readonly p: number;
};

/**
 * Each donor fitted as if it had been treated at the same time, from the other donors.
 * @param alsoFrom units that may enter each mixture in addition to the donors. Abadie, Diamond and Hainmueller (JASA 105, 2010, section 3.4) put the treated
 *   unit there; where a treatment moves it far, leaving it out keeps the placebos clean.
 */
export function fitPlacebos(
  study: Study,
  matching: Matching,
  donors: readonly number[],
  alsoFrom: readonly number[],
): SyntheticControl[] {
  return donors.map((donor) => {
    const others = donors.filter((other) => other !== donor);
    return fitSyntheticControl(study, matching, donor, [...alsoFrom, ...others]);
  });
}

function ratioOf(after: number, before: number): number {
  if (before > 0) return after / before;
  return after > 0 ? Infinity : 0;
}

/**
 * The rank of the treated unit's ratio of errors after to errors before among the placebos'. With more donors than periods before, some placebo is
 * fitted almost without error and has a huge ratio whatever comes after; the floor takes that away.
 * Source: Abadie, Diamond and Hainmueller (2010), section 3.4; the floor: Vigie method note, section 3 (c1).
 */
export function rankAmongPlacebos(treated: Errors, placebos: readonly Errors[], withFloor: boolean): PlaceboTest {
  const units = [treated, ...placebos].map(({ unit, preMspe, postMspe }) => {
    return { unit, preRmspe: Math.sqrt(preMspe), postRmspe: Math.sqrt(postMspe) };
  });
  const floor = withFloor ? medianOf(units.map(({ preRmspe }) => preRmspe)) : null;
  const rated = units.map((unit) => ({
    ...unit,
    ratio: ratioOf(unit.postRmspe, Math.max(unit.preRmspe, floor ?? 0)),
  }));
  const { ratio } = at(rated, 0);
  const rank = rated.filter((other) => other.ratio >= ratio).length;
  const ranked = [...rated].sort((one, other) => other.ratio - one.ratio);
  return { ranked, floor, ratio, rank, p: rank / rated.length };
}
