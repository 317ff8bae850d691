import type { Assumptions } from './assumptions.ts';
import { effectiveFte } from './capacity.ts';
import { sampleNegativeBinomial } from './negativeBinomial.ts';
import type { Random } from './random.ts';
import { rampShare } from './ramp.ts';
import { sampleBinomial, sampleGamma, samplePoisson } from './samplers.ts';

/** Constants of the simulated world. Source: Vigie method note, section 6. */
const world = {
  filesPerFte: 4,
  rateShape: 20,
  monthSize: 10,
  inflowSize: 15,
  unitCorrelation: 0.85,
  unitDeviation: 0.12,
  seasonAmplitude: 0.12,
  growthFrom: 24,
  auditShare: 0.05,
  administrativeShare: 0.15,
  overtimePerFte: 8,
  fundedOvertimePerFte: 20,
} as const;

/** What one simulated unit is, before any month passes. */
export type UnitTraits = {
  readonly rate: number;
  readonly inflowShare: number;
  readonly growth: number;
  readonly proactivePerFte: number;
  readonly fteChanges: readonly { readonly month: number; readonly by: number }[];
  readonly fteAtStart: number;
};

/** The funding of one simulated unit; null for a unit that gets none. */
export type Funding = {
  readonly start: number;
  readonly fte: number;
  readonly productivity: number;
  readonly rampMonths: number;
};

export type UnitState = { readonly circumstance: number; readonly backlog: number; readonly backlogWithout: number };

/** What happened in a month, in both worlds. Files; FTE; hours. */
export type SimulatedMonth = UnitState & {
  readonly referred: number;
  readonly proactive: number;
  readonly investigated: number;
  readonly administrative: number;
  readonly fteBase: number;
  readonly fteFunded: number;
  readonly overtimeBase: number;
  readonly overtimeFunded: number;
};

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

export function wholeBetween(random: Random, low: number, high: number): number {
  return Math.floor(between(random, low, high + 1));
}

export function drawTraits(random: Random, months: number, proactivePerFte: number): UnitTraits {
  const change = (): { month: number; by: number } => ({
    month: wholeBetween(random, 6, Math.max(6, months - 1)),
    by: random.uniform() < 0.5 ? -1 : 1,
  });
  return {
    rate: sampleGamma(random, world.rateShape, world.rateShape / world.filesPerFte),
    inflowShare: between(random, 0.8, 1.1),
    growth: between(random, 0.002, 0.008),
    proactivePerFte,
    fteChanges: [change(), change()],
    fteAtStart: wholeBetween(random, 3, 14),
  };
}

export function openingState(random: Random, traits: UnitTraits): UnitState {
  const monthly = world.filesPerFte * traits.inflowShare * traits.fteAtStart;
  const backlog = Math.round(monthly * between(random, 0.5, 6));
  return { circumstance: world.unitDeviation * random.normal(), backlog, backlogWithout: backlog };
}

function baseFte(traits: UnitTraits, t: number): number {
  return traits.fteChanges.reduce((fte, change) => (t >= change.month ? fte + change.by : fte), traits.fteAtStart);
}

function nextCircumstance(random: Random, state: UnitState, t: number): number {
  if (t === 0 || t % 3 !== 0) return state.circumstance;
  const fresh = world.unitDeviation * Math.sqrt(1 - world.unitCorrelation ** 2) * random.normal();
  return world.unitCorrelation * state.circumstance + fresh;
}

type Flows = { readonly referred: number; readonly proactiveOwn: number; readonly proactiveFunded: number };

function drawInflow(random: Random, traits: UnitTraits, t: number, fte: number, ramped: number): Flows {
  const season = 1 + world.seasonAmplitude * Math.sin((2 * Math.PI * t) / 12);
  const growth = (1 + traits.growth) ** Math.max(0, t - world.growthFrom);
  const outside =
    world.filesPerFte * traits.inflowShare * traits.fteAtStart * season * growth - traits.proactivePerFte * fte;
  return {
    referred: sampleNegativeBinomial(random, Math.max(0.5, outside), world.inflowSize),
    proactiveOwn: samplePoisson(random, traits.proactivePerFte * fte),
    proactiveFunded: samplePoisson(random, traits.proactivePerFte * ramped),
  };
}

type Capacities = { readonly own: number; readonly all: number };

/** Own staff's capacity, and with the funded staff: an extra stream of work, or a thinning of it when they get in the way. */
function drawCapacities(random: Random, mean: number, base: number, all: number): Capacities {
  const luck = sampleGamma(random, world.monthSize, world.monthSize) * mean;
  const own = samplePoisson(random, luck * base);
  if (all >= base) return { own, all: own + samplePoisson(random, luck * (all - base)) };
  return { own, all: sampleBinomial(random, own, all / base) };
}

function drawAudit(random: Random): number {
  if (random.uniform() >= world.auditShare) return 0;
  const size = 1 + samplePoisson(random, 1);
  return random.uniform() < 0.5 ? -size : size;
}

/** One month of both worlds: they share arrivals, month effect, circumstances and audit, and differ by the funded staff alone. */
export function simulateMonth(
  random: Random,
  traits: UnitTraits,
  funding: Funding | null,
  assumptions: Assumptions,
  state: UnitState,
  t: number,
  monthEffect: number,
): SimulatedMonth {
  const fteBase = baseFte(traits, t);
  const active = funding !== null && t >= funding.start ? funding : null;
  const fteFunded = active?.fte ?? 0;
  const ramped =
    active === null ? 0 : active.fte * rampShare(t - active.start, active.rampMonths, assumptions.rampStart);
  const overtimeBase = Math.round(world.overtimePerFte * fteBase * between(random, 0.5, 1.5));
  const overtimeFunded = Math.round(world.fundedOvertimePerFte * fteFunded * between(random, 0.5, 1.5));
  const perHour = assumptions.overtimeProductivity / assumptions.hoursPerFteMonth;
  const month = { base: fteBase + overtimeBase * perHour, ramped, fundedOvertime: overtimeFunded * perHour };
  const fte = effectiveFte(month, active?.productivity ?? 0, 0, assumptions.lowestCapacityShare);
  const circumstance = nextCircumstance(random, state, t);
  const capacity = drawCapacities(
    random,
    traits.rate * monthEffect * Math.exp(circumstance),
    fte.without,
    fte.withFunding,
  );
  const { referred, proactiveOwn, proactiveFunded } = drawInflow(random, traits, t, fteBase, ramped);
  const workload = state.backlog + referred + proactiveOwn + proactiveFunded;
  const outflow = Math.min(capacity.all, workload);
  const workloadWithout = state.backlogWithout + referred + proactiveOwn;
  const audit = Math.max(drawAudit(random), outflow - workload);
  const administrative = sampleBinomial(random, outflow, world.administrativeShare);
  return {
    circumstance,
    backlog: workload - outflow + audit,
    backlogWithout: Math.max(0, workloadWithout - Math.min(capacity.own, workloadWithout) + audit),
    referred,
    proactive: proactiveOwn + proactiveFunded,
    investigated: outflow - administrative,
    administrative,
    fteBase,
    fteFunded,
    overtimeBase,
    overtimeFunded,
  };
}
