import { ratesOf, type ClosingRates, type UnitClosings } from '../closings/rates.ts';
import { at } from '../numbers.ts';
import { rampedFte, rampShare } from '../ramp.ts';
import { real, whole } from '../typed.ts';
import { lagOf, type PlanBasis, type UnitStart } from './basis.ts';
import { poissonQuantile } from './counts.ts';
import type { Luck } from './luck.ts';
import { staffPath, vacancyOf, type Plan, type StaffPath } from './staff.ts';

/** Funded staff added to one unit whose number may differ from draw to draw: what a search over staff tries. */
export type ExtraStaff = {
  readonly unitId: string;
  /** 'YYYY-MM' */
  readonly from: string;
  /** FTE by draw. */
  readonly fte: Float64Array;
};

export type Projected = { readonly plan: Plan; readonly extra?: ExtraStaff };

/** What may come under one plan. Each array holds `draws x months` elements, months of a draw together; files. */
export type Projection = {
  readonly backlog: Float64Array;
  readonly inflow: Float64Array;
  readonly investigated: Float64Array;
  readonly administrative: Float64Array;
  /** Files that the base staff of a month would close in it, had they work enough: their mean. */
  readonly baseCapacity: Float64Array;
};

/** What a plan says of one unit, laid out for the loop over draws. */
export type UnitPlan = {
  readonly paths: readonly StaffPath[];
  /** Growth of the inflow since the plan's first month, as a factor, 1 before it; null = as drawn. */
  readonly growth: Float64Array | null;
  readonly step: Float64Array;
  readonly extra: Float64Array | null;
  /** Share of a full position that the extra staff give, by ramp length and month. */
  readonly extraShare: readonly Float64Array[];
};

export function layOutPlan(
  basis: PlanBasis,
  unit: UnitStart,
  { plan, extra }: Projected,
  months: readonly string[],
): UnitPlan {
  const { growth, step } = plan;
  const own = extra?.unitId === unit.unitId ? extra : undefined;
  const lag = lagOf(basis, unit);
  const first = own === undefined ? -1 : months.findIndex((month) => month >= own.from);
  const ends = plan.agreementEnds;
  const filledShare = 1 - vacancyOf(plan, unit.unitId);
  return {
    paths: basis.rampMonths.map((length) => staffPath(basis, unit, plan, months, length)),
    growth:
      growth === null ? null : Float64Array.from(months, (_, h) => Math.pow(1 + growth, Math.max(0, h + 1 - lag) / 12)),
    step: Float64Array.from(months, (month, h) =>
      step !== null && h >= lag && month >= step.from ? 1 + step.share : 1,
    ),
    extra: own?.fte ?? null,
    extraShare: basis.rampMonths.map((length) =>
      Float64Array.from(months, (month, h) => {
        const absent = first < 0 || h < first || h < lag || (ends !== null && month > ends);
        return absent ? 0 : filledShare * rampShare(h - first, length, basis.assumptions.rampStart);
      }),
    ),
  };
}

/** What a unit is under every plan and in every draw. */
export type UnitConstants = {
  readonly backlog: number;
  readonly closings: UnitClosings;
  readonly exponent: number;
  readonly lowestShare: number;
  /** Of the inflow, what staff open themselves: it follows those who open it. */
  readonly proactiveShare: number;
  readonly baseFte: number;
  /** Funded FTE in post in the last month known, by experience, for each ramp length. */
  readonly fundedNow: readonly number[];
  readonly openedByBase: Float64Array;
  readonly openedByFunded: Float64Array;
  readonly baseNow: number;
  readonly ramp: Int32Array;
  readonly productivity: Float64Array;
};

export function constantsOf(basis: PlanBasis, index: number): UnitConstants {
  const unit = at(basis.units, index);
  const { lowestCapacityShare, capacityExponent, overtimeProductivity, hoursPerFteMonth, rampStart } =
    basis.assumptions;
  return {
    backlog: unit.backlog,
    closings: at(basis.closings, index),
    exponent: capacityExponent,
    lowestShare: lowestCapacityShare,
    proactiveShare: at(basis.inflow.units, index).proactiveShare,
    baseFte: unit.baseFte,
    // Rates of opening are for an FTE by experience, now as in the months ahead.
    fundedNow: basis.rampMonths.map((length) => rampedFte(unit.fundedHistory, length, rampStart).at(-1) ?? 0),
    openedByBase: unit.openedByBase,
    openedByFunded: unit.openedByFunded,
    baseNow: unit.baseFte + (unit.overtimeBase * overtimeProductivity) / hoursPerFteMonth,
    ramp: basis.ramp,
    productivity: unit.productivity,
  };
}

