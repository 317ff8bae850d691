import { at, sum } from '../../../db/estimator/numbers.ts';
import type { Fitted } from '../panels/fitted.ts';
import type { PanelGrades } from '../panels/gradePanel.ts';
import type { KnownPanel } from '../panels/known.ts';
import { scoreOne, totalOf, type Estimate, type Place } from '../panels/score.ts';
import { gradeNames, type GradeName } from '../panels/scoreGrades.ts';

/** Intervals by where they lie: around the truth, wholly above it (too much is said for the funding) or wholly below. */
export type Places = Readonly<Record<Place, number>>;

/** How 80 % intervals of one panel did at its last month. Files. */
export type WorldScore = {
  /** Funded units with an answer, by their grade. */
  readonly units: Readonly<Record<GradeName, Places>>;
  /** Sums over these units: true gap, and width of their intervals. */
  readonly truth: number;
  readonly width: number;
  readonly total: { readonly grade: GradeName; readonly place: Place; readonly error: number; readonly width: number };
};

const at80 = 1;

function placesIn(places: readonly Place[]): Places {
  const count = (place: Place): number => places.filter((each) => each === place).length;
  return { inside: count('inside'), above: count('above'), below: count('below') };
}

/** Of each funded unit with an answer at the last month: its true gap, and draws of it. Files. */
export function estimatesOf(
  { panels, units }: KnownPanel,
  { avoidedAt }: Pick<Fitted, 'avoidedAt'>,
): readonly (Estimate & { readonly unitId: string })[] {
  return units.flatMap(({ funded, backlog, backlogWithout }, i) => {
    const { unitId, months } = at(panels, i);
    const last = months.length - 1;
    const draws = funded ? avoidedAt(i, last) : null;
    return draws === null ? [] : [{ unitId, draws, truth: at(backlogWithout, last) - at(backlog, last) }];
  });
}

/** @throws RangeError where no funded unit has an answer at the last month */
export function scoreWorld(known: KnownPanel, fitted: Pick<Fitted, 'avoidedAt'>, grades: PanelGrades): WorldScore {
  const estimates = estimatesOf(known, fitted);
  const judged = estimates.map((estimate) => {
    return { grade: grades.units.get(estimate.unitId) ?? 'none', ...scoreOne(estimate) };
  });
  if (judged.length === 0) throw new RangeError('A panel without an answer cannot be scored.');
  const ofGrade = (name: GradeName): Places =>
    placesIn(judged.filter(({ grade }) => grade === name).map(({ places }) => at(places, at80)));
  const total = scoreOne(totalOf(estimates));
  return {
    units: Object.fromEntries(gradeNames.map((name) => [name, ofGrade(name)])) as Record<GradeName, Places>,
    truth: sum(judged.map(({ truth }) => truth)),
    width: sum(judged.map(({ width }) => width)),
    total: {
      grade: grades.total ?? 'none',
      place: at(total.places, at80),
      error: total.error,
      width: total.width,
    },
  };
}
