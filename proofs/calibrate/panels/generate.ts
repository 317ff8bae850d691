import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { at } from '../../../db/estimator/numbers.ts';
import { nextMonth, type UnitPanel } from '../../../db/estimator/panel.ts';
import { rampedFte } from '../../../db/estimator/ramp.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { design } from './exogenous.ts';
import { drawMonthEffects } from './months.ts';
import { drawParameters, type Parameters } from './parameters.ts';
import type { Scenario } from './scenarios.ts';
import { drawMonth } from './unitMonth.ts';
import { drawUnits, type Unit } from './units.ts';

/** What only the generator knows of a unit. Files at the end of each month, reported or not. */
export type UnitTruth = {
  readonly funded: boolean;
  /** Its staff are not reported as they are. */
  readonly falsified: boolean;
  /** Productivity of its funded FTE, were it funded. */
  readonly productivity: number;
  readonly backlog: readonly number[];
  readonly backlogWithout: readonly number[];
};

export type GeneratedPanel = {
  readonly panels: readonly UnitPanel[];
  readonly parameters: Parameters;
  readonly units: readonly UnitTruth[];
};

/** Funding goes to the units with the largest backlogs for a base FTE: selection on the outcome. */
function decideFunding(units: readonly Unit[], t: number, rampMonths: number, oneStart: boolean): void {
  const need = (unit: Unit): number => at(unit.outcomes, t - 1).backlog / at(unit.exogenous.staff, t - 1);
  const chosen = [...units].sort((one, other) => need(other) - need(one)).slice(0, design.funded);
  for (const [place, unit] of chosen.entries()) {
    const { fte } = unit.exogenous.offer;
    const start = oneStart ? (place === 0 ? design.decisionMonth : design.commonStart) : unit.exogenous.offer.start;
    unit.fteFunded = unit.fteFunded.map((_, month) => (month >= start ? fte : 0));
    unit.ramped = rampedFte(unit.fteFunded, rampMonths, defaultAssumptions.rampStart);
  }
}

function advance(unit: Unit, t: number, monthEffect: number, scenario: Scenario, size: number): void {
  const { exogenous, outcomes } = unit;
  const stocks = t === 0 ? unit.opening : at(outcomes, t - 1);
  outcomes.push(
    drawMonth(unit.random, stocks, {
      base: at(exogenous.staff, t),
      ramped: at(unit.ramped, t),
      productivity: unit.productivity,
      level: unit.rate * monthEffect * Math.exp(at(unit.circumstances, t)),
      size,
      referred: at(unit.referred, t),
      openedPerFte: {
        base: scenario.proactiveShare.base * design.filesPerFte,
        funded: scenario.proactiveShare.funded * design.filesPerFte,
      },
      closureChance: unit.closureChance,
      // Before its funding a unit has one history: there is nothing by which the worlds could differ.
      sharedLuck: scenario.sharedLuck || at(unit.fteFunded, t) === 0,
      exponent: scenario.exponent,
      referenceFte: at(exogenous.staff, 0),
      lowestCapacityShare: defaultAssumptions.lowestCapacityShare,
    }),
  );
}

function monthNames(): string[] {
  const names: string[] = [design.firstMonth];
  while (names.length < design.months) names.push(nextMonth(at(names, names.length - 1)));
  return names;
}

/** Half a year after the funding has begun, for half a year or for good. */
function isFalsified({ fteFunded }: Unit, t: number, forGood: boolean): boolean {
  const start = fteFunded.findIndex((fte) => fte > 0);
  return start >= 0 && t >= start + 6 && (forGood || t < start + 12);
}

/** The unit's panel as it would be reported, with its base staff multiplied by the factor in the falsified months. */
function report(unit: Unit, i: number, months: readonly string[], scenario: Scenario, factor: number): UnitPanel {
  const { exogenous, outcomes, referred } = unit;
  const unreported = scenario.gaps === 'zero' ? 0 : null;
  const until = isFunded(unit) ? null : scenario.controlsUntil;
  const isReported = (t: number): boolean => at(exogenous.reported, t) && (until === null || t < until);
  const column = (read: (t: number) => number): (number | null)[] =>
    months.map((_, t) => (isReported(t) ? read(t) : unreported));
  const proactive = (t: number): number => at(outcomes, t).proactive;
  const none = months.map(() => 0);
  return {
    unitId: `U${String(i + 1).padStart(2, '0')}`,
    months,
    inflowReferred: column((t) => at(referred, t) + (scenario.recordSplit ? 0 : proactive(t))),
    inflowProactive: scenario.recordSplit ? column(proactive) : months.map(() => null),
    outflowInvestigated: column((t) => at(outcomes, t).investigated),
    outflowAdministrative: column((t) => at(outcomes, t).administrative),
    backlog: column((t) => at(outcomes, t).backlog),
    fteBase: exogenous.staff.map((fte, t) => (isFalsified(unit, t, scenario.staffForGood) ? fte * factor : fte)),
    fteFunded: unit.fteFunded,
    overtimeBase: none,
    overtimeFunded: none,
    definitionId: months.map(() => 'generated'),
  };
}

function isFunded(unit: Unit): boolean {
  return at(unit.fteFunded, design.months - 1) > 0;
}

/** That with the most staff in the month of the decision, the first of equals. */
function largest(units: readonly Unit[]): Unit | undefined {
  const staff = ({ exogenous }: Unit): number => at(exogenous.staff, design.decisionMonth);
  return [...units].sort((one, other) => staff(other) - staff(one))[0];
}

/** The funded units and so many of the others. */
function reportingOf(units: readonly Unit[], controls: number | null): readonly Unit[] {
  const others = units.filter((unit) => !isFunded(unit)).slice(0, controls ?? units.length);
  return units.filter((unit) => isFunded(unit) || others.includes(unit));
}

/**
 * A panel of units with the backlog that they would have had without the funding, known because both worlds are generated together.
 * The same scenario and seed give the same panel; scenarios with one seed share what they do not change.
 * Source: Vigie method note, section 6.
 * @param seed whole number from 0 to 2^32 - 1
 */
export function generatePanel(scenario: Scenario, seed: number): GeneratedPanel {
  const parameters = scenario.parameters ?? drawParameters(createRandom(seed, 'parameters'), defaultAssumptions);
  const monthEffects = drawMonthEffects(seed, scenario, parameters);
  const units = drawUnits(seed, scenario, parameters);
  for (let t = 0; t < design.months; t += 1) {
    if (t === design.decisionMonth) decideFunding(units, t, parameters.rampMonths, scenario.oneStart);
    for (const unit of units) advance(unit, t, at(monthEffects, t), scenario, parameters.size);
  }
  const months = monthNames();
  const reporting = reportingOf(units, scenario.controls);
  const falsified = scenario.staffFactor === 1 ? undefined : largest(reporting.filter(isFunded));
  return {
    panels: reporting.map((unit, i) =>
      report(unit, i, months, scenario, unit === falsified ? scenario.staffFactor : 1),
    ),
    parameters,
    units: reporting.map((unit) => ({
      funded: isFunded(unit),
      falsified: unit === falsified,
      productivity: unit.productivity,
      backlog: unit.outcomes.map((outcome) => outcome.backlog),
      backlogWithout: unit.outcomes.map((outcome) => outcome.backlogWithout),
    })),
  };
}