/** Files that the staff of a month could close in it. */
function capacityOf(luck: Luck, h: number, work: number): number {
  return poissonQuantile(real(luck.closing, h) * work, real(luck.closingChance, h), real(luck.closingNormal, h));
}

/** Files that leave a month without investigation, of those that are there. */
function leftOtherwise(
  luck: Luck,
  h: number,
  rates: ClosingRates,
  stock: number,
  came: number,
  capacity: number,
): number {
  const there = stock + came;
  const worked = capacity < there ? capacity : there;
  const mean = real(luck.leaving, h) * (rates.inflow * came + rates.work * worked + rates.queue * stock);
  const left = poissonQuantile(mean, real(luck.leavingChance, h), real(luck.leavingNormal, h));
  return left < there ? left : there;
}

/** Inflow as a share of what today's staff would see come: where proactive files are recorded, these follow the staff who open them. */
function openedShare(proactiveShare: number, opened: number, openedNow: number): number {
  const share = 1 - proactiveShare * (1 - (openedNow > 0 ? opened / openedNow : 1));
  return share > 0 ? share : 0;
}

/** One draw of one unit under one plan, added to the results. Source: method note, section 2.3, without the second world. */
export function runPlan(
  constants: UnitConstants,
  plan: UnitPlan,
  luck: Luck,
  d: number,
  lag: number,
  result: Projection,
): void {
  const { exponent, lowestShare, proactiveShare, baseNow } = constants;
  const ramp = whole(constants.ramp, d);
  const path = at(plan.paths, ramp);
  const length = path.base.length;
  const productivity = real(constants.productivity, d);
  const closings = ratesOf(constants.closings, d);
  const openedByBase = real(constants.openedByBase, d);
  const openedByFunded = real(constants.openedByFunded, d);
  const openedNow = openedByBase * constants.baseFte + openedByFunded * at(constants.fundedNow, ramp);
  const extra = plan.extra === null ? 0 : real(plan.extra, d);
  const share = at(plan.extraShare, ramp);
  const grown = lag === 0 ? 1 : real(luck.growth, lag - 1);
  let stock = constants.backlog;
  const cell = d * (length - lag) - lag;
  for (let h = 0; h < length; h += 1) {
    const base = real(path.base, h);
    const funded = real(path.funded, h) + extra * real(share, h);
    // The growth that is set goes on from what the unit came to in the months that it is behind.
    const growth = plan.growth === null || h < lag ? real(luck.growth, h) : grown * real(plan.growth, h);
    const opened = openedShare(proactiveShare, openedByBase * base + openedByFunded * funded, openedNow);
    const mean = real(luck.inflow, h) * growth * real(plan.step, h) * opened;
    const came = poissonQuantile(mean, real(luck.inflowChance, h), real(luck.inflowNormal, h));
    const lowest = lowestShare * real(path.ownStaff, h);
    const fte = base + real(path.overtime, h) + productivity * funded;
    const effective = fte > lowest ? fte : lowest;
    const work = exponent === 1 ? effective : Math.pow(effective, exponent);
    const capacity = capacityOf(luck, h, work);
    const left = leftOtherwise(luck, h, closings, stock, came, capacity);
    const possible = stock + came - left;
    const closed = capacity < possible ? capacity : possible;
    stock = possible - closed;
    if (h >= lag) {
      result.backlog[cell + h] = real(result.backlog, cell + h) + stock;
      result.inflow[cell + h] = real(result.inflow, cell + h) + came;
      result.investigated[cell + h] = real(result.investigated, cell + h) + closed;
      result.administrative[cell + h] = real(result.administrative, cell + h) + left;
      result.baseCapacity[cell + h] = real(result.baseCapacity, cell + h) + real(luck.rate, h) * baseNow;
    }
  }
}
