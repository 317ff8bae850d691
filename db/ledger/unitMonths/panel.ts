import type { UnitId } from '#contract/ground/ids';
import { and, asc, gte, inArray, lte, sql } from 'drizzle-orm';
import { ledgerTerm, type Measure, type ValueSource, type ValueStatus } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { groupsBy } from '../../ground/kernel/groups.ts';
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

/** One unit's part of the panel, by month, and looked up by measure and month. */
export interface UnitCells {
  readonly unitId: string;
  readonly all: readonly PanelCell[];
  readonly at: (measure: Measure, month: Month) => PanelCell | undefined;
}

export interface Panel {
  readonly cells: readonly PanelCell[];
  /** A unit of which nothing is known has no cells. */
  readonly of: (unitId: string) => UnitCells;
}

/** Measures whose missing row in a month that was counted means zero: their zero needs no word of its own. */
const impliedByCounting: readonly Measure[] = [
  ...ledgerTerm.options,
  'referrals_bundled',
  'investigations_opened',
  'investigations_concluded',
  'concluded_at_court',
];

function cellsOf(unitId: string, all: readonly PanelCell[]): UnitCells {
  const index = new Map(all.map((cell) => [`${cell.measure} ${cell.month}`, cell]));
  return { unitId, all, at: (measure, month) => index.get(`${measure} ${month}`) };
}

export function panelOf(cells: readonly PanelCell[]): Panel {
  const groups = groupsBy(cells, (cell) => cell.unitId);
  const units = new Map([...groups].map(([unitId, all]) => [unitId, cellsOf(unitId, all)]));
  return { cells, of: (unitId) => units.get(unitId) ?? cellsOf(unitId, []) };
}

// One row a month instead of one a cell, which takes a third of the time. SQLite prints a missing number as zero: it is left out.
const packedCells = sql<string>`group_concat(${unitMonth.measure} || ' ' || ${unitMonth.status} || ' ' || ${unitMonth.source} || ' '
  || coalesce(${unitMonth.packId}, '') || ' ' || case when ${unitMonth.value} is null then '' else printf('%!.17g', ${unitMonth.value}) end, ',')`;

/** A zero that was confirmed is a complete count while something is counted. */
export function statusOf(status: ValueStatus, value: number | null): ValueStatus {
  return status === 'zero_confirmed' && value !== 0 ? 'complete' : status;
}

/** Blank is never zero: a status that is not a value hides its count. */
function unpack(unitId: string, month: Month, packed: string): readonly PanelCell[] {
  return packed.split(',').map((cell) => {
    const [measure, status, source, packId, value] = cell.split(' ') as [
      Measure,
      ValueStatus,
      ValueSource,
      string,
      string,
    ];
    const shown = value === '' || status === 'not_available' ? null : Number(value);
    return { unitId, month, measure, value: shown, status: statusOf(status, shown), source, packId: packId || null };
  });
}

/** A month in which a unit counted anything is reported: what it did not count in the ledger was zero. */
function withImpliedZeros(cells: readonly PanelCell[], measures: readonly Measure[]): readonly PanelCell[] {
  const witness = cells.find((cell) => cell.source === 'counted' && measures.includes(cell.measure));
  if (!witness) return cells;
  const missing = measures.filter((measure) => cells.every((cell) => cell.measure !== measure));
  return [...cells, ...missing.map((measure) => ({ ...witness, measure, value: 0, status: 'complete' as const }))];
}

export interface PanelSpan {
  /** From the first known month where it is left out. */
  readonly from?: Month;
  readonly to: Month;
  /** All where it is left out. */
  readonly measures?: readonly Measure[];
}

/** Every cell that is known of the units. Arrests, charges and staffing are there only where they were counted, declared or confirmed. */
export async function readPanel(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly UnitId[],
  { from, to, measures }: PanelSpan,
): Promise<Panel> {
  const rows = await db
    .select({ unitId: unitMonth.unitId, month: unitMonth.month, packed: packedCells })
    .from(unitMonth)
    .where(
      and(
        inArray(unitMonth.unitId, [...unitIds]),
        from && gte(unitMonth.month, from),
        lte(unitMonth.month, to),
        measures && inArray(unitMonth.measure, [...measures]),
      ),
    )
    .groupBy(unitMonth.unitId, unitMonth.month)
    .orderBy(asc(unitMonth.unitId), asc(unitMonth.month));
  const implied = impliedByCounting.filter((measure) => !measures || measures.includes(measure));
  return panelOf(rows.flatMap(({ unitId, month, packed }) => withImpliedZeros(unpack(unitId, month, packed), implied)));
}
