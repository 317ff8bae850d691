import type { UnitId } from '#contract/ground/ids';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Measure } from '#contract/ground/codes';
import { monthsBetween, type Month } from '#contract/ground/dates';
import { keepableMeasure, type KeepableMeasure } from '#contract/ledger/notKept';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { measureNotKept } from '../../ground/schema/unit/notKept.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import type { PanelCell } from './panel.ts';

export interface Declared {
  readonly unitId: string;
  readonly measure: KeepableMeasure;
  readonly from: Month;
  readonly version: number;
}

/** What each unit has declared that it does not keep. Of a unit's workspace: a coordination workspace has the word of the packs. */
export async function readNotKept(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly UnitId[],
): Promise<readonly Declared[]> {
  const rows = await db
    .select()
    .from(measureNotKept)
    .where(inArray(measureNotKept.unitId, [...unitIds]))
    .orderBy(asc(measureNotKept.unitId), asc(measureNotKept.measure));
  return rows.map(({ unitId, measure, fromMonth, version }) => ({
    unitId,
    measure: keepableMeasure.parse(measure),
    from: fromMonth,
    version,
  }));
}

/** Whether a unit has said that it does not keep a measure in a month. */
export function isNotKept(
  declared: readonly Declared[],
  { unitId, measure, month }: { readonly unitId: string; readonly measure: Measure; readonly month: Month },
): boolean {
  return declared.some((each) => each.unitId === unitId && each.measure === measure && each.from <= month);
}

/**
 * The panel as the units declare it: of what a unit does not keep every month up to the last says that it is not available, also
 * one in which something was counted or a zero confirmed.
 */
export function withoutNotKept(
  cells: readonly PanelCell[],
  declared: readonly Declared[],
  last: Month,
): readonly PanelCell[] {
  const blanks = declared.flatMap(({ unitId, measure, from }) =>
    (from > last ? [] : monthsBetween(from, last)).map((month): PanelCell => ({
      unitId,
      month,
      measure,
      value: null,
      status: 'not_available',
      source: 'declared',
      packId: null,
    })),
  );
  return [...cells.filter((cell) => !isNotKept(declared, cell)), ...blanks];
}

export const notKeptReads: { readonly 'unitMonths.notKept': ReadHandler<'unitMonths.notKept'> } = {
  'unitMonths.notKept': async (db, { unitId }) => ({
    measures: (await readNotKept(db, [unitId])).map(({ measure, from, version }) => ({ measure, from, version })),
  }),
};

export const notKeptWrites: { readonly 'unitMonths.declareNotKept': WriteHandler<'unitMonths.declareNotKept'> } = {
  'unitMonths.declareNotKept': async (tx, { unitId, measure, from, version }, { session, clock }) => {
    const where = and(eq(measureNotKept.unitId, unitId), eq(measureNotKept.measure, measure));
    const [held] = await tx.select().from(measureNotKept).where(where);
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    if (from === null) await tx.delete(measureNotKept).where(where);
    else {
      const row = {
        fromMonth: from,
        version: (version ?? 0) + 1,
        declaredAt: clock.now(),
        declaredBy: session.user.id,
      };
      await tx
        .insert(measureNotKept)
        .values({ unitId, measure, ...row })
        .onConflictDoUpdate({ target: [measureNotKept.unitId, measureNotKept.measure], set: row });
    }
    return {
      output: {},
      audit: {
        subject: { kind: 'unit', id: unitId },
        changes: [{ field: `not_kept ${measure}`, before: held?.fromMonth ?? null, after: from }],
      },
    };
  },
};
