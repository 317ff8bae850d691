import type { Assumptions } from '../assumptions.ts';
import type { UnitClosings } from '../closings/rates.ts';
import { at, mean } from '../numbers.ts';
import { monthsApart, nextMonth } from '../panel.ts';
import { createRandom } from '../random.ts';
import { quarterOf } from '../sampler/data.ts';
import type { CapacityFit } from '../sampler/fit.ts';
import { drawOpeningRates, openedFilesOf, type OpeningRates } from '../openedFiles.ts';
import { rampedSeries, type UsableUnit } from '../prepare.ts';
import { learnInflow, type InflowBasis } from './inflow.ts';
import { learnClosingLevel, type ClosingLevel } from './closingLevel.ts';
import { drawIndex, filterLevel, findSeason, weighLaws, type Season } from './levels.ts';
import { usualOvertime } from './overtime.ts';

/** Draws of the future: more than the fit keeps, so that each of its draws meets more than one future. */
export const plannedDraws = 1000;

/** A unit whose last known backlog is older than this many months has no today to start from. */
export const latestLag = 6;

/** What a unit is at its last month with a known backlog. Arrays have one element a draw. */
export type UnitStart = {
  readonly unitId: string;
  /** 'YYYY-MM' */
  readonly asOf: string;
  readonly backlog: number;
  readonly baseFte: number;
  readonly fundedFte: number;
  /** Funded FTE in post by month up to `asOf`, from the first month known. */
  readonly fundedHistory: readonly number[];
  /** Overtime hours a month that the estimate counted, mean of the last twelve months. */
  readonly overtimeBase: number;
  readonly overtimeFunded: number;
  /** log of the files that an FTE closes in a month, without its circumstances. */
  readonly logRate: Float64Array;
  readonly circumstance: Float64Array;
  readonly productivity: Float64Array;
  /** Files that staff open themselves in a month for an FTE: 1 for all where it is not known who opens them. */
  readonly openedByBase: Float64Array;
  readonly openedByFunded: Float64Array;
};

/** Effects of the months on all units, on the log scale. */
export type MonthBasis = {
  readonly season: Season;
  readonly level: Float64Array;
  readonly walk: Float64Array;
  readonly irregular: Float64Array;
};

/** All that a plan starts from. The same panels, assumptions and seed give the same basis. */
export type PlanBasis = {
  readonly draws: number;
  readonly seed: number;
  /** The last month known of any unit: the first planned month is the one after it. */
  readonly lastMonth: string;
  readonly units: readonly UnitStart[];
  /** Units that were fitted but whose last known backlog is too old. */
  readonly stale: readonly string[];
  readonly months: MonthBasis;
  readonly inflow: InflowBasis;
  /** What files that leave without investigation follow, by unit. */
  readonly closings: readonly (UnitClosings & ClosingLevel)[];
  readonly rampMonths: readonly number[];
  /** What the estimate assumes of staff. */
  readonly assumptions: Pick<
    Assumptions,
    'rampStart' | 'overtimeProductivity' | 'hoursPerFteMonth' | 'capacityExponent' | 'lowestCapacityShare'
  >;
  /** Which ramp length; size of the negative binomial of closures; deviation of the units' circumstances. */
  readonly ramp: Int32Array;
  readonly size: Float64Array;
  readonly deviation: Float64Array;
};

function lastKnown(values: readonly (number | null)[], last: number): number {
  return values.slice(0, last + 1).findLast((value) => value !== null) ?? 0;
}

const alike: OpeningRates = { base: 1, funded: 1 };

function startOf(fit: CapacityFit, assumptions: Assumptions, index: number, draws: number, seed: number): UnitStart {
  const unit: UsableUnit = at(fit.data.units, index);
  const { panel, window } = unit;
  const random = createRandom(seed, `planned productivity ${panel.unitId}`);
  const openings = createRandom(seed, `planned openings ${panel.unitId}`);
  const overtime = usualOvertime(panel, window);
  const opened = openedFilesOf(panel, window, rampedSeries(unit, assumptions));
  const slot =
    at(fit.data.slotStart, index) +
    quarterOf(at(panel.months, window.last)) -
    quarterOf(at(panel.months, window.first));
  const funded = at(fit.data.funded, index) === 1;
  const start = {
    logRate: new Float64Array(draws),
    circumstance: new Float64Array(draws),
    productivity: new Float64Array(draws),
    openedByBase: new Float64Array(draws),
    openedByFunded: new Float64Array(draws),
  };
  for (let d = 0; d < draws; d += 1) {
    const draw = at(fit.draws, d % fit.draws.length);
    start.logRate[d] = at(draw.logRate, index);
    start.circumstance[d] = at(draw.circumstance, slot);
    // A unit that never had funded staff knows of its productivity what the other units say.
    start.productivity[d] = funded ? at(draw.productivity, index) : draw.centre + draw.spread * random.normal();
    const rates = opened === null ? alike : drawOpeningRates(openings, opened, draw.ramp);
    start.openedByBase[d] = rates.base;
    start.openedByFunded[d] = rates.funded;
  }
  return {
    unitId: panel.unitId,
    asOf: at(panel.months, window.last),
    backlog: at(panel.backlog, window.last) ?? 0,
    baseFte: lastKnown(panel.fteBase, window.last),
    fundedFte: lastKnown(panel.fteFunded, window.last),
    fundedHistory: panel.fteFunded.slice(window.first, window.last + 1).map((fte) => fte ?? 0),
    overtimeBase: overtime.base,
    overtimeFunded: overtime.funded,
    ...start,
  };
}

