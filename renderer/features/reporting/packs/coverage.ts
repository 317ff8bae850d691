import type { Quarter } from '#contract/ground/dates';
import type { PackRecord } from '#contract/reporting/packs';
import type { Unit } from '#contract/accounts/people';
import { isSameQuarter } from '../../../lib/fiscal.ts';

export interface CoverageRow {
  readonly code: string;
  readonly name: Unit['name'];
  /** The pack in force for each quarter; null where there is none. */
  readonly packs: readonly (PackRecord | null)[];
}

/** Each unit against each quarter. A unit that only a pack names is listed as well. */
export function coverageOf(
  units: readonly Unit[],
  packs: readonly PackRecord[],
  quarters: readonly Quarter[],
): readonly CoverageRow[] {
  const names = new Map<string, Unit['name']>();
  for (const unit of packs.flatMap((pack) => pack.units)) names.set(unit.code, unit.name);
  for (const unit of units) if (unit.active) names.set(unit.code, unit.name);
  const inForce = packs.filter((pack) => !pack.superseded);
  const held = (code: string, quarter: Quarter) =>
    inForce.find((pack) => isSameQuarter(pack.quarter, quarter) && pack.units.some((unit) => unit.code === code)) ??
    null;
  return [...names]
    .sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }))
    .map(([code, name]) => ({ code, name, packs: quarters.map((quarter) => held(code, quarter)) }));
}
