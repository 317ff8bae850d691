import type { UnitId } from '#contract/ground/ids';
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import {
  caseMeasure,
  ledgerTerm,
  outcomeMeasure,
  type Measure,
  type ValueSource,
  type ValueStatus,
} from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { isNotKept, readNotKept } from './notKept.ts';
import { statusOf } from './panel.ts';

export const unitMonthReads: { readonly 'unitMonths.grid': ReadHandler<'unitMonths.grid'> } = {
  'unitMonths.grid': async (db, input) => {
    const rows = await db
      .select()
      .from(unitMonth)
      .where(
        and(
          eq(unitMonth.unitId, input.unitId),
          inArray(unitMonth.measure, input.measures),
          gte(unitMonth.month, input.from),
          lte(unitMonth.month, input.to),
        ),
      )
      .orderBy(asc(unitMonth.month), asc(unitMonth.measure));
    return {
      cells: rows.map((row) => ({
        unitId: input.unitId,
        month: row.month,
        measure: row.measure,
        value: row.value,
        status: statusOf(row.status, row.value),
        source: row.source,
        version: row.version,
      })),
    };
  },
};

const countedMeasures: readonly Measure[] = [...ledgerTerm.options, ...outcomeMeasure.options, ...caseMeasure.options];

type Cell = { readonly unitId: UnitId; readonly measure: Measure; readonly month: Month };

async function heldCell(tx: WriteTx, cell: Cell) {
  const [held] = await tx
    .select()
    .from(unitMonth)
    .where(
      and(eq(unitMonth.unitId, cell.unitId), eq(unitMonth.measure, cell.measure), eq(unitMonth.month, cell.month)),
    );
  return held;
}

async function putCell(
  tx: WriteTx,
  cell: Cell & { value: number | null; status: ValueStatus; source: ValueSource },
): Promise<void> {
  const held = await heldCell(tx, cell);
  const set = { value: cell.value, status: cell.status, source: cell.source, version: (held?.version ?? 0) + 1 };
  await tx
    .insert(unitMonth)
    .values({ ...cell, ...set })
    .onConflictDoUpdate({ target: [unitMonth.unitId, unitMonth.month, unitMonth.measure], set });
}

/** A value and its status must say the same: null is not available, and a zero is confirmed. */
function statusFor(value: number | null, status: ValueStatus): ValueStatus {
  if (value === null) {
    if (status !== 'not_available')
      throw new StoreFailure('invalid_input', undefined, [{ path: 'cells', code: 'value_missing' }]);
    return status;
  }
  if (status === 'not_available')
    throw new StoreFailure('invalid_input', undefined, [{ path: 'cells', code: 'value_unexpected' }]);
  if (value === 0) return 'zero_confirmed';
  return status === 'zero_confirmed' ? 'complete' : status;
}

export const unitMonthWrites: {
  readonly [M in 'staffing.save' | 'unitMonths.confirm']: WriteHandler<M>;
} = {
  'staffing.save': async (tx, input) => {
    const changes = [];
    for (const cell of input.cells) {
      const key = { unitId: input.unitId, measure: cell.measure, month: cell.month };
      const before = await heldCell(tx, key);
      const status = statusFor(cell.value, cell.status);
      await putCell(tx, { ...key, value: cell.value, status, source: 'declared' });
      changes.push({ field: `${cell.measure} ${cell.month}`, before: before?.value ?? null, after: cell.value });
    }
    return {
      output: {},
      audit: { subject: { kind: 'unit', id: input.unitId }, changes, facts: { cells: input.cells.length } },
    };
  },

  'unitMonths.confirm': async (tx, input) => {
    const declared = await readNotKept(tx, [input.unitId]);
    for (const measure of input.measures ?? countedMeasures) {
      const key = { unitId: input.unitId, measure, month: input.month };
      // Of what the unit does not keep nothing is confirmed, least of all a zero.
      if (isNotKept(declared, key)) continue;
      const held = await heldCell(tx, key);
      const value = held?.value ?? 0;
      const status = input.status === 'complete' && value === 0 ? 'zero_confirmed' : input.status;
      await putCell(tx, { ...key, value, status, source: 'counted' });
    }
    return {
      output: {},
      audit: { subject: { kind: 'unit', id: input.unitId }, facts: { month: input.month, status: input.status } },
    };
  },
};
