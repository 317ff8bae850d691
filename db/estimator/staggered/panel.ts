import { at } from '../numbers.ts';

/** A panel in which units are treated from different periods on, and stay treated. */
export type StaggeredPanel = {
  /** Ascending. */
  readonly periods: readonly number[];
  /** For each unit the first treated period, later than the first of `periods`; Infinity = not treated in any of them. */
  readonly cohorts: readonly number[];
  /** One array for each period with one element for each unit; NaN = not observed. */
  readonly outcomes: readonly Float64Array[];
};

/** One observation of a long table. */
export type PanelRow = {
  readonly unit: string;
  readonly period: number;
  /** First treated period; null = never treated. */
  readonly cohort: number | null;
  /** null = not observed. */
  readonly outcome: number | null;
};

/** What becomes of a panel in which a unit lacks a period: no answer, or an answer from the complete units alone. */
export type Unbalanced = 'refuse' | 'balancedSubset';

export type PanelRefusal = {
  readonly reason: 'duplicate_rows' | 'cohort_not_constant' | 'unbalanced';
  /** The units that cause it. */
  readonly units: readonly string[];
  /** The first period of the first of them that is there twice, or not there. */
  readonly at?: number | undefined;
};

export type AssembledPanel = {
  readonly panel: StaggeredPanel;
  readonly dropped: {
    /** Already treated in the first period: nothing to compare with. */
    readonly treatedFromStart: readonly string[];
    /** Left out of the balanced subset. */
    readonly incomplete: readonly string[];
  };
};

type UnitRows = { readonly unit: string; readonly cohorts: Set<number>; readonly outcomes: Map<number, number | null> };

function groupByUnit(rows: readonly PanelRow[]): {
  readonly units: readonly UnitRows[];
  /** The first period that each has twice. */
  readonly duplicates: ReadonlyMap<string, number>;
} {
  const units = new Map<string, UnitRows>();
  const duplicates = new Map<string, number>();
  for (const row of rows) {
    const found = units.get(row.unit) ?? { unit: row.unit, cohorts: new Set(), outcomes: new Map() };
    units.set(row.unit, found);
    if (found.outcomes.has(row.period))
      duplicates.set(row.unit, Math.min(row.period, duplicates.get(row.unit) ?? Infinity));
    found.cohorts.add(row.cohort ?? Infinity);
    found.outcomes.set(row.period, row.outcome);
  }
  // By name, so that the order of the rows changes no random draw.
  const sorted = [...units.values()].sort((one, other) => (one.unit < other.unit ? -1 : 1));
  return { units: sorted, duplicates };
}

function cohortOf(unit: UnitRows, lastPeriod: number): number {
  const [cohort = Infinity] = unit.cohorts;
  return cohort > lastPeriod ? Infinity : cohort;
}

const names = (units: readonly UnitRows[]): string[] => units.map(({ unit }) => unit);

/**
 * A balanced panel from a long table. A unit first treated after the last period counts as never treated; one treated from the first period
 * on is dropped, as in the R package did. Refused: a period twice in a unit, a unit with two cohorts, and, unless the balanced subset is asked
 * for, a unit that lacks a period.
 */
export function assemblePanel(rows: readonly PanelRow[], unbalanced: Unbalanced): AssembledPanel | PanelRefusal {
  const { units, duplicates } = groupByUnit(rows);
  const twice = names(units).filter((unit) => duplicates.has(unit));
  if (twice.length > 0) return { reason: 'duplicate_rows', units: twice, at: duplicates.get(at(twice, 0)) };
  const moving = units.filter(({ cohorts }) => cohorts.size > 1);
  if (moving.length > 0) return { reason: 'cohort_not_constant', units: names(moving) };
  const periods = [...new Set(rows.map(({ period }) => period))].sort((one, other) => one - other);
  const missingIn = ({ outcomes }: UnitRows): number | undefined =>
    periods.find((period) => (outcomes.get(period) ?? null) === null);
  const isComplete = (unit: UnitRows): boolean => missingIn(unit) === undefined;
  const incomplete = units.filter((unit) => !isComplete(unit));
  const complete = units.filter(isComplete);
  if (incomplete.length > 0 && (unbalanced === 'refuse' || complete.length === 0)) {
    return { reason: 'unbalanced', units: names(incomplete), at: missingIn(at(incomplete, 0)) };
  }
  const cohort = (unit: UnitRows): number => cohortOf(unit, periods.at(-1) ?? -Infinity);
  const isFromStart = (unit: UnitRows): boolean => cohort(unit) <= at(periods, 0);
  const kept = complete.filter((unit) => !isFromStart(unit));
  return {
    panel: {
      periods,
      cohorts: kept.map(cohort),
      outcomes: periods.map((period) => Float64Array.from(kept, ({ outcomes }) => outcomes.get(period) ?? NaN)),
    },
    dropped: { treatedFromStart: names(complete.filter(isFromStart)), incomplete: names(incomplete) },
  };
}
