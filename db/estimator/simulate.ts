import { defaultAssumptions, type Assumptions } from './assumptions.ts';
import { at } from './numbers.ts';
import { nextMonth, type UnitPanel } from './panel.ts';
import { createRandom, type Random } from './random.ts';
import { sampleGamma } from './samplers.ts';
import {
  drawTraits,
  openingState,
  simulateMonth,
  wholeBetween,
  type Funding,
  type SimulatedMonth,
  type UnitState,
  type UnitTraits,
} from './simulateUnit.ts';

export type SimulationSettings = {
  /** Whole number from 0 to 2^32 - 1; the same seed and settings give the same panels. */
  readonly seed: number;
  readonly units: number;
  /** How many of them are funded: those with the largest backlog for an FTE when the funding is decided. */
  readonly funded: number;
  /** Months simulated, at least `decisionMonth` + 1. */
  readonly months: number;
  /** 'YYYY-MM'. */
  readonly firstMonth: string;
  /** Index of the month in which it is decided who is funded; funding begins in that month or one of the 18 after it. */
  readonly decisionMonth: number;
  /** True productivity of the funded staff and true ramp; null = drawn from the priors of `assumptions`. */
  readonly truth: { readonly productivity: number; readonly spread: number; readonly rampMonths: number } | null;
  readonly assumptions: Assumptions;
  /** Files that an FTE opens on its own initiative in a month. */
  readonly proactivePerFte: number;
  readonly recordSplit: boolean;
  /** Share of the months that are not reported, in addition to one longer gap in a tenth of the units. */
  readonly unreportedShare: number;
};

export const defaultSimulation: SimulationSettings = {
  seed: 1,
  units: 42,
  funded: 30,
  months: 84,
  firstMonth: '2016-04',
  decisionMonth: 36,
  truth: null,
  assumptions: defaultAssumptions,
  proactivePerFte: 0.3,
  recordSplit: true,
  unreportedShare: 0.03,
};

/** A unit's panel as it would be reported, and what only the simulation knows. */
export type SimulatedUnit = {
  readonly panel: UnitPanel;
  readonly truth: {
    /** Backlog at the end of each month had there been no funded staff, in files. */
    readonly backlogWithout: readonly number[];
    /** Backlog at the end of each month, in files, reported or not. */
    readonly backlog: readonly number[];
    readonly funding: Funding | null;
  };
};

type UnitInProgress = {
  readonly random: Random;
  readonly traits: UnitTraits;
  state: UnitState;
  funding: Funding | null;
  readonly months: SimulatedMonth[];
};

function drawTruth(settings: SimulationSettings): NonNullable<SimulationSettings['truth']> {
  if (settings.truth !== null) return settings.truth;
  const { relativeProductivity, productivitySpread, rampMonths } = settings.assumptions;
  const random = createRandom(settings.seed, 'shared');
  return {
    productivity: relativeProductivity.mean + relativeProductivity.deviation * random.normal(),
    spread: Math.abs(random.normal()) * productivitySpread,
    rampMonths: at(rampMonths, Math.floor(random.uniform() * rampMonths.length)),
  };
}

function decideFunding(units: readonly UnitInProgress[], settings: SimulationSettings, t: number): void {
  const truth = drawTruth(settings);
  const need = (unit: UnitInProgress): number => unit.state.backlog / unit.traits.fteAtStart;
  const chosen = [...units].sort((one, other) => need(other) - need(one)).slice(0, settings.funded);
  const latest = Math.min(18, settings.months - 1 - t);
  for (const unit of chosen) {
    unit.funding = {
      start: t + wholeBetween(unit.random, 0, latest),
      fte: wholeBetween(unit.random, 1, 4),
      productivity: truth.productivity + truth.spread * unit.random.normal(),
      rampMonths: truth.rampMonths,
    };
  }
}

function reportedMonths(random: Random, settings: SimulationSettings): boolean[] {
  const reported = Array.from({ length: settings.months }, () => random.uniform() >= settings.unreportedShare);
  if (settings.unreportedShare > 0 && random.uniform() < 0.1) {
    const from = wholeBetween(random, 0, settings.months - 1);
    reported.fill(false, from, from + wholeBetween(random, 3, 6));
  }
  return reported;
}

function report(
  unit: UnitInProgress,
  unitId: string,
  names: readonly string[],
  settings: SimulationSettings,
): SimulatedUnit {
  const reported = reportedMonths(unit.random, settings);
  const column = (read: (month: SimulatedMonth) => number): (number | null)[] =>
    unit.months.map((month, t) => (at(reported, t) ? read(month) : null));
  const panel: UnitPanel = {
    unitId,
    months: names,
    inflowReferred: column((month) => (settings.recordSplit ? month.referred : month.referred + month.proactive)),
    inflowProactive: settings.recordSplit ? column((month) => month.proactive) : names.map(() => null),
    outflowInvestigated: column((month) => month.investigated),
    outflowAdministrative: column((month) => month.administrative),
    backlog: column((month) => month.backlog),
    fteBase: unit.months.map((month) => month.fteBase),
    fteFunded: unit.months.map((month) => month.fteFunded),
    overtimeBase: unit.months.map((month) => month.overtimeBase),
    overtimeFunded: unit.months.map((month) => month.overtimeFunded),
    definitionId: names.map(() => 'simulated'),
  };
  const backlog = unit.months.map((month) => month.backlog);
  const backlogWithout = unit.months.map((month) => month.backlogWithout);
  return { panel, truth: { backlogWithout, backlog, funding: unit.funding } };
}

/**
 * Panels of fictitious units with a known path without the funded staff. Both worlds share arrivals, month effects and each unit's
 * circumstances; the funded staff add a stream of work and open files of their own. Funding goes to the largest backlogs.
 * Source: Vigie method note, section 6.
 */
export function simulatePanels(settings: SimulationSettings): readonly SimulatedUnit[] {
  const shared = createRandom(settings.seed, 'simulated months');
  const units = Array.from({ length: settings.units }, (_, index): UnitInProgress => {
    const random = createRandom(settings.seed, `simulated unit ${index}`);
    const traits = drawTraits(random, settings.months, settings.proactivePerFte);
    return { random, traits, state: openingState(random, traits), funding: null, months: [] };
  });
  const names: string[] = [];
  for (let t = 0; t < settings.months; t += 1) {
    names.push(t === 0 ? settings.firstMonth : nextMonth(at(names, t - 1)));
    if (t === settings.decisionMonth) decideFunding(units, settings, t);
    const monthEffect = sampleGamma(shared, 25, 25);
    for (const unit of units) {
      const month = simulateMonth(
        unit.random,
        unit.traits,
        unit.funding,
        settings.assumptions,
        unit.state,
        t,
        monthEffect,
      );
      unit.state = month;
      unit.months.push(month);
    }
  }
  return units.map((unit, index) => report(unit, `U${String(index + 1).padStart(2, '0')}`, names, settings));
}
