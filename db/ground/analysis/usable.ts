import { checkPanel, type UnitPanel } from './panel.ts';
import type { UsableUnit } from './prepare.ts';
import type { Refusal } from './reasons.ts';
import { findWindow } from './window.ts';

/** Fewer units than this say too little of the productivity of funded staff: a reference is needed. */
const unitsForOwnEstimate = 10;

export type RefusedUnit = {
  readonly status: 'refused';
  readonly unitId: string;
  readonly reasons: readonly Refusal[];
};

/**
 * The units that can be used, in their order, and those that cannot, with the reasons.
 * @throws RangeError when a panel is malformed (a fault of the caller)
 */
export function sortUnits(panels: readonly UnitPanel[]): {
  readonly usable: readonly UsableUnit[];
  readonly refused: readonly RefusedUnit[];
} {
  const usable: UsableUnit[] = [];
  const refused: RefusedUnit[] = [];
  for (const panel of panels) {
    checkPanel(panel);
    const found = findWindow(panel);
    if ('refusals' in found) refused.push({ status: 'refused', unitId: panel.unitId, reasons: found.refusals });
    else usable.push({ panel, window: found.window });
  }
  return { usable, refused };
}

/**
 * Whether these units can tell the productivity of funded staff by themselves: enough of them, and not all funded at one date, when it could
 * not be told from the months that they share.
 */
export function canTellProductivity(units: readonly UsableUnit[]): boolean {
  const starts = units.map(({ panel, window }) =>
    window.fundingStart === null ? null : panel.months[window.fundingStart],
  );
  return units.length >= unitsForOwnEstimate && new Set(starts).size > 1;
}
