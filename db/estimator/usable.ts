import { checkPanel, type UnitPanel } from './panel.ts';
import type { UsableUnit } from './prepare.ts';
import type { Refusal } from './reasons.ts';
import { staffingAmongUnits, staffingFaults } from './staffing.ts';
import { findWindow } from './window.ts';
import { at } from './numbers.ts';

/** Fewer units than this say too little of the productivity of funded staff: a reference is needed. */
export const unitsForOwnEstimate = 10;

export type RefusedUnit = {
  readonly status: 'refused';
  readonly unitId: string;
  readonly reasons: readonly Refusal[];
};

/**
 * The units that can be used, in their order, and those that cannot, with the reasons: months that are not there, or staff in post that
 * cannot be as recorded, by itself or compared with the other units.
 * @throws RangeError when a panel is malformed (a fault of the caller)
 */
export function sortUnits(panels: readonly UnitPanel[]): {
  readonly usable: readonly UsableUnit[];
  readonly refused: readonly RefusedUnit[];
} {
  const possible: UsableUnit[] = [];
  const refused: RefusedUnit[] = [];
  const refuse = (unitId: string, reasons: readonly Refusal[]): void => {
    refused.push({ status: 'refused', unitId, reasons });
  };
  for (const panel of panels) {
    checkPanel(panel);
    const found = findWindow(panel);
    if ('refusals' in found) refuse(panel.unitId, found.refusals);
    else {
      const { impossible, doubtful } = staffingFaults(panel, found.window);
      const named = (months: readonly number[]): string[] => months.map((t) => at(panel.months, t));
      if (impossible.length > 0) refuse(panel.unitId, [{ code: 'staffing_impossible', months: named(impossible) }]);
      else possible.push({ panel, window: found.window, doubtfulStaffing: named(doubtful) });
    }
  }
  const among = staffingAmongUnits(possible);
  const usable = possible.flatMap((unit, index): UsableUnit[] => {
    const { panel, window } = unit;
    const all = panel.months.slice(window.first, window.last + 1);
    if (at(among, index) === 'usual') return [unit];
    if (at(among, index) === 'doubtful') return [{ ...unit, doubtfulStaffing: all }];
    refuse(panel.unitId, [{ code: 'staffing_impossible', months: all }]);
    return [];
  });
  return { usable, refused };
}

/**
 * Whether the productivity of funded staff can be estimated from these units alone: enough of them, and not all funded at one date, which
 * could not be separated from the months that they share.
 */
export function canTellProductivity(units: readonly UsableUnit[]): boolean {
  const starts = units.map(({ panel, window }) =>
    window.fundingStart === null ? null : panel.months[window.fundingStart],
  );
  return units.length >= unitsForOwnEstimate && new Set(starts).size > 1;
}
