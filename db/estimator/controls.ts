import { at } from './numbers.ts';
import { outflowAt } from './panel.ts';
import type { UsableUnit } from './prepare.ts';

/** Of the months before the first funding, a year is enough. */
const monthsBefore = 12;

const isNeverFunded = ({ window }: UsableUnit): boolean => window.fundingStart === null;

/** Months of the window with files closed and own staff on record. */
function toldMonths({ panel, window: { first, last } }: UsableUnit): readonly string[] {
  return panel.months.filter(
    (_, t) => t >= first && t <= last && outflowAt(panel, t) !== null && at(panel.fteBase, t) !== null,
  );
}

/**
 * Never-funded units that can tell what the months did from what the funding did: they report half or more of the months since the first unit
 * was funded, and half or a year of those before. One that is silent on either side says nothing of the change.
 */
export function countControls(units: readonly UsableUnit[]): number {
  const starts = units.flatMap(({ panel, window }) =>
    window.fundingStart === null ? [] : [at(panel.months, window.fundingStart)],
  );
  const start = starts.sort()[0];
  if (start === undefined) return units.filter(isNeverFunded).length;
  const all = new Set(units.flatMap(({ panel, window }) => panel.months.slice(window.first, window.last + 1)));
  const before = [...all].filter((month) => month < start).length;
  const after = all.size - before;
  return units.filter((unit) => {
    if (!isNeverFunded(unit)) return false;
    const told = toldMonths(unit);
    const toldBefore = told.filter((month) => month < start).length;
    return toldBefore >= Math.min(monthsBefore, before / 2) && told.length - toldBefore >= after / 2;
  }).length;
}
