import { at, mean } from '../numbers.ts';
import { outflowAt, type UnitPanel } from '../panel.ts';
import type { Window } from '../window.ts';

/** Hours a month. */
export type OvertimeHours = { readonly base: number; readonly funded: number };

/** Overtime of a month; null where either part is not recorded, as the estimate then takes neither for staff. */
export function recordedOvertime({ overtimeBase, overtimeFunded }: UnitPanel, t: number): OvertimeHours | null {
  const base = at(overtimeBase, t);
  const funded = at(overtimeFunded, t);
  return base === null || funded === null ? null : { base, funded };
}

/** How many months up to the last one the overtime of a plan is the mean of. */
const meanOf = 12;

/**
 * Mean overtime that the estimate counted in the last months that it read: none in those without a record, since what an FTE closes was
 * learned without it there.
 */
export function usualOvertime(panel: UnitPanel, { first, last }: Window): OvertimeHours {
  const from = Math.max(first, last - meanOf + 1);
  const months = Array.from({ length: last - from + 1 }, (_, k) => from + k);
  const read = months.filter((t) => outflowAt(panel, t) !== null && at(panel.fteBase, t) !== null);
  if (read.length === 0) return { base: 0, funded: 0 };
  const hours = read.map((t) => recordedOvertime(panel, t));
  return { base: mean(hours.map((each) => each?.base ?? 0)), funded: mean(hours.map((each) => each?.funded ?? 0)) };
}
