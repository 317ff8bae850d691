import { investigatedPart } from '../closings/investigatedPart.ts';
import { learnClosings } from '../closings/learn.ts';
import { at } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import { closingOf, type UsableUnit } from '../prepare.ts';
import { sortUnits } from '../usable.ts';
import { studyEvents, type EventStudies } from './eventStudy.ts';
import { checkInterrupted } from './interrupted.ts';
import type { RecursionOptions } from './recursion.ts';
import { checkStructural } from './structural.ts';
import { checkSyntheticControl, type SyntheticControlCheck } from './syntheticControl.ts';
import type { CrossCheck } from './types.ts';

/** What the other methods say of one funded unit. */
export type UnitChecks = {
  readonly unitId: string;
  readonly checks: readonly CrossCheck[];
  /** How unusual the unit is among the controls, each taken for funded in its turn; null where there is no synthetic control. */
  readonly placebo: SyntheticControlCheck['placebo'];
};

export type CrossChecks = {
  readonly units: readonly UnitChecks[];
  readonly events: EventStudies;
};

export type CrossCheckOptions = {
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  readonly onProgress?: (share: number) => void;
};

const draws = 400;
const permutations = 999;

function checkUnit(
  { panel, window }: UsableUnit,
  controls: readonly UnitPanel[],
  others: readonly UnitPanel[],
  options: RecursionOptions,
): UnitChecks {
  const { its, itsControl } = checkInterrupted(panel, window, controls, options);
  const structural = checkStructural(panel, window, controls, options);
  const synthetic = checkSyntheticControl(panel, window, others, options);
  return {
    unitId: panel.unitId,
    checks: [its.check, itsControl.check, structural, synthetic.check],
    placebo: synthetic.placebo,
  };
}

/**
 * Every cross-check of every funded unit, and the event studies of all units together. They are shown with the estimate and never averaged
 * into it. Source: Vigie method note, section 3.
 */
export function runCrossChecks(panels: readonly UnitPanel[], { seed, onProgress }: CrossCheckOptions): CrossChecks {
  const { usable } = sortUnits(panels);
  const closings = learnClosings(usable, { seed });
  const checked = usable.map(({ panel, window }, index) => ({
    panel: investigatedPart(panel),
    window,
    otherwise: { month: closingOf(panel, window), rates: at(closings.units, index) },
  }));
  const controls = checked.flatMap(({ panel, window }) => (window.fundingStart === null ? [panel] : []));
  const funded = checked.filter(({ window }) => window.fundingStart !== null);
  const units = funded.map((unit, index) => {
    onProgress?.(index / (funded.length + 1));
    const others = checked.flatMap(({ panel }) => (panel === unit.panel ? [] : [panel]));
    return checkUnit(unit, controls, others, { seed, draws, otherwise: unit.otherwise });
  });
  const events = studyEvents(
    usable.map(({ panel }) => panel),
    { seed, permutations },
  );
  onProgress?.(1);
  return { units, events };
}
