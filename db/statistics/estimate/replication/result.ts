import { cappedProbability, shownOf } from '#contract/statistics/shown';
import { combineUnits, type CombinedMonth } from '../../../estimator/combineUnits.ts';
import {
  closedBetween,
  likelyFewer,
  ownChange,
  type LikelyFewer,
  type OwnChange,
} from '../../../estimator/confounding.ts';
import { sum } from '../../../estimator/numbers.ts';
import type { CrossChecks } from '../../../estimator/crossChecks/run.ts';
import { scepticTotal } from '../../../estimator/scepticTotal.ts';
import type { EstimatedUnit, Estimation, Sceptic, UnitEstimate } from '../../../estimator/estimate.ts';
import { gradeTotalAt, type TotalEvidence, type UnitOfTotal } from '../../../estimator/gradeTotal.ts';
import { samplingIn, type Evidence, type Sampling } from '../../../estimator/grades.ts';
import { gradeUnit } from '../../../estimator/gradeUnit.ts';
import { ownProductivity } from '../../../estimator/ownProductivity.ts';
import type { UnitPanel } from '../../../estimator/panel.ts';
import { must } from '../../../ground/kernel/assert.ts';
import type { CapacitySpecification } from './specification.ts';

const capped = (probability: number | null): number | null =>
  probability === null ? null : cappedProbability(probability);

function pathOf(unit: EstimatedUnit, months: CapacitySpecification['months']) {
  return unit.months.flatMap((month, t) => {
    const isWanted = months === 'all' || month === unit.asOf;
    const fan = unit.fan[t] ?? null;
    if (!isWanted || fan === null) return [];
    return [
      {
        month,
        backlog: unit.backlog[t],
        without: fan,
        avoided: unit.avoided[t],
        probabilityBelow: capped(unit.probabilityBelow[t] ?? null),
      },
    ];
  });
}

/** Whether the grade shows a single figure: otherwise the draws are to be read as ranges. */
const withShown = (evidence: Evidence) => ({
  ...evidence,
  pointClaim: shownOf({ grade: evidence.grade, gradeReasons: [...evidence.reasons] }).figure,
});

function unitRow(
  unit: UnitEstimate,
  panel: UnitPanel,
  months: CapacitySpecification['months'],
  checks: CrossChecks | null,
  sampling: Sampling,
  sceptic: Sceptic | null,
) {
  if (unit.status === 'refused') return unit;
  const { unitId, fundingStart, asOf, cautions, doubtfulStaffing, practiceChangedIn, monthsWithoutStaff } = unit;
  const own = checks?.units.find((each) => each.unitId === unitId) ?? null;
  return {
    unitId,
    status: unit.status,
    fundingStart,
    asOf,
    productivity: ownProductivity(unit, panel),
    evidence: fundingStart === null ? null : withShown(gradeUnit(unit, own, checks?.events ?? null, sampling)),
    cautions,
    doubtfulStaffing,
    practiceChangedIn,
    monthsWithoutStaff,
    sceptic: scepticTotal(sceptic, [unitId]),
    path: pathOf(unit, months),
    crossChecks: own,
  };
}

function fundedUnits(units: readonly UnitEstimate[]): readonly EstimatedUnit[] {
  return units.filter((unit) => unit.status === 'estimated').filter((unit) => unit.fundingStart !== null);
}

function totalRows(units: readonly UnitEstimate[], months: CapacitySpecification['months']) {
  const funded = fundedUnits(units);
  const known = [...new Set(funded.flatMap((unit) => [...unit.draws.keys()]))].sort();
  const rows = combineUnits(funded, months === 'all' ? known : known.slice(-1));
  return rows.map((row) => ({ ...row, probabilityBelow: capped(row.probabilityBelow) }));
}

type UnitRow = ReturnType<typeof unitRow>;

/** Grade of the total at its last month, by the rule of the application: of the units that were ever funded. */
function totalEvidence(
  rows: readonly UnitRow[],
  panels: readonly UnitPanel[],
  month: string | undefined,
  sampling: Sampling,
): TotalEvidence | null {
  if (month === undefined) return null;
  const units = rows.flatMap((row): UnitOfTotal[] => {
    if (row.status === 'refused') return [{ unitId: row.unitId, answer: null }];
    if (row.evidence === null) return [];
    const avoided = row.path.find((each) => each.month === row.asOf)?.avoided;
    return [
      {
        unitId: row.unitId,
        answer: avoided ? { asOf: row.asOf, grade: row.evidence.grade, avoided: avoided.mean } : null,
      },
    ];
  });
  return gradeTotalAt(month, units, panels, sampling);
}

/** What would undo the total of its last month, and how many units would look as these do by chance. */
function confoundingOf(
  units: readonly UnitEstimate[],
  panels: readonly UnitPanel[],
  total: CombinedMonth | undefined,
): { readonly ownChange: OwnChange | null; readonly likelyFewer: LikelyFewer } | null {
  if (!total?.avoided) return null;
  const funded = fundedUnits(units);
  const closed = funded.map(({ unitId, fundingStart, draws }) => {
    const panel = panels.find((each) => each.unitId === unitId);
    return panel && draws.has(total.month) ? closedBetween(panel, fundingStart ?? '', total.month) : 0;
  });
  return {
    ownChange: ownChange(total.avoided, sum(closed)),
    likelyFewer: likelyFewer(funded.map(({ avoidedNow }) => avoidedNow)),
  };
}

/** A sceptic's answer: the productivity that it finds, and the files avoided in all at the last month. */
function scepticRow(sceptic: Sceptic | null, units: readonly UnitEstimate[], month: string | undefined) {
  if (sceptic === null || month === undefined) return null;
  const { by, effective, productivity } = sceptic;
  const own = fundedUnits(units).filter(({ draws }) => draws.has(month));
  return {
    by,
    effective,
    productivity,
    avoided: scepticTotal(
      sceptic,
      own.map(({ unitId }) => unitId),
    ),
  };
}

/**
 * What `vigie analyse capacity` prints: each unit, the total, its evidence, and the specification as it was used.
 * @param estimation of all panels under the specification; @param checks by the other methods, null where not asked for
 */
export function capacityResult(
  panels: readonly UnitPanel[],
  given: CapacitySpecification,
  estimation: Estimation,
  checks: CrossChecks | null,
) {
  const { months, totalOf } = given;
  const sampling = samplingIn(estimation);
  const units = estimation.units.map((unit) => {
    const panel = must(
      panels.find((each) => each.unitId === unit.unitId),
      'every unit has its panel',
    );
    return unitRow(unit, panel, months, checks, sampling, estimation.sceptic);
  });
  const isOfTotal = ({ unitId }: { readonly unitId: string }): boolean => totalOf === null || totalOf.includes(unitId);
  const ofTotal = estimation.units.filter(isOfTotal);
  const total = totalRows(ofTotal, months);
  return {
    basis: estimation.basis,
    fit: estimation.fit,
    units,
    total,
    totalEvidence: totalEvidence(units.filter(isOfTotal), panels, total.at(-1)?.month, sampling),
    sceptic: scepticRow(estimation.sceptic, ofTotal, total.at(-1)?.month),
    confounding: confoundingOf(ofTotal, panels, total.at(-1)),
    eventStudies: checks?.events ?? null,
    specification: given,
  };
}