const monthWalks = [0.004, 0.01, 0.02, 0.035, 0.05] as const;
const monthNoises = [0.001, 0.004, 0.012, 0.03, 0.06] as const;

/** Level of the month effects now, with its season and the widths of its steps. */
function learnMonths(fit: CapacityFit, draws: number, seed: number): MonthBasis {
  const { months } = fit.data;
  const means = months.map((_, t) => mean(fit.draws.map((draw) => at(draw.logMonth, t))));
  const season = findSeason(months, means);
  const seasonOf = (t: number): number => at(season, Number(at(months, t).slice(5, 7)) - 1);
  const laws = monthWalks.flatMap((walk) => monthNoises.map((noise) => ({ walk, noise })));
  const none = months.map(() => 0);
  const seasonless = means.map((value, t) => value - seasonOf(t));
  const shares = weighLaws(laws, (law) => filterLevel(seasonless, none, law, 0).logLikelihood);
  const random = createRandom(seed, 'planned months');
  const basis = {
    season,
    level: new Float64Array(draws),
    walk: new Float64Array(draws),
    irregular: new Float64Array(draws),
  };
  for (let d = 0; d < draws; d += 1) {
    const law = at(laws, drawIndex(random, shares));
    const { logMonth } = at(fit.draws, d % fit.draws.length);
    const own = months.map((_, t) => at(logMonth, t) - seasonOf(t));
    const state = filterLevel(own, none, law, 0);
    basis.level[d] = state.level + Math.sqrt(Math.max(0, state.levelVariance)) * random.normal();
    basis.walk[d] = law.walk;
    basis.irregular[d] = Math.sqrt(law.noise);
  }
  return basis;
}

/**
 * What plans start from, read from the draws of a fit. The posterior's draws are gone round until there are `draws` of them; each meets another
 * future. Units whose last known backlog is more than six months older than that of the others are left out.
 * Source: Vigie planning note.
 */
export function planBasis(
  fit: CapacityFit,
  assumptions: Assumptions,
  seed: number,
  draws: number = plannedDraws,
): PlanBasis {
  const all = fit.data.units.map((_, index) => startOf(fit, assumptions, index, draws, seed));
  const lastMonth = all.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
  const kept = all.map((unit) => monthsApart(unit.asOf, lastMonth) <= latestLag);
  const usable = fit.data.units.filter((_, index) => at(kept, index));
  const closings = fit.closings.units.filter((_, index) => at(kept, index));
  const { rampMonths, rampStart, overtimeProductivity, hoursPerFteMonth, capacityExponent, lowestCapacityShare } =
    assumptions;
  const own = Array.from({ length: draws }, (_, d) => at(fit.draws, d % fit.draws.length));
  return {
    draws,
    seed,
    lastMonth,
    units: all.filter((_, index) => at(kept, index)),
    stale: all.flatMap(({ unitId }, index) => (at(kept, index) ? [] : [unitId])),
    months: learnMonths(fit, draws, seed),
    inflow: learnInflow(
      usable.map(({ panel }) => panel),
      usable.map(({ window }) => window.last),
      draws,
      seed,
    ),
    closings: usable.map((unit, index) => {
      const own = at(closings, index);
      return { ...own, ...learnClosingLevel(unit, own, draws, seed) };
    }),
    rampMonths,
    assumptions: { rampStart, overtimeProductivity, hoursPerFteMonth, capacityExponent, lowestCapacityShare },
    ramp: Int32Array.from(own, ({ ramp }) => ramp),
    size: Float64Array.from(own, ({ size }) => size),
    deviation: Float64Array.from(own, ({ deviation }) => deviation),
  };
}

/** Months that a unit is behind the last month known of any unit. */
export function lagOf(basis: PlanBasis, unit: UnitStart): number {
  return monthsApart(unit.asOf, basis.lastMonth);
}

/** The planned months, 'YYYY-MM', consecutive, the first after the last month known. */
export function plannedMonths(basis: PlanBasis, count: number): readonly string[] {
  const months: string[] = [];
  let month = basis.lastMonth;
  for (let h = 0; h < count; h += 1) {
    month = nextMonth(month);
    months.push(month);
  }
  return months;
}
