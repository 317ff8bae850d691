import { checkAssumptions, type Assumptions } from './assumptions.ts';
import { alternativeClosings } from './closings/alternative.ts';
import { closingMonths } from './closings/months.ts';
import { practiceChange } from './closings/practice.ts';
import { meanClosings, ratesOf, type UnitClosings } from './closings/rates.ts';
import { countControls } from './controls.ts';
import { drawGaps } from './drawGaps.ts';
import { cautionsOf, factsOf, staffUnknown, type FitEvidence } from './evidenceFacts.ts';
import type { EvidenceFacts } from './grades.ts';
import { learntOfUnit } from './learnt.ts';
import { at } from './numbers.ts';
import type { UnitPanel } from './panel.ts';
import { summariseFit, type FitSummary } from './posterior.ts';
import { prepareUnit, type UsableUnit } from './prepare.ts';
import type { Basis, CautionCode } from './reasons.ts';
import { fitCapacity, type CapacityFit, type FitOptions } from './sampler/fit.ts';
import { fitWithReference, type ReferencePosterior } from './sampler/reference.ts';
import {
  shiftQuantiles,
  summarise,
  summariseDraws,
  type DrawSummary,
  type Quantiles,
  type Summary,
} from './summary.ts';
import { unitDraws } from './sampler/unitDraws.ts';
import { resample, scepticalOf } from './sceptic.ts';
import type { Window } from './window.ts';
import { canTellProductivity, sortUnits, type RefusedUnit } from './usable.ts';

export type EstimatedUnit = {
  readonly status: 'estimated';
  readonly unitId: string;
  readonly months: readonly string[];
  /** Last month with a known backlog: what "now" means below. */
  readonly asOf: string;
  /** First month with funded staff or funded overtime; null = never: there is nothing to estimate and the gap is exactly zero. */
  readonly fundingStart: string | null;
  readonly backlog: readonly (number | null)[];
  /** Backlog without the Strategy-funded staff and overtime, in files; null where the actual backlog is not known. */
  readonly fan: readonly (Quantiles | null)[];
  /** Files avoided (backlog without, minus actual) by month; null where the actual backlog is not known. */
  readonly avoided: readonly (DrawSummary['avoided'] | null)[];
  readonly avoidedNow: DrawSummary['avoided'];
  /** P(actual backlog < backlog without) by month. */
  readonly probabilityBelow: readonly (number | null)[];
  /** Productivity of the unit's funded FTE relative to its base FTE; null for a unit without funded staff. */
  readonly productivity: Summary | null;
  readonly facts: EvidenceFacts;
  readonly cautions: readonly CautionCode[];
  /** Months whose staff in post is to be questioned, and months with closures that are left out for want of staff on record. */
  readonly doubtfulStaffing: readonly string[];
  /** From which month on files leave without investigation by other rates than before; null: none. */
  readonly practiceChangedIn: string | null;
  readonly monthsWithoutStaff: readonly string[];
  /** Files avoided by draw, for each month with a known backlog since the funding began. Draw d is the same world in every unit. */
  readonly draws: ReadonlyMap<string, Int32Array>;
};

export type UnitEstimate = EstimatedUnit | RefusedUnit;

/** The same estimate for who takes funded staff to do nothing until the data show that they do: the prior of their productivity is centred on 0. */
export type Sceptic = {
  /** The draws of the estimate weighed by the ratio of the priors, or those of another fit where too few of them would count. */
  readonly by: 'weights' | 'refit';
  /** Draws that the weights are worth; null for another fit. */
  readonly effective: number | null;
  /** Mean productivity of a funded FTE relative to a base FTE. */
  readonly productivity: Summary;
  /** Files avoided at the last month of each funded unit, by draw: draw d is the same world in every unit. */
  readonly units: readonly { readonly unitId: string; readonly draws: Int32Array }[];
};

