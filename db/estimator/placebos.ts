import type { Assumptions } from './assumptions.ts';
import { combineUnits } from './combineUnits.ts';
import { estimateUnits, type EstimateOptions, type EstimatedUnit } from './estimate.ts';
import { at } from './numbers.ts';
import type { UnitPanel } from './panel.ts';
import { summariseFit } from './posterior.ts';
import type { UsableUnit } from './prepare.ts';
import { fitCapacity } from './sampler/fit.ts';
import type { Summary } from './summary.ts';
import { canTellProductivity, sortUnits } from './usable.ts';

/** How long before its true date the funding is pretended to have begun. */
const monthsEarlier = 12;

/** Months before the pretended start that a unit needs, so that its rate is known from its own staff alone. */
const monthsNeeded = 12;

const covid = ['2020-03', '2020-04', '2020-05', '2020-06'];

const chain = { chains: 1, sweeps: 1400, burnIn: 500, thin: 1 } as const;

export type Placebos = {
  /**
   * The funding is pretended to have begun a year early, on the months before it began: the productivity found must be about zero, with a
   * prior centred there. Null where too few units have the months.
   */
  readonly earlyStart: {
    readonly units: number;
    readonly productivity: Summary;
    readonly effectiveSampleSize: number | null;
  } | null;
  /** Files avoided by all units together, with and without the first months of the pandemic. Null where no unit reports them. */
  readonly withoutPandemic: {
    readonly month: string;
    readonly units: number;
    readonly avoided: Summary;
    readonly avoidedMasked: Summary;
  } | null;
};

function cut<T>(values: readonly T[], from: number, to: number): T[] {
  return values.slice(from, to);
}

/** The unit's months before its funding, with the staff that came later pretended to be there a year before. */
function pretend({ panel, window }: UsableUnit): UnitPanel {
  const start = window.fundingStart;
  if (start === null) return panel;
  const has = start - window.first >= monthsEarlier + monthsNeeded;
  const series = <T>(values: readonly T[]): T[] => cut(values, window.first, start);
  return {
    ...panel,
    months: series(panel.months),
    inflowReferred: series(panel.inflowReferred),
    inflowProactive: series(panel.inflowProactive),
    outflowInvestigated: series(panel.outflowInvestigated),
    outflowAdministrative: series(panel.outflowAdministrative),
    backlog: series(panel.backlog),
    fteBase: series(panel.fteBase),
    fteFunded: series(panel.fteFunded).map((_, index) => {
      return has ? (panel.fteFunded[window.first + index + monthsEarlier] ?? 0) : 0;
    }),
    overtimeBase: series(panel.overtimeBase),
    overtimeFunded: series(panel.overtimeFunded),
    definitionId: series(panel.definitionId),
  };
}

function earlyStart(
  usable: readonly UsableUnit[],
  assumptions: Assumptions,
  options: EstimateOptions,
): Placebos['earlyStart'] {
  const panels = usable.filter(({ window }) => window.fundingStart !== window.first).map(pretend);
  const sorted = sortUnits(panels).usable;
  const units = sorted.filter(({ window }) => window.fundingStart !== null).length;
  if (units < 2 || !canTellProductivity(sorted)) return null;
  const neutral = { ...assumptions, relativeProductivity: { ...assumptions.relativeProductivity, mean: 0 } };
  const fit = summariseFit(fitCapacity(sorted, neutral, { ...options, ...chain }), neutral);
  return { units, productivity: fit.productivity, effectiveSampleSize: fit.effectiveSampleSize };
}

function mask(panel: UnitPanel): UnitPanel {
  const hide = <T>(values: readonly (T | null)[]): (T | null)[] =>
    values.map((value, t) => (covid.includes(at(panel.months, t)) ? null : value));
  return {
    ...panel,
    inflowReferred: hide(panel.inflowReferred),
    inflowProactive: hide(panel.inflowProactive),
    outflowInvestigated: hide(panel.outflowInvestigated),
    outflowAdministrative: hide(panel.outflowAdministrative),
    backlog: hide(panel.backlog),
  };
}

/** All units together at the last month that any of them reaches, from one estimation. */
function totalNow(panels: readonly UnitPanel[], assumptions: Assumptions, options: EstimateOptions) {
  const { units } = estimateUnits(panels, assumptions, { ...options, ...chain });
  const estimated = units.filter((unit): unit is EstimatedUnit => unit.status === 'estimated' && unit.draws.size > 0);
  const month = estimated
    .map((unit) => unit.asOf)
    .sort()
    .at(-1);
  return month === undefined ? null : at(combineUnits(estimated, [month]), 0);
}

function withoutPandemic(
  panels: readonly UnitPanel[],
  assumptions: Assumptions,
  options: EstimateOptions,
): Placebos['withoutPandemic'] {
  const reports = panels.some((panel) =>
    panel.months.some((month, t) => covid.includes(month) && panel.backlog[t] !== null),
  );
  if (!reports) return null;
  const half = (from: number): EstimateOptions => ({
    ...options,
    onProgress: (share) => options.onProgress?.(from + share / 3),
  });
  const whole = totalNow(panels, assumptions, half(1 / 3));
  const masked = totalNow(panels.map(mask), assumptions, half(2 / 3));
  if (!whole?.avoided || !masked?.avoided) return null;
  return { month: whole.month, units: whole.units, avoided: whole.avoided, avoidedMasked: masked.avoided };
}

/**
 * Tests that the estimate should pass when nothing is there to find, on all units that can be used.
 * Source: Vigie method note, section 4, attacks 4 and 5.
 */
export function runPlacebos(
  panels: readonly UnitPanel[],
  assumptions: Assumptions,
  options: EstimateOptions,
): Placebos {
  const { usable } = sortUnits(panels);
  const first = { ...options, onProgress: (share: number): void => options.onProgress?.(share / 3) };
  const early = earlyStart(usable, assumptions, first);
  const pandemic = usable.length === 0 ? null : withoutPandemic(panels, assumptions, options);
  options.onProgress?.(1);
  return { earlyStart: early, withoutPandemic: pandemic };
}
