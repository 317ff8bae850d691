import { at } from '../../../db/estimator/numbers.ts';
import { scepticTotal } from '../../../db/estimator/scepticTotal.ts';
import type { Summary } from '../../../db/estimator/summary.ts';
import type { FittedPanel } from './fitPanel.ts';
import type { GeneratedPanel } from './generate.ts';
import type { Grade, PanelGrades } from './gradePanel.ts';
import { horizons, placesOf, type Place, type Places } from './score.ts';

/** The letters, and `none` where a grade is refused. */
export const gradeNames = ['A', 'B', 'C', 'D', 'none'] as const;
export type GradeName = (typeof gradeNames)[number];

/** What the application says of a panel in addition to its intervals, at the last of `horizons`. */
export type GradedScore = {
  readonly total: GradeName;
  /** Funded units with an answer, by grade, and how many of them have their truth inside their 80 % interval. */
  readonly units: Readonly<Record<GradeName, { readonly units: number; readonly inside: number }>>;
  /** Of the unit whose reported staff the scenario falsifies; null where it does not, or the unit has no answer. */
  readonly falsified: GradeName | null;
  /** Where the true total lies in a sceptic's answer; null where there is none. */
  readonly sceptic: Places | null;
  /** Fewest effective draws of any parameter. */
  readonly effective: number;
};

const last = at(horizons, horizons.length - 1);
const nameOf = (grade: Grade | undefined): GradeName => grade ?? 'none';

function placesIn({ p025, p10, p25, p75, p90, p975 }: Summary, truth: number): Places {
  const place = (low: number, high: number): Place => (low > truth ? 'above' : high < truth ? 'below' : 'inside');
  return [place(p25, p75), place(p10, p90), place(p025, p975)];
}

/** @param grades of this panel, as the application gives them */
export function scoreGrades(
  { panels, units }: GeneratedPanel,
  { avoidedAt, estimation }: FittedPanel,
  grades: PanelGrades,
): GradedScore {
  const judged = units.flatMap(({ funded, falsified, backlog, backlogWithout }, i) => {
    const { unitId } = at(panels, i);
    const draws = funded ? avoidedAt(i, last) : null;
    if (draws === null) return [];
    const truth = at(backlogWithout, last) - at(backlog, last);
    const isInside = placesOf({ draws, truth })[1] === 'inside';
    return [{ unitId, truth, isInside, falsified, grade: nameOf(grades.units.get(unitId)) }];
  });
  const ofGrade = (name: GradeName): { units: number; inside: number } => {
    const own = judged.filter(({ grade }) => grade === name);
    return { units: own.length, inside: own.filter(({ isInside }) => isInside).length };
  };
  const { fit, sceptic: doubting } = estimation();
  const sceptic = scepticTotal(
    doubting,
    judged.map(({ unitId }) => unitId),
  );
  const truth = judged.reduce((total, each) => total + each.truth, 0);
  return {
    total: nameOf(grades.total),
    units: { A: ofGrade('A'), B: ofGrade('B'), C: ofGrade('C'), D: ofGrade('D'), none: ofGrade('none') },
    falsified: judged.find((each) => each.falsified)?.grade ?? null,
    sceptic: sceptic && placesIn(sceptic, truth),
    effective: fit?.effectiveSampleSize ?? 0,
  };
}
