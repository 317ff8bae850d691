import type { Assumptions } from '../assumptions.ts';
import { fitUnits } from '../estimate.ts';
import { at } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import type { ReferencePosterior } from '../sampler/reference.ts';
import { sortUnits } from '../usable.ts';
import { planBasis } from './basis.ts';
import { drawsAt } from './describe.ts';
import { recordedOvertime } from './overtime.ts';
import { project } from './project.ts';
import { addUp, covers, crps, simpleForecast, type Scored, type Scores } from './scores.ts';
import { monthsBehind, noChange, type RecordedStaff } from './staff.ts';

/** Months ahead that are looked at. */
export const backtestAheads = [6, 12] as const;

/** Origins: as many, this many months apart, the last a year before the last month known. */
const origins = 10;
const monthsApart = 3;
/** A unit with more misses of the 80 % interval a year ahead than this share, or with fewer forecasts, carries no search. */
const mostMissed = 0.4;
const leastForecasts = 5;

/** Shorter than the estimate's: nothing but intervals a year ahead is read from it. */
const chain = { chains: 1, judged: false, sweeps: 500, burnIn: 250, thin: 1 } as const;
const draws = 500;

export type UnitBacktest = {
  readonly unitId: string;
  /** Forecasts a year ahead, and how many of them missed their 80 % interval. */
  readonly forecasts: number;
  readonly missed: number;
  readonly verdict: 'passed' | 'failed' | 'too_short';
};

export type Backtest = {
  readonly units: readonly UnitBacktest[];
  /** By months ahead, all units together; null = no forecast could be made. */
  readonly ahead6: Scores | null;
  readonly ahead12: Scores | null;
};

export type BacktestOptions = {
  readonly seed: number;
  readonly reference: ReferencePosterior | null;
  readonly onProgress?: (share: number) => void;
};

/** The panel as it was at the end of a month; null where it had not begun. */
function until(panel: UnitPanel, month: string): UnitPanel | null {
  const count = panel.months.filter((each) => each <= month).length;
  if (count === 0) return null;
  const cut = <T>(values: readonly T[]): readonly T[] => values.slice(0, count);
  return {
    unitId: panel.unitId,
    months: cut(panel.months),
    inflowReferred: cut(panel.inflowReferred),
    inflowProactive: cut(panel.inflowProactive),
    outflowInvestigated: cut(panel.outflowInvestigated),
    outflowAdministrative: cut(panel.outflowAdministrative),
    backlog: cut(panel.backlog),
    fteBase: cut(panel.fteBase),
    fteFunded: cut(panel.fteFunded),
    overtimeBase: cut(panel.overtimeBase),
    overtimeFunded: cut(panel.overtimeFunded),
    definitionId: cut(panel.definitionId),
  };
}

function byMonth(panel: UnitPanel, values: readonly (number | null)[]): ReadonlyMap<string, number> {
  return new Map(
    values.flatMap((value, t): [string, number][] => (value === null ? [] : [[at(panel.months, t), value]])),
  );
}

function recordedStaff(panels: readonly UnitPanel[]): ReadonlyMap<string, RecordedStaff> {
  return new Map(
    panels.map((panel) => {
      const overtime = panel.months.map((_, t) => recordedOvertime(panel, t));
      const staff = {
        base: byMonth(panel, panel.fteBase),
        funded: byMonth(panel, panel.fteFunded),
        overtimeBase: byMonth(
          panel,
          overtime.map((hours) => hours?.base ?? null),
        ),
        overtimeFunded: byMonth(
          panel,
          overtime.map((hours) => hours?.funded ?? null),
        ),
      };
      return [panel.unitId, staff];
    }),
  );
}

type OneForecast = Scored & { readonly unitId: string; readonly ahead: (typeof backtestAheads)[number] };

