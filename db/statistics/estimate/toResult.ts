import { type Caution, type Estimate, type RefusalCode, caution } from '#contract/statistics/estimate';
import type { Month } from '#contract/ground/dates';
import type { EventStudies } from '../../estimator/crossChecks/eventStudy.ts';
import type { UnitChecks } from '../../estimator/crossChecks/run.ts';
import type { EstimatedUnit, Estimation, UnitEstimate } from '../../estimator/estimate.ts';
import { checkLittlesLaw } from '../../estimator/crossChecks/littlesLaw.ts';
import { samplingIn, type Evidence } from '../../estimator/grades.ts';
import { scepticTotal } from '../../estimator/scepticTotal.ts';
import { gradeUnit } from '../../estimator/gradeUnit.ts';
import { ownProductivity } from '../../estimator/ownProductivity.ts';
import type { UnitPanel } from '../../estimator/panel.ts';
import { findWindow } from '../../estimator/window.ts';
import { must } from '../../ground/kernel/assert.ts';
import { lackedAfter } from './lackedAfter.ts';

type Refusal = { status: 'refused'; reasons: { code: RefusalCode; months: Month[] }[] };

/** From what the analysis says of a unit to what the contract carries: facts for the sentence are added from the panel. */
export function toUnitResult(
  output: UnitEstimate,
  panel: UnitPanel,
  checks: UnitChecks | null,
  events: EventStudies | null,
  meanStay: number | null,
  estimation: Pick<Estimation, 'fit' | 'basis' | 'sceptic'>,
): Estimate | Refusal {
  if (output.status === 'refused') {
    return {
      status: 'refused',
      reasons: output.reasons.map(({ code, months }) => ({ code, months: months as Month[] })),
    };
  }
  if (output.fundingStart === null) return { status: 'refused', reasons: [{ code: 'no_funding', months: [] }] };
  return toEstimate(
    output,
    panel,
    output.fundingStart,
    meanStay,
    gradeUnit(output, checks, events, samplingIn(estimation)),
    checks,
    scepticTotal(estimation.sceptic, [output.unitId]),
  );
}

/** A month that was chosen for one unit is answered or refused: its total of several units leaves it out. */
export function refuseShort(result: Estimate | Refusal, panel: UnitPanel, lastMonth: Month): Estimate | Refusal {
  if (result.status === 'refused' || result.asOf >= lastMonth) return result;
  const reasons = lackedAfter(panel, result.asOf).map(({ lacks, months }) => ({
    code: lacks === 'staff' ? ('fte_missing' as const) : ('not_reported' as const),
    months,
  }));
  return { status: 'refused', reasons };
}

function toEstimate(
  output: EstimatedUnit,
  panel: UnitPanel,
  fundingStart: string,
  meanStay: number | null,
  evidence: Evidence,
  checks: UnitChecks | null,
  sceptic: Estimate['sceptic'],
): Estimate {
  const start = panel.months.indexOf(fundingStart);
  const now = panel.months.indexOf(output.asOf);
  const backlogNow = must(output.backlog[now], 'the last month is one with a known backlog');
  const before = start > 0 ? output.backlog[start - 1] : null;
  return {
    status: 'estimated',
    months: output.months as Month[],
    asOf: output.asOf as Month,
    fundingStart: fundingStart as Month,
    backlog: [...output.backlog],
    fan: [...output.fan],
    backlogNow,
    avoided: output.avoidedNow,
    sceptic,
    probabilityBelow: output.probabilityBelow[now] ?? 0,
    grade: evidence.grade,
    gradeReasons: [...evidence.reasons],
    cautions: output.cautions.filter((each): each is Caution => caution.safeParse(each).success),
    monthsBefore: output.facts.reportedBefore,
    monthsAfter: output.facts.reportedAfter,
    starvedShare: output.facts.starvedShare,
    residualShare: output.facts.residualShare,
    inflowSplitRecorded: output.facts.inflowSplitRecorded,
    fundedFte: panel.fteFunded[now] ?? null,
    fundedOvertimeHours: sumKnown(panel.overtimeFunded.slice(Math.max(0, start), now + 1)),
    backlogChange: before === null || before === undefined ? null : backlogNow - before,
    inflowChange: inflowChange(panel, start, now),
    productivity: ownProductivity(output, panel),
    doubtfulStaffing: output.doubtfulStaffing as Month[],
    practiceChangedIn: output.practiceChangedIn as Month | null,
    monthsWithoutStaff: output.monthsWithoutStaff as Month[],
    crossChecks:
      checks?.checks.map((check) =>
        check.status === 'estimated'
          ? { status: 'estimated', method: check.method, avoided: check.avoidedNow }
          : { status: 'refused', method: check.method, reason: check.reason },
      ) ?? [],
    placebo: placeboOf(checks?.placebo ?? null),
    littlesLaw: littlesLawOf(panel, meanStay),
  };
}

/** A ratio to no error at all has no limit, and JSON no number for it. */
function placeboOf(placebo: UnitChecks['placebo']): Estimate['placebo'] {
  return placebo === null ? null : { ...placebo, ratio: Number.isFinite(placebo.ratio) ? placebo.ratio : null };
}

function littlesLawOf(panel: UnitPanel, meanStay: number | null): Estimate['littlesLaw'] {
  const found = findWindow(panel);
  const law = 'window' in found ? checkLittlesLaw(panel, found.window, meanStay) : null;
  if (law?.status !== 'estimated') return null;
  return { expectedMonths: law.expectedMonths, reportedMonths: meanStay, alarm: law.alarm };
}

function sumKnown(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The last twelve months' inflow over that of the twelve before the funding: null where a month of either is missing. */
function inflowChange(panel: UnitPanel, start: number, now: number): number | null {
  const inflow = (from: number, to: number): number | null => {
    if (from < 0) return null;
    const months = panel.inflowReferred.slice(from, to).map((referred, index) => {
      return referred === null ? null : referred + (panel.inflowProactive[from + index] ?? 0);
    });
    return months.some((each) => each === null) ? null : sumKnown(months);
  };
  const before = inflow(start - 12, start);
  const recent = inflow(now - 11, now + 1);
  return before === null || recent === null || before === 0 || now - start < 12 ? null : recent / before - 1;
}