export type Estimation = {
  readonly basis: Basis;
  /** Null for a first answer, and where draws of a reference say too little of a sceptic's answer. */
  readonly sceptic: Sceptic | null;
  /** Null when no unit can be used. */
  readonly fit: FitSummary | null;
  readonly units: readonly UnitEstimate[];
};

/** What is known of a question's parameters, and where what the units share comes from. */
export type Posterior = { readonly basis: Basis; readonly fit: CapacityFit };

export type EstimateOptions = FitOptions & {
  readonly reference?: ReferencePosterior | null;
  /** Of these very panels, assumptions and seed, where it is there already. */
  readonly posterior?: Posterior | undefined;
};

function closingsOf({ data, closings }: CapacityFit, index: number, { administrative }: Assumptions): UnitClosings {
  if (administrative === 'learned') return at(closings.units, index);
  const { panel, window } = at(data.units, index);
  return alternativeClosings(closingMonths(panel, window), administrative);
}

/** Files avoided in each month of a unit since its funding began, by draw. */
export function unitGaps(
  fit: CapacityFit,
  index: number,
  assumptions: Assumptions,
  seed: number,
): readonly Int32Array[] {
  const unit = at(fit.data.units, index);
  const { unitId } = unit.panel;
  const closings = closingsOf(fit, index, assumptions);
  return drawGaps(unitId, prepareUnit(unit, assumptions), unitDraws(fit, index), closings, assumptions, seed);
}

function describeUnit(
  fit: CapacityFit,
  index: number,
  assumptions: Assumptions,
  seed: number,
  shared: Omit<FitEvidence, 'priorWeight' | 'practiceChanged'> & { readonly isReference: boolean },
): EstimatedUnit {
  const unit = at(fit.data.units, index);
  const { panel, window } = unit;
  const gaps = unitGaps(fit, index, assumptions, seed);
  const none = summariseDraws(new Int32Array(1));
  const productivity =
    at(fit.data.funded, index) === 1 ? summarise(fit.draws.map((draw) => at(draw.productivity, index))) : null;
  const { isReference, ...evidence } = shared;
  const priorWeight = productivity === null || isReference ? null : learntOfUnit(productivity, assumptions).priorWeight;
  const usual = ratesOf(meanClosings(at(fit.closings.units, index)), 0);
  const changed = practiceChange(closingMonths(panel, window), usual);
  const summaries = panel.months.map((_, t) => {
    if (t < window.first || t > window.last || at(panel.backlog, t) === null) return null;
    if (window.fundingStart === null || t < window.fundingStart) return none;
    return summariseDraws(at(gaps, t - window.fundingStart));
  });
  const kept = new Map<string, Int32Array>();
  gaps.forEach((gap, m) => {
    const t = (window.fundingStart ?? 0) + m;
    if (at(panel.backlog, t) !== null) kept.set(at(panel.months, t), gap);
  });
  return {
    status: 'estimated',
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
    avoidedNow: (summaries[window.last] ?? none).avoided,
    probabilityBelow: summaries.map((summary) => summary?.probabilityBelow ?? null),
    productivity,
    facts: factsOf(unit, { ...evidence, priorWeight, practiceChanged: changed && whenChanged(changed.t, window) }),
    cautions: cautionsOf(panel, window),
    doubtfulStaffing: unit.doubtfulStaffing ?? [],
    practiceChangedIn: changed && at(panel.months, changed.t),
    monthsWithoutStaff: staffUnknown(panel, window).map((t) => at(panel.months, t)),
    draws: kept,
  };
}

/** As many months from the funding, a change of practice may be what the funding did. */
const monthsWithFunding = 6;

function whenChanged(t: number, { fundingStart }: Window): NonNullable<EvidenceFacts['practiceChanged']> {
  return fundingStart !== null && Math.abs(t - fundingStart) <= monthsWithFunding ? 'with_funding' : 'apart';
}

