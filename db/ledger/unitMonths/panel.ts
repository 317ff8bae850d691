import { and, gte, inArray, lte } from 'drizzle-orm';
import { ledgerTerm, type Measure, type ValueSource, type ValueStatus } from '#contract/ground/codes';
import { monthsBetween, type Month } from '#contract/ground/dates';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

export interface PanelCell {
  readonly unitId: string;
  readonly month: Month;
  readonly measure: Measure;
  readonly value: number | null;
  readonly status: ValueStatus;
  readonly source: ValueSource;
  readonly packId: string | null;
}

/** Measures whose missing row in a month that was counted means zero: their zero needs no word of its own. */
const impliedByCounting: readonly Measure[] = [
  ...ledgerTerm.options,
  'referrals_bundled',
  'investigations_opened',
  'investigations_concluded',
  'concluded_at_court',
];

/** Blank is never zero: a status that is not a value hides the count that stands beside it. */
function knownValue(value: number | null, status: string): number | null {
  return status === 'not_available' ? null : value;
}

/**
 * Every cell that is known between two months. A month in which a unit counted anything is reported: what it did not
 * count in the ledger was zero. Arrests, charges and staffing are there only where they were counted, declared or confirmed.
 */
export async function readPanel(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly string[],
  from: Month,
  to: Month,
): Promise<readonly PanelCell[]> {
  const rows = await db
    .select()
    .from(unitMonth)
    .where(and(inArray(unitMonth.unitId, [...unitIds]), gte(unitMonth.month, from), lte(unitMonth.month, to)));
  const cells = rows.map((row) => ({
    unitId: row.unitId,
    month: row.month as Month,
    measure: row.measure as Measure,
    value: knownValue(row.value, row.status),
    status: row.status as ValueStatus,
    source: row.source as ValueSource,
    packId: row.packId,
  }));
  return [...cells, ...impliedZeros(cells, from, to)];
}

function impliedZeros(cells: readonly PanelCell[], from: Month, to: Month): readonly PanelCell[] {
  const held = new Set(cells.map((cell) => `${cell.unitId} ${cell.month} ${cell.measure}`));
  const counted = new Map<string, PanelCell>();
  for (const cell of cells) {
    if (impliedByCounting.includes(cell.measure) && cell.source === 'counted')
      counted.set(`${cell.unitId} ${cell.month}`, cell);
  }
  const units = [...new Set(cells.map((cell) => cell.unitId))];
  return units.flatMap((unitId) =>
    monthsBetween(from, to).flatMap((month) => {
      const witness = counted.get(`${unitId} ${month}`);
      if (!witness) return [];
      return impliedByCounting
        .filter((measure) => !held.has(`${unitId} ${month} ${measure}`))
        .map((measure) => ({ ...witness, measure, value: 0, status: 'complete' as const }));
    }),
  );
}
