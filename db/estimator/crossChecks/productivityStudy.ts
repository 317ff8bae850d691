import type { CrossCheckRefusal } from './types.ts';
import { at } from '../numbers.ts';
import { outflowAt, type UnitPanel } from '../panel.ts';
import type { Window } from '../window.ts';
import type { Study } from '../syntheticControl/fit.ts';

/** Months, as indices into the unit's panel. */
type Quarter = readonly number[];

export type ProductivityStudy = {
  /** The unit first, then its donors. Files for each base FTE-month, by quarter. */
  readonly study: Study;
  /** Period of the study in which a funded month of the unit lies. */
  readonly periodOfMonth: ReadonlyMap<number, number>;
};

const fewestQuarters = 12;
const fewestDonors = 2;

/** Quarters of the window, counted from the funding start so that none straddles it; the last may be incomplete. */
function quartersOf({ first, last }: Window, start: number): { readonly before: Quarter[]; readonly after: Quarter[] } {
  const quarter = (index: number): Quarter =>
    [0, 1, 2].map((month) => start + 3 * index + month).filter((t) => t <= last);
  const count = Math.floor((start - first) / 3);
  return {
    before: Array.from({ length: count }, (_, index) => quarter(index - count)),
    after: Array.from({ length: Math.floor((last - start) / 3) + 1 }, (_, index) => quarter(index)),
  };
}

/** Over the months with a known outflow; null where there is none, or where the base FTE of one is not known or all are 0. */
function productivityOf(panel: UnitPanel, months: Quarter): number | null {
  let files = 0;
  let fte = 0;
  for (const t of months) {
    const outflow = outflowAt(panel, t);
    if (outflow === null) continue;
    files += outflow;
    fte += at(panel.fteBase, t) ?? NaN;
  }
  return fte > 0 ? files / fte : null;
}

/** A donor's productivity in the quarters of another unit; null when it is funded in one of the months, or cannot be shown not to be, or lacks a quarter. */
function donorPath(donor: UnitPanel, panel: UnitPanel, quarters: readonly Quarter[], months: Quarter): number[] | null {
  const places = new Map(donor.months.map((month, t) => [month, t]));
  const placesOf = (of: Quarter): Quarter => of.flatMap((t) => places.get(at(panel.months, t)) ?? []);
  const found = placesOf(months);
  const isUnfunded = (t: number): boolean => at(donor.fteFunded, t) === 0 && (at(donor.overtimeFunded, t) ?? 0) === 0;
  if (found.length < months.length || !found.every(isUnfunded)) return null;
  const path = quarters.flatMap((quarter) => productivityOf(donor, placesOf(quarter)) ?? []);
  return path.length === quarters.length ? path : null;
}

function findRefusal(
  panel: UnitPanel,
  before: readonly Quarter[],
  after: readonly Quarter[],
): CrossCheckRefusal | null {
  const isReported = (t: number): boolean => outflowAt(panel, t) !== null;
  const hasValue = (quarter: Quarter): boolean => productivityOf(panel, quarter) !== null;
  if (before.filter((quarter) => quarter.some(isReported)).length < fewestQuarters) return 'months_before_too_few';
  const months = after.flat().filter(isReported);
  if (months.length === 0) return 'no_reported_month_after';
  const isUnknown = months.some((t) => at(panel.fteBase, t) === null) || !after.some(hasValue);
  return isUnknown || before.filter(hasValue).length < fewestQuarters ? 'base_staff_unknown' : null;
}

/**
 * Quarterly productivity C / Fb of a unit and of its donors: units that are not funded inside the unit's window (never, or not yet) and have a value
 * in every quarter in which the unit has one. A quarter's value is taken over its reported months.
 * Source: Vigie method note, section 3 (c1).
 * @param start month from which the unit is funded; @param others months are found by name; the unit itself may be among them
 */
export function studyProductivity(
  panel: UnitPanel,
  window: Window,
  start: number,
  others: readonly UnitPanel[],
): ProductivityStudy | { readonly refusal: CrossCheckRefusal } {
  const all = quartersOf(window, start);
  const refusal = findRefusal(panel, all.before, all.after);
  if (refusal !== null) return { refusal };
  const hasValue = (quarter: Quarter): boolean => productivityOf(panel, quarter) !== null;
  const before = all.before.filter(hasValue);
  const quarters = [...before, ...all.after.filter(hasValue)];
  const months = [...all.before, ...all.after].flat();
  const donors = others.flatMap((donor) => {
    const path = donor.unitId === panel.unitId ? null : donorPath(donor, panel, quarters, months);
    return path === null ? [] : [{ unitId: donor.unitId, path }];
  });
  if (donors.length < fewestDonors) return { refusal: 'no_controls' };
  const own = quarters.map((quarter) => productivityOf(panel, quarter) ?? NaN);
  const study = {
    units: [panel.unitId, ...donors.map(({ unitId }) => unitId)],
    outcomes: [own, ...donors.map(({ path }) => path)],
    periodsBefore: before.length,
  };
  return { study, periodOfMonth: new Map(quarters.flatMap((quarter, period) => quarter.map((t) => [t, period]))) };
}
