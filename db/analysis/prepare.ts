import type { Assumptions } from './assumptions.ts';
import { at, mean } from './numbers.ts';
import { inflowAt, outflowAt, workloadAt, type UnitPanel } from './panel.ts';
import { rampedFte } from './ramp.ts';
import type { Window } from './window.ts';

/** What the estimate needs of one funded month. Files and FTE; null = not recorded. */
export type FundedMonth = {
  readonly outflow: number | null;
  readonly workload: number | null;
  readonly backlog: number | null;
  /** The unit closed all it had, so its capacity is known from below only. */
  readonly starved: boolean;
  /** FTE that do not depend on the Strategy, overtime included. */
  readonly base: number;
  readonly fundedOvertime: number;
  /** Funded FTE by experience, for each ramp length of the assumptions. */
  readonly ramped: readonly number[];
  /** Files among which those brought in by the funded staff are drawn; null = not recorded, `expected` stands in as a Poisson mean. */
  readonly candidates: number | null;
  readonly expectedCandidates: number;
  /** Chance that such a file was brought in by the funded staff, for each ramp length. */
  readonly inducedShare: readonly number[];
};

/** A month from which the unit's rate is learned. */
type RateMonth = Pick<FundedMonth, 'base' | 'fundedOvertime' | 'ramped'> & { readonly outflow: number };

export type PreparedUnit = {
  readonly months: readonly FundedMonth[];
  readonly rateMonths: readonly RateMonth[];
  /** Some funded month is unreported or work-limited, so its capacity has to be drawn. */
  readonly needsRate: boolean;
};

type Overtime = { readonly base: number; readonly funded: number };

/** FTE that a month's overtime amounts to. Where either part is not recorded the month's term is left out of both worlds. */
export function overtimeFte(panel: UnitPanel, t: number, assumptions: Assumptions): Overtime {
  const base = at(panel.overtimeBase, t);
  const funded = at(panel.overtimeFunded, t);
  if (base === null || funded === null) return { base: 0, funded: 0 };
  const scale = assumptions.overtimeProductivity / assumptions.hoursPerFteMonth;
  return { base: base * scale, funded: funded * scale };
}

export function isStarved(panel: UnitPanel, t: number): boolean {
  const outflow = outflowAt(panel, t);
  const workload = workloadAt(panel, t);
  return outflow !== null && workload !== null && outflow >= workload;
}

/** Where more was closed than stock and inflow allow (a residual), the unit evidently had at least that much to close, in both worlds. */
function workToClose(panel: UnitPanel, t: number): number | null {
  const workload = workloadAt(panel, t);
  return workload === null ? null : Math.max(workload, outflowAt(panel, t) ?? 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

/** Funded FTE of the window's months, which the window has shown to be complete. */
function fundedSeries(panel: UnitPanel, window: Window): number[] {
  return known(panel.fteFunded.slice(window.first, window.last + 1));
}

function rateMonthsOf(
  panel: UnitPanel,
  window: Window,
  assumptions: Assumptions,
  ramped: readonly number[][],
): RateMonth[] {
  const found: RateMonth[] = [];
  for (const t of range(window.first, window.last)) {
    const outflow = outflowAt(panel, t);
    const fte = at(panel.fteBase, t);
    if (outflow === null || fte === null || isStarved(panel, t)) continue;
    const overtime = overtimeFte(panel, t, assumptions);
    found.push({
      outflow,
      base: fte + overtime.base,
      fundedOvertime: overtime.funded,
      ramped: ramped.map((series) => at(series, t - window.first)),
    });
  }
  return found;
}

/** Where proactive files are recorded in funded months they are the candidates; otherwise the whole inflow, by the assumed share. */
function candidatesOf(
  panel: UnitPanel,
  months: readonly number[],
): { readonly split: boolean; readonly values: (number | null)[] } {
  const proactive = months.map((t) => at(panel.inflowProactive, t));
  const split = known(proactive).length > 0;
  return { split, values: split ? proactive : months.map((t) => inflowAt(panel, t)) };
}

/** Turns the panel's window into what the draws read. The window has shown that FTE is known in every funded month. */
export function prepareUnit(panel: UnitPanel, window: Window, assumptions: Assumptions): PreparedUnit {
  const funded = fundedSeries(panel, window);
  const ramped = assumptions.rampMonths.map((length) => rampedFte(funded, length, assumptions.rampStart));
  const rateMonths = rateMonthsOf(panel, window, assumptions, ramped);
  if (window.fundingStart === null) return { months: [], rateMonths, needsRate: false };
  const fundedMonths = range(window.fundingStart, window.last);
  const { split, values } = candidatesOf(panel, fundedMonths);
  const recorded = known(values);
  const expectedCandidates = recorded.length > 0 ? mean(recorded) : 0;
  const removed = 1 - assumptions.substitutionShare;
  const months = fundedMonths.map((t, index): FundedMonth => {
    const overtime = overtimeFte(panel, t, assumptions);
    const fte = at(panel.fteBase, t) ?? 0;
    const experienced = ramped.map((series) => at(series, t - window.first));
    return {
      outflow: outflowAt(panel, t),
      workload: workToClose(panel, t),
      backlog: at(panel.backlog, t),
      starved: isStarved(panel, t),
      base: fte + overtime.base,
      fundedOvertime: overtime.funded,
      ramped: experienced,
      candidates: at(values, index),
      expectedCandidates,
      inducedShare: experienced.map((fteFunded) => {
        if (fteFunded <= 0) return 0;
        return removed * (split ? fteFunded / (fte + fteFunded) : assumptions.inducedInflowShare);
      }),
    };
  });
  const needsRate = months.some((month) => month.outflow === null || month.starved);
  return { months, rateMonths, needsRate };
}
