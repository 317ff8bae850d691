import type { EvidenceFacts } from './grades.ts';
import { at, mean } from './numbers.ts';
import { inflowAt, isReported, outflowAt, stockFlowResidual, workloadAt, type UnitPanel } from './panel.ts';
import { monthsToTellOpened, monthsWithOpened } from './openedFiles.ts';
import { isStarved, type UsableUnit } from './prepare.ts';
import type { CautionCode } from './reasons.ts';
import type { Window } from './window.ts';

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Of the months from one to another, both included. */
function residualShareIn(
  panel: UnitPanel,
  residuals: readonly (number | null)[],
  from: number,
  last: number,
): number | null {
  let absolute = 0;
  let outflow = 0;
  for (let t = from; t <= last; t += 1) {
    const residual = at(residuals, t);
    if (residual === null) continue;
    absolute += Math.abs(residual);
    outflow += outflowAt(panel, t) ?? 0;
  }
  return share(absolute, outflow);
}

/** So many months in a row, the last included, that do not agree are no correction of the stock but months that are not complete. */
const fewestIncomplete = 3;
const monthsWeighed = 12;

/** Months reported in part at the end, on which the answer rests, are weighed against a year: sound years before them would hide them. */
function residualShare(panel: UnitPanel, { first, last }: Window): number | null {
  const residuals = stockFlowResidual(panel).slice(0, last + 1);
  const all = residualShareIn(panel, residuals, first + 1, last);
  const sound = residuals.findLastIndex((residual) => residual === null || residual === 0);
  if (all === null || last - sound < fewestIncomplete) return all;
  return Math.max(all, residualShareIn(panel, residuals, Math.max(first + 1, last + 1 - monthsWeighed), last) ?? 0);
}

type FundedTotals = {
  reported: number;
  judged: number;
  starved: number;
  split: number;
  outflow: number;
  administrative: number;
};

function fundedTotals(panel: UnitPanel, from: number, to: number): FundedTotals {
  const totals: FundedTotals = { reported: 0, judged: 0, starved: 0, split: 0, outflow: 0, administrative: 0 };
  for (let t = from; t <= to; t += 1) {
    if (!isReported(panel, t)) continue;
    totals.reported += 1;
    totals.outflow += outflowAt(panel, t) ?? 0;
    totals.administrative += at(panel.outflowAdministrative, t) ?? 0;
    if (workloadAt(panel, t) !== null) totals.judged += 1;
    if (isStarved(panel, t)) totals.starved += 1;
    if (at(panel.inflowProactive, t) !== null) totals.split += 1;
  }
  return totals;
}

/** What the fit of all units says of the evidence of each. */
export type FitEvidence = Pick<EvidenceFacts, 'priorDriven' | 'priorWeight' | 'controls' | 'practiceChanged'>;

/** A rise of less than this is within the luck of two years. */
const smallestRise = 0.02;

/** Files in the year before, of which a rise says something. */
const fewestReferred = 60;

/** Months before the funding that the inflow is compared with. */
const monthsCompared = 24;

function meanInflow(panel: UnitPanel, from: number, to: number): number | null {
  const known: number[] = [];
  for (let t = from; t <= to; t += 1) {
    const inflow = inflowAt(panel, t);
    if (inflow !== null) known.push(inflow);
  }
  return known.length === 0 ? null : mean(known);
}

/** Whether more files came in a month, on average, once funded than in the two years before; null where either is not known. */
function inflowRose(panel: UnitPanel, { first, fundingStart, last }: Window): boolean | null {
  if (fundingStart === null) return null;
  const before = meanInflow(panel, Math.max(first, fundingStart - monthsCompared), fundingStart - 1);
  const after = meanInflow(panel, fundingStart, last);
  return before === null || after === null ? null : after > (1 + smallestRise) * before;
}

/** Growth of a year, and luck, raise the referrals of a year by less than this in 98 units of 100. */
const largestGrowth = 1.4;

/** Whether far more was referred in the first funded year than in the year before: the funding may have brought it. */
function outsideInflowRose(panel: UnitPanel, { first, fundingStart, last }: Window): boolean {
  if (fundingStart === null || fundingStart - first < 12 || last - fundingStart < 11) return false;
  const referred = (from: number): number | null => {
    const known = panel.inflowReferred.slice(from, from + 12).filter((files) => files !== null);
    return known.length < 6 ? null : mean(known);
  };
  const [before, after] = [referred(fundingStart - 12), referred(fundingStart)];
  return before !== null && after !== null && before * 12 >= fewestReferred && after > largestGrowth * before;
}

