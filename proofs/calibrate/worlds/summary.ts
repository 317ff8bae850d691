import { betaCdf } from '../../../db/estimator/distributions.ts';
import { sum } from '../../../db/estimator/numbers.ts';
import type { Place } from '../panels/score.ts';
import { gradeNames, type GradeName } from '../panels/scoreGrades.ts';
import type { Places, WorldScore } from './score.ts';

/** How 80 % intervals of some panels of one world did at the last month. Files are means over units, and over totals. */
export type WorldSummary = {
  readonly panels: number;
  readonly units: Places;
  readonly totals: Places;
  readonly unitsByGrade: Readonly<Record<GradeName, Places>>;
  readonly totalsByGrade: Readonly<Record<GradeName, Places>>;
  readonly gap: number;
  readonly error: number;
  readonly width: number;
  readonly totalWidth: number;
  /** Null: so few panels that chance would decide. */
  readonly passes: boolean | null;
};

/** What is asked of 80 % intervals, of units and of totals; and the chance of refusing intervals that hold it. */
export const asked = 0.76;
const falseAlarm = 0.05;
/** Deviation between panels of the share of units inside: they share what the panel tells. Source: Vigie method note, section 6. */
const panelDeviation = 0.15;
/** Standard deviations below which a normal variable is with the chance of a false alarm. */
const unusual = 1.645;
/** Misses, and panels, from which on all misses on one side are no chance. */
const oneSided = { misses: 6, panels: 10 } as const;

export const countOf = ({ inside, above, below }: Places): number => inside + above + below;

const add = (places: readonly Places[]): Places => ({
  inside: sum(places.map(({ inside }) => inside)),
  above: sum(places.map(({ above }) => above)),
  below: sum(places.map(({ below }) => below)),
});

const placesOfOne = (place: Place): Places => ({ inside: 0, above: 0, below: 0, [place]: 1 });

function byGrade(of: (name: GradeName) => Places): Record<GradeName, Places> {
  return Object.fromEntries(gradeNames.map((name) => [name, of(name)])) as Record<GradeName, Places>;
}

/** Chance of so few inside, or fewer, were each interval to hold as often as is asked. */
function chanceOfSoFew({ inside, above, below }: Places): number {
  const misses = above + below;
  return misses === 0 ? 1 : betaCdf(1 - asked, misses, inside + 1);
}

/** False as soon as one answer is, true where all are. */
function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function judge(units: Places, totals: Places, panels: number): boolean | null {
  const share = units.inside / countOf(units);
  const isRefused = share < asked - (unusual * panelDeviation) / Math.sqrt(panels);
  const ofUnits = share >= asked ? true : isRefused ? false : null;
  const isHeld = totals.inside / countOf(totals) >= asked;
  const ofTotals = isHeld ? true : chanceOfSoFew(totals) < falseAlarm ? false : null;
  const isOneSided = Math.min(units.above, units.below) === 0 && units.above + units.below >= oneSided.misses;
  return all([ofUnits, ofTotals, !isOneSided ? true : panels < oneSided.panels ? null : false]);
}

/** @param scores of at least one panel; RangeError otherwise */
export function summariseWorld(scores: readonly WorldScore[]): WorldSummary {
  if (scores.length === 0) throw new RangeError('A summary needs a panel.');
  const unitsByGrade = byGrade((name) => add(scores.map((score) => score.units[name])));
  const totalsByGrade = byGrade((name) =>
    add(scores.filter(({ total }) => total.grade === name).map(({ total }) => placesOfOne(total.place))),
  );
  const units = add(Object.values(unitsByGrade));
  const totals = add(Object.values(totalsByGrade));
  const meanOf = (of: (score: WorldScore) => number): number => sum(scores.map(of)) / countOf(units);
  return {
    panels: scores.length,
    units,
    totals,
    unitsByGrade,
    totalsByGrade,
    gap: meanOf(({ truth }) => truth),
    error: meanOf(({ total }) => total.error),
    width: meanOf(({ width }) => width),
    totalWidth: sum(scores.map(({ total }) => total.width)) / scores.length,
    passes: judge(units, totals, scores.length),
  };
}
