import type { Assumptions } from './assumptions.ts';
import { closingMonths, unusualFrom, type ClosingMonth } from './closings/months.ts';
import { at, mean } from './numbers.ts';
import { openedFilesOf, type OpenedFiles } from './openedFiles.ts';
import { inflowAt, outflowAt, workloadAt, type UnitPanel } from './panel.ts';
import { rampedFte } from './ramp.ts';
import type { Window } from './window.ts';

/** A unit whose panel can be used, and the part of it that is. */
export type UsableUnit = {
  readonly panel: UnitPanel;
  readonly window: Window;
  /** Months, 'YYYY-MM', whose staff in post is to be questioned; left out: none. */
  readonly doubtfulStaffing?: readonly string[];
};

/** What the counterfactual needs of one funded month. Files and FTE; null = not recorded. */
export type FundedMonth = {
  /** Files closed by investigation. */
  readonly investigated: number | null;
  /** Files that left without it, and what they may have followed; the unit's means where that is not recorded, none left where that is not. */
  readonly closing: ClosingMonth;
  /** Files that could have been closed by investigation: last month's backlog and this month's inflow, less what left otherwise. */
  readonly workload: number | null;
  readonly backlog: number | null;
  /** The unit closed all it had, so its capacity is known from below only. */
  readonly starved: boolean;
  /** FTE that do not depend on the Strategy, overtime included. */
  readonly base: number;
  /** The same without overtime. */
  readonly baseStaff: number;
  readonly fundedOvertime: number;
  /** Funded FTE by experience, for each ramp length of the assumptions. */
  readonly ramped: readonly number[];
  /** Files among which those brought in by the funded staff are drawn; null = not recorded, `expectedCandidates` is used as a Poisson mean. */
  readonly candidates: number | null;
  readonly expectedCandidates: number;
  /** Chance that such a file was brought in by the funded staff where nothing tells who opens how many, for each ramp length. */
  readonly inducedShare: readonly number[];
};

export type PreparedUnit = {
  readonly months: readonly FundedMonth[];
  /** What tells who opened the files opened on own initiative; null: all staff alike, or an assumed share of the inflow. */
  readonly opened: OpenedFiles | null;
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

/** Funded FTE of each month of the window by experience, one series for each ramp length. A window has no gap in it. */
export function rampedSeries({ panel, window }: UsableUnit, assumptions: Assumptions): number[][] {
  const funded = panel.fteFunded.slice(window.first, window.last + 1).map((fte) => fte ?? 0);
  return assumptions.rampMonths.map((length) => rampedFte(funded, length, assumptions.rampStart));
}

/** The unit closed all it had. After a month without a report the workload is not known: an empty backlog at the end tells it then. */
export function isStarved(panel: UnitPanel, t: number): boolean {
  const outflow = outflowAt(panel, t);
  const workload = workloadAt(panel, t);
  return outflow !== null && (workload === null ? at(panel.backlog, t) === 0 : outflow >= workload);
}

/** Where more was closed than stock and inflow allow (a residual), the unit evidently had at least that much to close, in both worlds. */
function workToInvestigate(panel: UnitPanel, t: number): number | null {
  const workload = workloadAt(panel, t);
  if (workload === null) return null;
  return Math.max(workload - (at(panel.outflowAdministrative, t) ?? 0), at(panel.outflowInvestigated, t) ?? 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
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

/** Reads a month's closings, whatever is recorded of it. */
export function closingOf(panel: UnitPanel, window: Window): (t: number) => ClosingMonth {
  const unusual = unusualFrom(panel, window);
  const months = closingMonths(panel, window);
  const usual = (read: (month: ClosingMonth) => number): number => (months.length > 0 ? mean(months.map(read)) : 0);
  const inflow = usual((month) => month.inflow);
  const queue = usual((month) => month.queue);
  return (t) => {
    const left = outflowAt(panel, t) === null ? 0 : (at(panel.outflowAdministrative, t) ?? 0);
    const before = t === 0 ? null : at(panel.backlog, t - 1);
    const work = at(panel.outflowInvestigated, t) ?? 0;
    return { left, inflow: inflowAt(panel, t) ?? inflow, work, queue: before ?? queue, isUnusual: left >= unusual };
  };
}

/** Turns the panel's window into what the draws read. The window has shown that FTE is known in every funded month. */
export function prepareUnit(unit: UsableUnit, assumptions: Assumptions): PreparedUnit {
  const { panel, window } = unit;
  if (window.fundingStart === null) return { months: [], opened: null };
  const ramped = rampedSeries(unit, assumptions);
  const fundedMonths = range(window.fundingStart, window.last);
  const { split, values } = candidatesOf(panel, fundedMonths);
  const recorded = known(values);
  const expectedCandidates = recorded.length > 0 ? mean(recorded) : 0;
  const removed = 1 - assumptions.substitutionShare;
  const closing = closingOf(panel, window);
  const months = fundedMonths.map((t, index): FundedMonth => {
    const overtime = overtimeFte(panel, t, assumptions);
    const fte = at(panel.fteBase, t) ?? 0;
    const experienced = ramped.map((series) => at(series, t - window.first));
    return {
      investigated: outflowAt(panel, t) === null ? null : at(panel.outflowInvestigated, t),
      closing: closing(t),
      workload: workToInvestigate(panel, t),
      backlog: at(panel.backlog, t),
      starved: isStarved(panel, t),
      base: fte + overtime.base,
      baseStaff: fte,
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
  return {
    months,
    opened: split ? openedFilesOf(panel, window, ramped) : null,
  };
}