/** Whether it is recorded who opened what: in every reported funded month, and in enough before to know what the unit's own staff open. */
function isSplitRecorded(panel: UnitPanel, { first }: Window, start: number, funded: FundedTotals): boolean {
  const before = monthsWithOpened(panel, first, start - 1).length;
  return funded.reported > 0 && funded.split === funded.reported && before >= monthsToTellOpened;
}

/** With so many files in and out of a month, one without any does not come about by chance: it was not counted, and written as 0. */
const movementsOfBusyUnit = 20;

/** Months of the window that are known to be counted in part, or evidently were not counted. */
function uncountedMonths(panel: UnitPanel, { first, last }: Window): readonly number[] {
  const months = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const movements = new Map(
    months.flatMap((t) => {
      const [inflow, outflow] = [inflowAt(panel, t), outflowAt(panel, t)];
      return inflow === null || outflow === null ? [] : [[t, inflow + outflow] as const];
    }),
  );
  const isBusy = movements.size > 0 && mean([...movements.values()]) >= movementsOfBusyUnit;
  return months.filter((t) => panel.partialMonths?.includes(t) === true || (isBusy && movements.get(t) === 0));
}

/** Facts on the evidence from the unit's own months. The trend before the funding and the structural band are for the cross-checks to say. */
export function factsOf({ panel, window, doubtfulStaffing }: UsableUnit, fit: FitEvidence): EvidenceFacts {
  const start = window.fundingStart ?? window.last + 1;
  let reportedBefore = 0;
  for (let t = window.first; t < start; t += 1)
    if (isReported(panel, t) && at(panel.fteBase, t) !== null) reportedBefore += 1;
  const funded = fundedTotals(panel, start, window.last);
  return {
    reportedBefore,
    reportedAfter: funded.reported,
    starvedShare: share(funded.starved, funded.judged),
    residualShare: residualShare(panel, window),
    inflowSplitRecorded: isSplitRecorded(panel, window, start, funded),
    administrativeShare: share(funded.administrative, funded.outflow),
    meanOutflow: share(funded.outflow, funded.reported),
    flatPreTrend: null,
    roseBefore: null,
    insideStructuralBand: null,
    doubtfulStaffing: doubtfulStaffing?.length ?? 0,
    partialMonths: uncountedMonths(panel, window).length,
    inflowRose: inflowRose(panel, window),
    ...fit,
  };
}

type RecordedMonths = { readonly none: boolean; readonly some: boolean };

function unrecorded(window: Window, isMissing: (t: number) => boolean): RecordedMonths {
  let missing = 0;
  const from = window.fundingStart ?? window.first;
  for (let t = from; t <= window.last; t += 1) if (isMissing(t)) missing += 1;
  return { none: missing === window.last - from + 1, some: missing > 0 };
}

/** Months, as indices, with a known outflow and staff in post not on record: they are left out. */
export function staffUnknown(panel: UnitPanel, { last }: Window): readonly number[] {
  return Array.from(panel.months.keys()).filter(
    (t) =>
      t <= last && outflowAt(panel, t) !== null && (at(panel.fteBase, t) === null || at(panel.fteFunded, t) === null),
  );
}

/** What a reader should know in addition to the grade. */
export function cautionsOf(panel: UnitPanel, window: Window): readonly CautionCode[] {
  const overtime = unrecorded(
    window,
    (t) => at(panel.overtimeBase, t) === null || at(panel.overtimeFunded, t) === null,
  );
  const definition = unrecorded(window, (t) => at(panel.definitionId, t) === null && inflowAt(panel, t) !== null);
  const reports = unrecorded(window, (t) => !isReported(panel, t));
  const firstKnown = panel.fteFunded.findIndex((value) => value !== null);
  const holds: Record<CautionCode, boolean> = {
    never_funded: window.fundingStart === null,
    funding_before_window: window.fundingStart === window.first,
    segment_started: window.first > firstKnown,
    definition_not_recorded: definition.some,
    overtime_not_recorded: overtime.none,
    overtime_incomplete: overtime.some && !overtime.none,
    months_unreported: reports.some,
    outside_inflow_rose: outsideInflowRose(panel, window),
    staff_unknown_before: staffUnknown(panel, window).length > 0,
  };
  return (Object.keys(holds) as CautionCode[]).filter((code) => holds[code]);
}
