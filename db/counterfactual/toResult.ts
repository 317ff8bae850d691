import type { Caution, Estimate, RefusalCode } from '#contract/counterfactual';
import { caution } from '#contract/counterfactual';
import type { Month } from '#contract/dates';
import type { CounterfactualOutcome } from '../analysis/run.ts';
import type { UnitPanel } from '../analysis/panel.ts';
import { must } from '../kernel/assert.ts';

type UnitOutcome = CounterfactualOutcome['units'][number];
type Estimated = Extract<UnitOutcome['result'], { status: 'estimated' }>;
type Refusal = { status: 'refused'; reasons: { code: RefusalCode; months: Month[] }[] };

/** From what the analysis says of a unit to what the contract carries: facts for the sentence are added from the panel. */
export function toUnitResult({ result: output, sensitivity }: UnitOutcome, panel: UnitPanel): Estimate | Refusal {
  if (output.status === 'refused') {
    return {
      status: 'refused',
      reasons: output.reasons.map(({ code, months }) => ({ code, months: months as Month[] })),
    };
  }
  if (output.fundingStart === null) return { status: 'refused', reasons: [{ code: 'no_funding', months: [] }] };
  return { ...toEstimate(output, panel, output.fundingStart), sensitivity: [...(sensitivity?.rows ?? [])] };
}

function toEstimate(output: Estimated, panel: UnitPanel, fundingStart: string): Omit<Estimate, 'sensitivity'> {
  const start = panel.months.indexOf(fundingStart);
  const now = panel.months.indexOf(output.asOf);
  const evidence = must(output.evidence, 'a unit with funded staff has its evidence graded');
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
    probabilityBelow: output.probabilityBelow[now] ?? 0,
    pointClaim: evidence.pointClaim,
    grade: evidence.grade,
    gradeReasons: [...evidence.reasons],
    cautions: output.cautions.filter((each): each is Caution => caution.safeParse(each).success),
    monthsBefore: output.reportedMonths.before,
    monthsAfter: output.reportedMonths.after,
    starvedShare: output.starvedShare,
    residualShare: output.residualShare,
    inflowSplitRecorded: output.inflowSplitRecorded,
    fundedFte: panel.fteFunded[now] ?? null,
    fundedOvertimeHours: sumKnown(panel.overtimeFunded.slice(Math.max(0, start), now + 1)),
    backlogChange: before === null || before === undefined ? null : backlogNow - before,
    inflowChange: inflowChange(panel, start, now),
  };
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
