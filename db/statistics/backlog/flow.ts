import { sumWhole } from '#contract/ground/amounts';
import type { Flow } from '#contract/statistics/backlog';
import { monthsBetween, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { staffingMeasure, type LedgerTerm, type WorkspaceKind } from '#contract/ground/codes';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readPanel, type Panel } from '../../ledger/unitMonths/panel.ts';
import { readRuleChanges } from './ruleChanges.ts';
import { blankMonthIn, runStock, stockMeasures } from './stock.ts';

const received = ['received', 'proactive', 'reopened', 'returned', 'transferred_in'] as const satisfies LedgerTerm[];
const closed = ['concluded', 'administrative', 'to_court', 'transferred_out'] as const satisfies LedgerTerm[];

export interface FlowAsked {
  readonly unitIds: readonly UnitId[];
  readonly from: Month;
  readonly to: Month;
  readonly kind: WorkspaceKind;
  /** Whether the caller may see how many are in post. */
  readonly withStaff: boolean;
}

/**
 * What came in and went out by month, summed over the units that reported every month from the first that any of them
 * has: a sum over other units each month would pass for a change.
 */
export async function readFlow(db: ReadDb, { unitIds, from, to, kind, withStaff }: FlowAsked): Promise<Flow> {
  const panel = await readPanel(db, unitIds, { to, measures: [...stockMeasures, ...staffingMeasure.options] });
  const stocks = new Map(unitIds.map((id) => [id, runStock(panel.of(id), to, blankMonthIn(kind))]));
  const first = [...stocks.values()]
    .flatMap((months) => months.find(({ month }) => month >= from)?.month ?? [])
    .sort()[0];
  const months = first === undefined ? [] : monthsBetween(first, to);
  const isWhole = (id: UnitId): boolean => {
    const own = (stocks.get(id) ?? []).filter(({ month }) => first !== undefined && month >= first);
    return own.length === months.length && own.every(({ closing }) => closing !== null);
  };
  const covered = months.length === 0 ? [] : unitIds.filter(isWhole);
  const sumOf = (ids: readonly UnitId[], terms: readonly LedgerTerm[]) =>
    months.map((month) => {
      const known = ids.flatMap((id) => stocks.get(id)?.find((each) => each.month === month)?.terms ?? []);
      return sumWhole(known.flatMap((each) => terms.map((term) => each[term])));
    });
  const changes = await readRuleChanges(db, covered);
  const staff = withStaff ? staffInPost(panel, covered, months) : null;
  return {
    months,
    received: sumOf(covered, received),
    closed: sumOf(covered, closed),
    reclassified: sumOf(covered, ['reclassified']),
    staff: staff && { ...staff, closed: sumOf(staff.units, closed) },
    covered,
    missing: unitIds.filter((id) => !covered.includes(id)),
    ruleChanges: changes.filter(({ month }) => months.includes(month)),
  };
}

/** The unit's own and the Strategy-funded together, of the units that have them in every month in which any unit has. */
function staffInPost(
  panel: Panel,
  unitIds: readonly string[],
  months: readonly Month[],
): { readonly units: UnitId[]; readonly fte: (number | null)[] } {
  const inPost = (id: string, month: Month): number | null =>
    sumWhole((['fte_base', 'fte_funded'] as const).map((measure) => panel.of(id).at(measure, month)?.value ?? null));
  const known = months.filter((month) => unitIds.some((id) => inPost(id, month) !== null));
  const units = unitIds.filter((id) => known.length > 0 && known.every((month) => inPost(id, month) !== null));
  return {
    units: units as UnitId[],
    fte: months.map((month) => (units.length === 0 ? null : sumWhole(units.map((id) => inPost(id, month))))),
  };
}
