import { at } from '../../../db/estimator/numbers.ts';
import { createRandom, type Random } from '../../../db/estimator/random.ts';
import { sampleGamma } from '../../../db/estimator/samplers.ts';
import { design, drawExogenous, drawReferred, logRelativeInflow, type Exogenous } from './exogenous.ts';
import type { Parameters } from './parameters.ts';
import type { Scenario } from './scenarios.ts';
import type { MonthOutcome, Stocks } from './unitMonth.ts';

/** A unit in the making: what it is, and what has happened to it so far. */
export type Unit = {
  readonly exogenous: Exogenous;
  readonly referred: readonly number[];
  readonly rate: number;
  readonly productivity: number;
  /** log circumstances by month. */
  readonly circumstances: readonly number[];
  readonly closureChance: number;
  readonly random: Random;
  readonly opening: Stocks;
  readonly outcomes: MonthOutcome[];
  /** Funded FTE in post and the same weighted by experience, by month. */
  fteFunded: readonly number[];
  ramped: readonly number[];
};

function drawCircumstances(random: Random, scenario: Scenario, parameters: Parameters): number[] {
  const { stepMonths, correlation, deviation } = scenario.circumstances;
  const stationary = deviation ?? parameters.deviation;
  const fresh = stationary * Math.sqrt(1 - correlation * correlation);
  let value = stationary * random.normal();
  return Array.from({ length: design.months }, (_, t) => {
    if (t > 0 && t % stepMonths === 0) value = correlation * value + fresh * random.normal();
    return value;
  });
}

/**
 * The units before the first month. Inflow comes first and the rate is drawn given it, lam ~ Gamma(a, a / (m r^theta)), because that is the
 * direction in which the model states its prior; a scenario may turn it round.
 */
export function drawUnits(seed: number, scenario: Scenario, parameters: Parameters): Unit[] {
  const { rateMean, rateShape, inflowSlope, centre, spread } = parameters;
  const opened = scenario.proactiveShare.base * design.filesPerFte;
  const streams = Array.from({ length: design.units }, (_, i) => (purpose: string): Random => {
    return createRandom(seed, `unit ${String(i)} ${purpose}`);
  });
  const exogenous = streams.map((stream) => drawExogenous(stream('setting'), scenario.gaps === 'none'));
  const untied = streams.map((stream) => sampleGamma(stream('rate'), rateShape, rateShape));
  const perFte = untied.map((relative) => (scenario.inflowFollowsRate ? rateMean * relative : design.filesPerFte));
  const referred = exogenous.map((unit, i) => {
    return drawReferred(at(streams, i)('inflow'), unit, at(perFte, i), opened, scenario.shock?.inflow ?? 1);
  });
  const slope = scenario.inflowFollowsRate ? 0 : inflowSlope;
  const logInflow = logRelativeInflow(exogenous, referred);
  return streams.map((stream, i): Unit => {
    const unit = at(exogenous, i);
    const inflow = at(perFte, i) * unit.inflowShare * at(unit.staff, 0);
    const backlog = Math.round(inflow * unit.openingMonths);
    const { low, high } = scenario.closures ?? { low: 0, high: 0 };
    const none = unit.staff.map(() => 0);
    return {
      exogenous: unit,
      referred: at(referred, i),
      rate: rateMean * Math.exp(slope * at(logInflow, i)) * at(untied, i),
      productivity: centre + spread * stream('productivity').normal(),
      circumstances: drawCircumstances(stream('circumstances'), scenario, parameters),
      closureChance: low + (high - low) * stream('closures').uniform(),
      random: stream('months'),
      opening: { backlog, backlogWithout: backlog },
      outcomes: [],
      fteFunded: none,
      ramped: none,
    };
  });
}
