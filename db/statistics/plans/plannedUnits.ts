import type { Month } from '#contract/ground/dates';
import type { NotPlanned, Projection } from '#contract/statistics/plans';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { PlanBasis } from '../../estimator/planning/basis.ts';

export interface PlannedUnits {
  readonly units: Projection['units'];
  readonly notPlanned: readonly NotPlanned[];
}

/** Only an estimate that is neither refused, without a grade nor of grade D carries a plan, and only from a backlog of today. */
export function plannedUnits(
  results: CounterfactualResult['units'],
  basis: PlanBasis | null,
  vacancies: ReadonlyMap<string, number>,
): PlannedUnits {
  const units: Projection['units'] = [];
  const notPlanned: NotPlanned[] = [];
  for (const { unitId, code, result } of results) {
    const refuse = (reason: NotPlanned['reason']): void => {
      notPlanned.push({
        unitId,
        code,
        reason,
        refusals: result.status === 'refused' ? result.reasons.map((each) => each.code) : [],
        gradeReasons: result.status === 'estimated' ? result.gradeReasons : [],
      });
    };
    const start = basis?.units.find((each) => each.unitId === unitId);
    if (result.status === 'refused') refuse('refused');
    else if (result.grade === null) refuse('no_grade');
    else if (result.grade === 'D') refuse('grade_d');
    else if (start === undefined) refuse('not_recent');
    else {
      const { backlog, baseFte, fundedFte } = start;
      const asOf = start.asOf as Month;
      const ownVacancyShare = vacancies.get(unitId) ?? null;
      units.push({ unitId, code, grade: result.grade, asOf, backlog, baseFte, fundedFte, ownVacancyShare });
    }
  }
  return { units, notPlanned };
}
