import { z } from 'zod';
import { defaultAssumptions, type Assumptions } from '../../../ground/analysis/assumptions.ts';
import { combineUnits, type CombinedMonth } from '../../../ground/analysis/combineUnits.ts';
import {
  closedBetween,
  likelyFewer,
  ownChange,
  type LikelyFewer,
  type OwnChange,
} from '../../../ground/analysis/confounding.ts';
import { sum } from '../../../ground/analysis/numbers.ts';
import { runCrossChecks, type CrossChecks } from '../../../ground/analysis/crossChecks/run.ts';
import { estimateUnits, type EstimatedUnit, type UnitEstimate } from '../../../ground/analysis/estimate.ts';
import { gradeTotal, type GradedUnit, type TotalEvidence } from '../../../ground/analysis/gradeTotal.ts';
import { gradeUnit } from '../../../ground/analysis/gradeUnit.ts';
import { ownProductivity } from '../../../ground/analysis/ownProductivity.ts';
import type { UnitPanel } from '../../../ground/analysis/panel.ts';
import { must } from '../../../ground/kernel/assert.ts';
import { InputFailure } from '../outcome.ts';
import { capacityColumns, panelsOf } from './capacityPanels.ts';
import { defineMethod } from './method.ts';

const ramp = z.union([z.literal(3), z.literal(6), z.literal(9), z.literal(12), z.literal(18)]);
const share = z.number().min(0).max(1);

/** Each default is that of the application; docs/counterfactual.md has their sources. */
const assumptions = z.strictObject({
  rampMonths: z.array(ramp).min(1).default([3, 6, 9, 12, 18]),
  rampStart: share.default(defaultAssumptions.rampStart),
  productivityMean: z.number().default(defaultAssumptions.relativeProductivity.mean),
  productivityDeviation: z.number().positive().default(defaultAssumptions.relativeProductivity.deviation),
  productivitySpread: z.number().positive().default(defaultAssumptions.productivitySpread),
  fixedSpread: z.number().positive().nullable().default(null),
  fixedDeviation: z.number().positive().nullable().default(null),
  overtimeProductivity: z.number().min(0).default(defaultAssumptions.overtimeProductivity),
  hoursPerFteMonth: z.number().positive().default(defaultAssumptions.hoursPerFteMonth),
  capacityExponent: z.number().positive().max(1).default(defaultAssumptions.capacityExponent),
  substitutionShare: share.default(defaultAssumptions.substitutionShare),
  inducedInflowShare: share.default(defaultAssumptions.inducedInflowShare),
  lowestCapacityShare: share.default(defaultAssumptions.lowestCapacityShare),
  coupling: z.enum(['shared', 'independent']).default(defaultAssumptions.coupling),
  administrative: z.enum(['by_queue', 'thinned']).default(defaultAssumptions.administrative),
});

const specification = z.strictObject({
  columns: capacityColumns.prefault({}),
  assumptions: assumptions.prefault({}),
  seed: z.int().min(0).max(0xffffffff).default(1),
  // Longer than the application's chain: a person who compares figures can wait for the third digit.
  sweeps: z.int().min(100).max(200_000).default(10_000),
  burnIn: z.int().min(50).max(100_000).default(1000),
  thin: z.int().min(1).max(100).default(5),
  crossChecks: z.boolean().default(false),
  /** Months of each unit's path and of the total; null: the last alone. */
  months: z.enum(['all', 'last']).default('last'),
});
type Specification = z.infer<typeof specification>;

function toAssumptions({
  productivityMean,
  productivityDeviation,
  ...rest
}: Specification['assumptions']): Assumptions {
  return { ...rest, relativeProductivity: { mean: productivityMean, deviation: productivityDeviation } };
}

function pathOf(unit: EstimatedUnit, months: Specification['months']) {
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
        probabilityBelow: unit.probabilityBelow[t],
      },
    ];
  });
}