function score(
  unitId: string,
  ahead: OneForecast['ahead'],
  forecast: readonly number[],
  actual: number,
  past: UnitPanel,
): OneForecast {
  const simple = (back: number): number => {
    const found = simpleForecast(past.backlog, ahead, back);
    return found === null ? NaN : crps(found, actual);
  };
  return {
    unitId,
    ahead,
    covered: [covers(forecast, actual, 0.5), covers(forecast, actual, 0.8), covers(forecast, actual, 0.95)],
    crps: crps(forecast, actual),
    lastValue: simple(ahead),
    seasonal: simple(12),
  };
}

/** Forecasts from one origin: fitted to what was known then, under the staff that came. */
function fromOrigin(
  panels: readonly UnitPanel[],
  origin: string,
  assumptions: Assumptions,
  { seed, reference }: BacktestOptions,
): OneForecast[] {
  const past = panels.flatMap((panel) => until(panel, origin) ?? []);
  const usable = sortUnits(past).usable.filter(({ panel, window }) => at(panel.months, window.last) === origin);
  if (usable.length === 0) return [];
  const { fit } = fitUnits(usable, assumptions, { seed, reference, ...chain });
  const basis = planBasis(fit, assumptions, seed, draws);
  const unitIds = usable.map(({ panel }) => panel.unitId);
  const plan = { ...noChange, recorded: recordedStaff(panels) };
  const projections = project(basis, [{ plan }], 12, unitIds, unitIds);
  return unitIds.flatMap((unitId) => {
    const whole = panels.find((panel) => panel.unitId === unitId);
    const known = past.find((panel) => panel.unitId === unitId);
    const own = projections.units.get(unitId)?.[0];
    if (whole === undefined || known === undefined || own === undefined) return [];
    return backtestAheads.flatMap((ahead) => {
      const t = whole.months.indexOf(at(projections.months, ahead - 1));
      const actual = whole.backlog[t] ?? null;
      if (actual === null) return [];
      const forecast = score(unitId, ahead, drawsAt(own.backlog, projections, ahead - 1), actual, known);
      return Number.isNaN(forecast.lastValue + forecast.seasonal) ? [] : [forecast];
    });
  });
}

function verdictOf(forecasts: number, missed: number): UnitBacktest['verdict'] {
  if (forecasts < leastForecasts) return 'too_short';
  return missed / forecasts > mostMissed ? 'failed' : 'passed';
}

/**
 * What the projection would have said from ten earlier months, three months apart, against what came 6 and 12 months later. Each is fitted
 * to what was known at its month and made under the staff that came: it tests the model, not the staffing. Source: Hyndman and
 * Athanasopoulos, Forecasting: Principles and Practice, 5.10 (rolling origin).
 */
export function backtest(panels: readonly UnitPanel[], assumptions: Assumptions, options: BacktestOptions): Backtest {
  const lasts = panels.map((panel) => panel.months[panel.backlog.findLastIndex((value) => value !== null)] ?? '');
  const last = lasts.reduce((latest, month) => (month > latest ? month : latest), '');
  const all: OneForecast[] = [];
  if (last !== '') {
    const months = monthsBehind(last, 12 + (origins - 1) * monthsApart + 1);
    for (let k = 0; k < origins; k += 1) {
      options.onProgress?.(k / origins);
      all.push(...fromOrigin(panels, at(months, k * monthsApart), assumptions, options));
    }
  }
  options.onProgress?.(1);
  const scores = (ahead: OneForecast['ahead']): Scores | null => {
    const own = all.filter((each) => each.ahead === ahead);
    return own.length === 0 ? null : addUp(own);
  };
  return {
    units: panels.map(({ unitId }) => {
      const own = all.filter((each) => each.ahead === 12 && each.unitId === unitId);
      const missed = own.filter(({ covered }) => !covered[1]).length;
      return { unitId, forecasts: own.length, missed, verdict: verdictOf(own.length, missed) };
    }),
    ahead6: scores(6),
    ahead12: scores(12),
  };
}
