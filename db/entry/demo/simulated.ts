import { monthsBetween } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import { defaultSimulation, simulatePanels, type SimulatedUnit } from '../../estimator/simulate.ts';
import type { DemonstrationDays } from './days.ts';
import { otherUnits } from './names.ts';
import type { Flaw } from './panel.ts';

/** Units of agreements other than the first have the flaws that real returns have. */
const flaws: Readonly<Record<string, Flaw>> = {
  U09: 'gap',
  U13: 'charges_missing',
  U17: 'staffing_missing',
  U22: 'gap',
};

export const flawOf = (code: string): Flaw => flaws[code] ?? 'none';

/** The months of every other unit, in their order, with what only the simulation knows. @param seed whole number from 0 to 2^32 - 1 */
export function simulateOtherUnits(
  { firstMonth, reportedQuarter }: DemonstrationDays,
  seed: number,
): readonly SimulatedUnit[] {
  return simulatePanels({
    ...defaultSimulation,
    seed,
    units: otherUnits.length,
    funded: 24,
    months: monthsBetween(firstMonth, periodOf(reportedQuarter).lastMonth).length,
    firstMonth,
    decisionMonth: 30,
    truth: { productivity: 0.85, spread: 0.15, rampMonths: 6 },
    unreportedShare: 0,
  });
}
