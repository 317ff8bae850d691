import { at } from '../../../db/estimator/numbers.ts';
import { levels, type PanelScore, type Place } from './score.ts';
import { gradeNames, type GradedScore, type GradeName } from './scoreGrades.ts';

/** A panel as it is kept: what its intervals covered, and what the application said of it. */
export type KeptScore = PanelScore & { readonly graded: GradedScore };

type ByGrade<T> = Readonly<Record<GradeName, T>>;

/** How often an 80% interval covered the truth, and on which side it did not. */
export type Held = { readonly all: number; readonly inside: number; readonly above: number; readonly below: number };

export type GradeSummary = {
  readonly panels: number;
  /** Panel totals at the last month, by their grade and all together. */
  readonly totals: Held;
  readonly totalsByGrade: ByGrade<Held>;
  readonly unitsByGrade: ByGrade<{ readonly units: number; readonly inside: number }>;
  /** Panels in which the unit with falsified staff has this grade. */
  readonly falsifiedByGrade: ByGrade<number>;
  /** A sceptic's totals, for each of `levels`; null where no panel has them. */
  readonly sceptic: readonly Held[] | null;
};

/** Place of the 80% level among `levels`. */
const at80 = levels.indexOf(0.8);

function heldIn(places: readonly Place[]): Held {
  const count = (place: Place): number => places.filter((each) => each === place).length;
  return { all: places.length, inside: count('inside'), above: count('above'), below: count('below') };
}

function byGrade<T>(of: (name: GradeName) => T): ByGrade<T> {
  return Object.fromEntries(gradeNames.map((name) => [name, of(name)])) as Record<GradeName, T>;
}

export function summariseGrades(scores: readonly KeptScore[]): GradeSummary {
  const place = ({ horizons }: KeptScore): Place => at(at(horizons, horizons.length - 1).total, at80);
  const graded = scores.map((score) => score.graded);
  const total = (name: GradeName, read: 'units' | 'inside'): number =>
    graded.reduce((found, { units }) => found + units[name][read], 0);
  const sceptics = graded.flatMap(({ sceptic }) => (sceptic === null ? [] : [sceptic]));
  return {
    panels: scores.length,
    totals: heldIn(scores.map(place)),
    totalsByGrade: byGrade((name) => heldIn(scores.filter((score) => score.graded.total === name).map(place))),
    unitsByGrade: byGrade((name) => ({ units: total(name, 'units'), inside: total(name, 'inside') })),
    falsifiedByGrade: byGrade((name) => graded.filter(({ falsified }) => falsified === name).length),
    sceptic: sceptics.length === 0 ? null : levels.map((_, i) => heldIn(sceptics.map((places) => at(places, i)))),
  };
}
