import { logGamma } from '../distributions.ts';
import { at, mean } from '../numbers.ts';
import { inflowAt, type UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import {
  damping,
  drawIndex,
  drawLevel,
  filterLevel,
  findSeason,
  growthStep,
  noSeason,
  weighLaws,
  type LevelState,
  type Season,
} from './levels.ts';

/** How many months of inflow a level, growth and season are learned from. */
const learnedMonths = 36;

/** A season is looked for where this many months are known of what units share. */
const leastForSeason = 24;

/** With fewer units, nothing is said of what they share: each has its own level and growth. */
const unitsThatShare = 5;

/** Deviations of the growth by month: of what units share, of each around it, and of a unit alone (about 12, 7 and 14 % a year). */
const growthDeviation = { shared: 0.01, own: 0.006, alone: 0.0115 } as const;

const walks = [0.005, 0.015, 0.03, 0.05, 0.08] as const;
const sizes = [4, 8, 15, 30, 100] as const;
const sharedNoises = [0.0005, 0.002, 0.006, 0.015] as const;

type OwnLaw = { readonly walk: number; readonly size: number };
type SharedLaw = { readonly walk: number; readonly noise: number };

/** Inflow to come of one unit, one element a draw, on the log scale of files a month. */
export type UnitInflow = {
  readonly level: Float64Array;
  readonly growth: Float64Array;
  /** Share of the inflow that staff open themselves and that follows their number; 0 where the split is not recorded. */
  readonly proactiveShare: number;
};

/** Inflow to come: what units share and what each adds. One element a draw. */
export type InflowBasis = {
  readonly season: Season;
  readonly sharedGrowth: Float64Array;
  /** Deviation of a month's step of the growth: of what units share, 0 where they share nothing, and of each unit's own. */
  readonly sharedGrowthStep: number;
  readonly growthStep: number;
  readonly sharedWalk: Float64Array;
  /** Deviation of what a month adds for all units, and for that month alone. */
  readonly sharedNoise: Float64Array;
  readonly walk: Float64Array;
  /** Size of the negative binomial of a month's inflow. */
  readonly size: Float64Array;
  readonly units: readonly UnitInflow[];
};

/** psi(x), by the derivative of logGamma: what a gamma factor of that shape takes from the mean of a log. */
function digamma(x: number): number {
  const h = 1e-4 * Math.max(1, x);
  return (logGamma(x + h) - logGamma(x - h)) / (2 * h);
}

type Series = {
  readonly months: readonly string[];
  readonly logs: readonly (number | null)[];
  readonly files: number;
  readonly counting: readonly number[];
};

/** The last 36 months before `end` (not in it), as logs; months without a report are null. */
function seriesOf(panel: UnitPanel, last: number): Series {
  const from = Math.max(0, last + 1 - learnedMonths);
  const months = panel.months.slice(from, last + 1);
  const counts = months.map((_, k) => inflowAt(panel, from + k));
  const known = counts.filter((value) => value !== null);
  const files = known.length === 0 ? 0 : mean(known);
  return {
    months,
    logs: counts.map((value) => (value === null ? null : Math.log(value + 0.5))),
    files,
    counting: counts.map((value) => 1 / Math.max(1, value === null ? files : (value + files) / 2)),
  };
}

type SharedSeries = {
  readonly months: readonly string[];
  /** Mean over the units of a month's deviation from their own means; null where fewer than half report it. */
  readonly values: readonly (number | null)[];
  /** What the units' counts add to the variance of that mean. */
  readonly counting: readonly number[];
  /** Units that report the month. */
  readonly units: readonly number[];
};

function sharedSeries(all: readonly Series[]): SharedSeries {
  const months = [...new Set(all.flatMap((each) => each.months))].sort();
  const centres = all.map(({ logs }) => {
    const known = logs.filter((value) => value !== null);
    return known.length === 0 ? 0 : mean(known);
  });
  const none = { total: 0, count: 0, counting: 0 };
  const sums = new Map<string, typeof none>();
  all.forEach((each, i) => {
    each.months.forEach((month, t) => {
      const value = at(each.logs, t);
      if (value === null) return;
      const sum = sums.get(month) ?? { ...none };
      sum.total += value - at(centres, i);
      sum.count += 1;
      sum.counting += at(each.counting, t);
      sums.set(month, sum);
    });
  });
  const byMonth = months.map((month) => sums.get(month) ?? none);
  return {
    months,
    values: byMonth.map(({ total, count }) => (count < all.length / 2 ? null : total / count)),
    counting: byMonth.map(({ counting, count }) => counting / Math.max(1, count) ** 2),
    units: byMonth.map(({ count }) => count),
  };
}

function withoutSeason(
  months: readonly string[],
  values: readonly (number | null)[],
  season: Season,
): (number | null)[] {
  return values.map((value, t) => (value === null ? null : value - at(season, Number(at(months, t).slice(5, 7)) - 1)));
}

function proactiveShare(panel: UnitPanel, last: number): number {
  let [all, own] = [0, 0];
  for (let t = Math.max(0, last - 11); t <= last; t += 1) {
    const files = inflowAt(panel, t);
    const proactive = at(panel.inflowProactive, t);
    if (files === null || proactive === null) continue;
    all += files;
    own += proactive;
  }
  return all > 0 ? own / all : 0;
}

/** Laws, their shares of the posterior, and the state under each. */
type Weighed<L, S> = { readonly laws: readonly L[]; readonly shares: readonly number[]; readonly states: readonly S[] };

type Learned = {
  readonly season: Season;
  /** What units share; null where there are too few. */
  readonly common: Weighed<SharedLaw, LevelState> | null;
  /** Each unit's own part, one state a unit. */
  readonly own: Weighed<OwnLaw, readonly LevelState[]>;
};

/** @param luck variance of the mean of the units' own luck, by month: it is drawn for each of them, and not for all at once */
function learnCommon(values: readonly (number | null)[], luck: readonly number[]): Weighed<SharedLaw, LevelState> {
  const laws = walks.flatMap((walk) => sharedNoises.map((noise) => ({ walk, noise })));
  const states = laws.map((law) => filterLevel(values, luck, law, growthDeviation.shared));
  return { laws, states, shares: weighLaws(states, (each) => each.logLikelihood) };
}

function learnOwn(
  series: readonly Series[],
  values: readonly (readonly (number | null)[])[],
  deviation: number,
): Weighed<OwnLaw, readonly LevelState[]> {
  const laws = walks.flatMap((walk) => sizes.map((size) => ({ walk, size })));
  const states = laws.map(({ walk, size }) =>
    values.map((own, i) => filterLevel(own, at(series, i).counting, { walk, noise: 1 / size }, deviation)),
  );
  return {
    laws,
    states,
    shares: weighLaws(states, (units) => units.reduce((sum, each) => sum + each.logLikelihood, 0)),
  };
}

function learn(series: readonly Series[]): Learned {
  const shared = sharedSeries(series);
  const known = shared.values.filter((value) => value !== null).length;
  const season = known >= leastForSeason ? findSeason(shared.months, shared.values) : noSeason;
  const seasonless = withoutSeason(shared.months, shared.values, season);
  const sharing = series.length >= unitsThatShare;
  const taken = new Map(shared.months.map((month, t) => [month, sharing ? (seasonless[t] ?? null) : 0]));
  const own = series.map(({ months, logs }) =>
    withoutSeason(months, logs, season).map((value, t) => {
      const common = taken.get(at(months, t)) ?? null;
      return value === null || common === null ? null : value - common;
    }),
  );
  const ofUnits = learnOwn(series, own, sharing ? growthDeviation.own : growthDeviation.alone);
  const factor = ofUnits.laws.reduce((sum, { size }, k) => sum + at(ofUnits.shares, k) / size, 0);
  const luck = shared.counting.map((counting, t) => counting + factor / Math.max(1, at(shared.units, t)));
  return { season, common: sharing ? learnCommon(seasonless, luck) : null, own: ofUnits };
}

/**
 * What is known of the inflow to come: a level that wanders and a damped growth, learned from the last 36 months, with the season that the
 * units share. Where there are units enough, a part of level and growth is common to all of them and the rest is shrunk towards it; the
 * widths of the steps and of a month's luck are drawn from their posterior on a grid.
 * Source: Vigie planning note; local level with damped growth: Durbin and Koopman (2012), Gardner and McKenzie (1985).
 * @param last index of each panel's last month; same length as the panels
 */
export function learnInflow(
  panels: readonly UnitPanel[],
  last: readonly number[],
  draws: number,
  seed: number,
): InflowBasis {
  const { season, common, own } = learn(panels.map((panel, i) => seriesOf(panel, at(last, i))));
  const random = createRandom(seed, 'planned inflow');
  const empty = (): Float64Array => new Float64Array(draws);
  const basis = {
    season,
    sharedGrowthStep: common === null ? 0 : growthStep(growthDeviation.shared),
    growthStep: growthStep(common === null ? growthDeviation.alone : growthDeviation.own),
    sharedGrowth: empty(),
    sharedWalk: empty(),
    sharedNoise: empty(),
    walk: empty(),
    size: empty(),
  };
  const units = panels.map((panel, i) => ({
    level: empty(),
    growth: empty(),
    proactiveShare: proactiveShare(panel, at(last, i)),
  }));
  for (let d = 0; d < draws; d += 1) {
    let level = 0;
    if (common !== null) {
      const k = drawIndex(random, common.shares);
      const state = drawLevel(random, at(common.states, k));
      level = state.level;
      basis.sharedGrowth[d] = state.growth;
      basis.sharedWalk[d] = at(common.laws, k).walk;
      basis.sharedNoise[d] = Math.sqrt(at(common.laws, k).noise);
    }
    const n = drawIndex(random, own.shares);
    const { walk, size } = at(own.laws, n);
    basis.walk[d] = walk;
    basis.size[d] = size;
    // A log of a gamma factor is below 0 on average: what the filter has seen of the level is that much too low.
    const lost = Math.log(size) - digamma(size);
    units.forEach((unit, i) => {
      const drawn = drawLevel(random, at(at(own.states, n), i));
      unit.level[d] = drawn.level + level + lost;
      unit.growth[d] = drawn.growth;
    });
  }
  return { ...basis, units };
}

/** Growth added up to `months` months ahead, as a share of the growth now. */
export function dampedSum(months: number): number {
  return (1 - Math.pow(damping, months)) / (1 - damping);
}