function unitRow(unit: UnitEstimate, panel: UnitPanel, months: Specification['months'], checks: CrossChecks | null) {
  if (unit.status === 'refused') return unit;
  const { unitId, fundingStart, asOf, cautions, doubtfulStaffing, monthsWithoutStaff } = unit;
  const own = checks?.units.find((each) => each.unitId === unitId) ?? null;
  return {
    unitId,
    status: unit.status,
    fundingStart,
    asOf,
    productivity: ownProductivity(unit, panel),
    evidence: fundingStart === null ? null : gradeUnit(unit, own, checks?.events ?? null),
    cautions,
    doubtfulStaffing,
    monthsWithoutStaff,
    path: pathOf(unit, months),
    crossChecks: own,
  };
}

function totalRows(units: readonly UnitEstimate[], months: Specification['months']) {
  const funded = units.filter((unit) => unit.status === 'estimated').filter((unit) => unit.fundingStart !== null);
  const known = [...new Set(funded.flatMap((unit) => [...unit.draws.keys()]))].sort();
  return combineUnits(funded, months === 'all' ? known : known.slice(-1));
}

type UnitRow = ReturnType<typeof unitRow>;

/** Grade of the total at its last month, by the rule of the application: of the units that were ever funded. */
function totalEvidence(
  rows: readonly UnitRow[],
  panels: readonly UnitPanel[],
  month: string | undefined,
): TotalEvidence | null {
  if (month === undefined) return null;
  const backlogOf = (unitId: string): number | null => {
    const panel = panels.find((each) => each.unitId === unitId);
    return panel?.backlog[panel.months.indexOf(month)] ?? null;
  };
  const graded = rows.flatMap((row): GradedUnit[] => {
    const none = { grade: null, avoided: 0, backlog: backlogOf(row.unitId) };
    if (row.status === 'refused') return [none];
    if (row.evidence === null) return [];
    const avoided = row.path.find((each) => each.month === month)?.avoided;
    return [avoided ? { ...none, grade: row.evidence.grade, avoided: avoided.mean } : none];
  });
  return graded.some(({ grade }) => grade !== null) ? gradeTotal(graded) : null;
}

/** What would undo the total of its last month, and how many units would look as these do by chance. */
function confoundingOf(
  units: readonly UnitEstimate[],
  panels: readonly UnitPanel[],
  total: CombinedMonth | undefined,
): { readonly ownChange: OwnChange | null; readonly likelyFewer: LikelyFewer } | null {
  if (!total?.avoided) return null;
  const funded = units.filter((unit) => unit.status === 'estimated').filter((unit) => unit.fundingStart !== null);
  const closed = funded.map(({ unitId, fundingStart, draws }) => {
    const panel = panels.find((each) => each.unitId === unitId);
    return panel && draws.has(total.month) ? closedBetween(panel, fundingStart ?? '', total.month) : 0;
  });
  return {
    ownChange: ownChange(total.avoided, sum(closed)),
    likelyFewer: likelyFewer(funded.map(({ avoidedNow }) => avoidedNow)),
  };
}

/** The primary estimate on a table of unit-months. */
export const capacity = defineMethod('capacity', specification, (table, given) => {
  if (given.burnIn >= given.sweeps) throw new InputFailure('analyse.spec.burnIn', { path: 'burnIn' });
  const panels = panelsOf(table, given.columns);
  const { seed, sweeps, burnIn, thin, months } = given;
  const estimation = estimateUnits(panels, toAssumptions(given.assumptions), { seed, sweeps, burnIn, thin });
  const checks = given.crossChecks
    ? runCrossChecks(panels, { seed, administrative: given.assumptions.administrative })
    : null;
  const units = estimation.units.map((unit) => {
    const panel = must(
      panels.find((each) => each.unitId === unit.unitId),
      'every unit has its panel',
    );
    return unitRow(unit, panel, months, checks);
  });
  const total = totalRows(estimation.units, months);
  return {
    basis: estimation.basis,
    fit: estimation.fit,
    units,
    total,
    totalEvidence: totalEvidence(units, panels, total.at(-1)?.month),
    confounding: confoundingOf(estimation.units, panels, total.at(-1)),
    eventStudies: checks?.events ?? null,
    specification: given,
  };
});
