import { checkAssumptions, drawShared, type Assumptions } from './assumptions.ts';
import { drawGaps, type Progress } from './drawGaps.ts';
import { cautionsOf, provisionalFacts } from './evidenceFacts.ts';
import { gradeEvidence, type Evidence } from './grades.ts';
import { at } from './numbers.ts';
import { checkPanel, type UnitPanel } from './panel.ts';
import { prepareUnit } from './prepare.ts';
import type { CautionCode, Refusal } from './reasons.ts';
import { shiftQuantiles, summariseDraws, type DrawSummary, type Quantiles } from './summary.ts';
import { findWindow, type Window } from './window.ts';

const provisionalMethod = 'A-provisional';
export const defaultDraws = 4000;

export type EstimateOptions = Progress & {
  /** Whole number from 0 to 2^32 - 1. Units that are to be added up share it. */
  readonly seed: number;
  /** Default 4,000. */
  readonly draws?: number;
  /** Months 'YYYY-MM' whose draws are kept beside those of the last month, so that totals can be formed. */
  readonly keepMonths?: readonly string[];
};

type KeptDraws = {
  readonly seed: number;
  readonly count: number;
  /** Files avoided by draw, for each kept month with a known backlog. Draw d is the same world in every unit. */
  readonly avoidedByMonth: Readonly<Record<string, Int32Array>>;
};

export type EstimatedCounterfactual = {
  readonly status: 'estimated';
  readonly method: typeof provisionalMethod;
  readonly unitId: string;
  readonly months: readonly string[];
  /** Last month with a known backlog: what "now" means below. */
  readonly asOf: string;
  /** First month with funded staff or funded overtime; null = never. */
  readonly fundingStart: string | null;
  readonly backlog: readonly (number | null)[];
  /** Backlog without the Strategy-funded staff and overtime, in files; null where the actual backlog is not known. */
  readonly fan: readonly (Quantiles | null)[];
  /** Files avoided (backlog without, minus actual) by month; null where the actual backlog is not known. */
  readonly avoided: readonly (DrawSummary['avoided'] | null)[];
  readonly avoidedNow: DrawSummary['avoided'];
  /** P(actual backlog < backlog without) by month. */
  readonly probabilityBelow: readonly (number | null)[];
  readonly reportedMonths: { readonly before: number; readonly after: number };
  readonly starvedShare: number | null;
  readonly residualShare: number | null;
  readonly inflowSplitRecorded: boolean;
  readonly draws: KeptDraws;
  readonly assumptions: Assumptions;
  /** Null for a unit that was never funded: there is nothing to estimate and the gap is exactly zero. */
  readonly evidence: Evidence | null;
  readonly cautions: readonly CautionCode[];
};

export type RefusedCounterfactual = {
  readonly status: 'refused';
  readonly unitId: string;
  readonly reasons: readonly Refusal[];
};

export type CounterfactualResult = EstimatedCounterfactual | RefusedCounterfactual | { readonly status: 'cancelled' };

type Draws = { readonly window: Window; readonly gaps: readonly Int32Array[]; readonly none: Int32Array };

/** Draws of the gap at month t: zeros before the funding, null where the backlog is not known. */
function gapAt(panel: UnitPanel, draws: Draws, t: number): Int32Array | null {
  const { first, fundingStart, last } = draws.window;
  if (t < first || t > last || at(panel.backlog, t) === null) return null;
  return fundingStart === null || t < fundingStart ? draws.none : at(draws.gaps, t - fundingStart);
}

function keepDraws(panel: UnitPanel, draws: Draws, keep: readonly string[]): Record<string, Int32Array> {
  const kept: Record<string, Int32Array> = {};
  const wanted = new Set([...keep, at(panel.months, draws.window.last)]);
  panel.months.forEach((month, t) => {
    const gap = wanted.has(month) ? gapAt(panel, draws, t) : null;
    if (gap !== null) kept[month] = gap;
  });
  return kept;
}

function describe(
  panel: UnitPanel,
  draws: Draws,
  assumptions: Assumptions,
  options: EstimateOptions,
): EstimatedCounterfactual {
  const { window } = draws;
  const nothing = summariseDraws(draws.none);
  const summaries = panel.months.map((_, t) => {
    const gap = gapAt(panel, draws, t);
    if (gap === draws.none) return nothing;
    return gap === null ? null : summariseDraws(gap);
  });
  const now = summaries[window.last] ?? nothing;
  const facts = provisionalFacts(panel, window);
  return {
    status: 'estimated',
    method: provisionalMethod,
    unitId: panel.unitId,
    months: panel.months,
    asOf: at(panel.months, window.last),
    fundingStart: window.fundingStart === null ? null : at(panel.months, window.fundingStart),
    backlog: panel.backlog,
    fan: summaries.map((summary, t) => {
      const backlog = at(panel.backlog, t);
      return summary === null || backlog === null ? null : shiftQuantiles(summary.avoided, backlog);
    }),
    avoided: summaries.map((summary) => summary?.avoided ?? null),
    avoidedNow: now.avoided,
    probabilityBelow: summaries.map((summary) => summary?.probabilityBelow ?? null),
    reportedMonths: { before: facts.reportedBefore, after: facts.reportedAfter },
    starvedShare: facts.starvedShare,
    residualShare: facts.residualShare,
    inflowSplitRecorded: facts.inflowSplitRecorded,
    draws: {
      seed: options.seed,
      count: draws.none.length,
      avoidedByMonth: keepDraws(panel, draws, options.keepMonths ?? []),
    },
    assumptions,
    evidence: window.fundingStart === null ? null : gradeEvidence(facts),
    cautions: cautionsOf(panel, window),
  };
}

/**
 * Backlog of one unit without the Strategy-funded staff and overtime, by the provisional form of the stock-flow capacity model: relative
 * productivity and ramp length are drawn from their priors, not estimated, so the intervals are wide and the grade is D.
 * The same panel, assumptions, seed and number of draws give the same result.
 * Source: Vigie method note, sections 1, 2.1 (closed-form core) and 2.3.
 * @throws RangeError when the panel, the assumptions, the seed or the number of draws are malformed (a fault of the caller)
 */
export function estimateCounterfactual(
  panel: UnitPanel,
  assumptions: Assumptions,
  options: EstimateOptions,
): CounterfactualResult {
  checkPanel(panel);
  checkAssumptions(assumptions);
  const count = options.draws ?? defaultDraws;
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError('The number of draws is a whole number of 1 or more.');
  const found = findWindow(panel);
  if ('refusals' in found) return { status: 'refused', unitId: panel.unitId, reasons: found.refusals };
  const shared = drawShared(assumptions, options.seed, count);
  const gaps = drawGaps(
    panel.unitId,
    prepareUnit(panel, found.window, assumptions),
    shared,
    assumptions,
    options.seed,
    options,
  );
  if (gaps === null) return { status: 'cancelled' };
  return describe(panel, { window: found.window, gaps, none: new Int32Array(count) }, assumptions, options);
}
