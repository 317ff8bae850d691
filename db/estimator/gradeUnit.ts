import type { EventStudies } from './crossChecks/eventStudy.ts';
import type { UnitChecks } from './crossChecks/run.ts';
import type { EstimatedUnit } from './estimate.ts';
import { gradeEvidence, refusedBy, type Evidence, type Sampling } from './grades.ts';

/** Whether the mean lies inside the 80 % band of the structural model; null where that has no answer. */
function isInsideStructuralBand({ avoidedNow }: EstimatedUnit, checks: UnitChecks | null): boolean | null {
  const structural = checks?.checks.find((each) => each.method === 'structural');
  if (structural?.status !== 'estimated') return null;
  const { p10, p90 } = structural.avoidedNow;
  return avoidedNow.mean >= p10 && avoidedNow.mean <= p90;
}

/** Grade of a unit's evidence with what the cross-checks add to it. Source: decisions, evidence grades; method note, section 3. */
export function gradeUnit(
  unit: EstimatedUnit,
  checks: UnitChecks | null,
  events: EventStudies | null,
  sampling: Sampling = 'converged',
): Evidence {
  const found = events?.status === 'estimated' ? events : null;
  const evidence = gradeEvidence({
    ...unit.facts,
    // A unit's own inflow may fall with everybody's and still have risen over that of the units without funding.
    inflowRose: found?.inducedInflow === true || unit.facts.inflowRose,
    flatPreTrend: found?.flatPreTrend ?? null,
    roseBefore: found?.roseBefore ?? null,
    insideStructuralBand: isInsideStructuralBand(unit, checks),
  });
  return refusedBy(sampling, evidence);
}