/** Where what these units share comes from. */
export function basisOf(usable: readonly UsableUnit[], reference: ReferencePosterior | null): Basis {
  if (canTellProductivity(usable)) return 'estimated';
  return reference === null ? 'prior' : 'reference';
}

/** The posterior of the units that can be used, and where what they share comes from. */
export function fitUnits(usable: readonly UsableUnit[], assumptions: Assumptions, options: EstimateOptions): Posterior {
  const { reference = null, posterior } = options;
  if (posterior) return posterior;
  const basis = basisOf(usable, reference);
  if (basis !== 'reference' || reference === null) return { basis, fit: fitCapacity(usable, assumptions, options) };
  return { basis, fit: fitWithReference(usable, assumptions, reference, options) };
}

function scepticOf(
  { basis, fit }: Posterior,
  estimated: readonly EstimatedUnit[],
  assumptions: Assumptions,
  options: EstimateOptions,
): Sceptic | null {
  // Of draws that nobody has judged there is no second answer either.
  if (fit.worst === null && basis !== 'reference') return null;
  const funded = estimated.filter(({ fundingStart }) => fundingStart !== null);
  const found = resample(fit.draws, assumptions);
  if (found !== null) {
    const { places, effective } = found;
    return {
      by: 'weights',
      effective,
      productivity: summarise(Array.from(places, (place) => at(fit.draws, place).centre)),
      units: funded.flatMap(({ unitId, asOf, draws }) => {
        const own = draws.get(asOf);
        return own ? [{ unitId, draws: places.map((place) => at(own, place)) }] : [];
      }),
    };
  }
  if (basis === 'reference') return null;
  const doubting = scepticalOf(assumptions);
  const { data } = fit;
  const { seed } = options;
  const again = fitCapacity(data.units, doubting, {
    ...options,
    onProgress: () => undefined,
    chains: 1,
    judged: false,
    closings: fit.closings,
  });
  return {
    by: 'refit',
    effective: null,
    productivity: summarise(again.draws.map(({ centre }) => centre)),
    units: data.units.flatMap(({ panel, window }, index) => {
      if (window.fundingStart === null) return [];
      const gaps = unitGaps(again, index, doubting, seed);
      return [{ unitId: panel.unitId, draws: at(gaps, gaps.length - 1) }];
    }),
  };
}

/**
 * Backlog of each unit without the Strategy-funded staff and overtime, by the hierarchical stock-flow capacity model. All units are fitted
 * together, funded or not; those that cannot be used are refused with their reasons. Where the units cannot tell the productivity of funded
 * staff by themselves it comes from the reference, if there is one, and otherwise the answer is driven by the prior. The same panels,
 * assumptions, seed and reference give the same draws.
 * Source: Vigie method note, sections 1 and 2.
 * @throws RangeError when a panel or an assumption is malformed (a fault of the caller)
 */
export function estimateUnits(
  panels: readonly UnitPanel[],
  assumptions: Assumptions,
  options: EstimateOptions,
): Estimation {
  checkAssumptions(assumptions);
  const { usable, refused } = sortUnits(panels);
  if (usable.length === 0) return { basis: 'prior', sceptic: null, fit: null, units: refused };
  const { basis, fit } = fitUnits(usable, assumptions, options);
  const isReference = basis === 'reference';
  const evidence = {
    isReference,
    priorDriven: basis === 'prior',
    controls: isReference ? null : countControls(usable),
  };
  const estimated = usable.map((_, index) => describeUnit(fit, index, assumptions, options.seed, evidence));
  const byId = new Map<string, UnitEstimate>([...estimated, ...refused].map((each) => [each.unitId, each]));
  return {
    basis,
    sceptic: scepticOf({ basis, fit }, estimated, assumptions, options),
    fit: summariseFit(fit, assumptions, isReference),
    units: panels.flatMap(({ unitId }) => byId.get(unitId) ?? []),
  };
}
