import type { Plan } from '#contract/statistics/plans';
import type { Plan as EnginePlan } from '../../estimator/planning/staff.ts';

/** The plan as the projection takes it: an agreement that is renewed does not end. */
export function toEngine(
  { renewed, agreementEnds, ...plan }: Plan,
  vacancies: NonNullable<EnginePlan['ownVacancies']>,
): EnginePlan {
  return { ...plan, agreementEnds: renewed ? null : agreementEnds, ownVacancies: vacancies };
}
