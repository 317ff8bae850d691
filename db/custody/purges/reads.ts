import { asc, desc, eq } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Session } from '#contract/store/session';
import type { PurgeRow } from '#contract/custody/purges';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { RetentionClass } from '#contract/custody/retention';
import { displayNames } from '../../accounts/people/names.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { purge, purgeRequest } from '../../ground/schema/unit/purges.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { deciders } from '../../store/rights/secondPerson.ts';
import { findSetting } from '../../store/settings.ts';
import { hiddenReturns } from './returned.ts';
import { dayOf } from '../../ground/kernel/days.ts';

const mostRows = 500;

/** Whose purges are listed: numbers are a unit's own. Null: every unit's, for who administers. */
function unitsListed({ roles, unitIds }: Session, unitId: UnitId | undefined): readonly UnitId[] | null {
  if (unitId !== undefined) return [unitId];
  return roles.includes('administrator') ? null : unitIds;
}

const within = (column: SQLiteColumn, units: readonly UnitId[] | null) =>
  units === null ? undefined : isAmong(column, units);

/** What was purged, the latest first. */
export async function purgeRows(db: ReadDb, units: readonly UnitId[] | null): Promise<PurgeRow[]> {
  const rows = await db
    .select()
    .from(purge)
    .where(within(purge.unitId, units))
    .orderBy(desc(purge.purgedAt), desc(purge.id))
    .limit(mostRows);
  const names = await displayNames(db);
  return rows.map((row) => ({
    ...pick(row, 'id', 'unitId', 'number', 'concludedOn', 'dueOn', 'years', 'rows'),
    kind: row.fileKind,
    class: row.class as RetentionClass | null,
    approvedBy: row.approvedBy === null ? null : (names.get(row.approvedBy) ?? ''),
    purgedBy: names.get(row.purgedBy) ?? '',
    purgedOn: dayOf(row.purgedAt),
  }));
}

/** When the last purge of a day was carried out, of those that the unit has. A backup made later holds none of them. */
export async function lastPurge(db: ReadDb, unitId: UnitId, on: CivilDate): Promise<number> {
  const rows = await db.select({ at: purge.purgedAt }).from(purge).where(eq(purge.unitId, unitId));
  return Math.max(...rows.map(({ at }) => at).filter((at) => dayOf(at) === on));
}

export const purgeReads: { readonly 'purges.list': ReadHandler<'purges.list'> } = {
  'purges.list': async (db, { filter: { unitId } }, { session }) => {
    const units = unitsListed(session, unitId);
    const rejectedAt = await findSetting(db, 'purgeMarksRejectedAt');
    const requests = await db
      .select()
      .from(purgeRequest)
      .where(within(purgeRequest.unitId, units))
      .orderBy(asc(purgeRequest.dueOn), asc(purgeRequest.number))
      .limit(mostRows);
    const names = await displayNames(db);
    return {
      requests: requests.map((row) => ({
        ...pick(row, 'id', 'version', 'unitId'),
        kind: row.fileKind,
        ...pick(row, 'number', 'concludedOn', 'dueOn'),
        class: row.class as RetentionClass,
        years: row.years,
        approvedBy: names.get(row.approvedBy) ?? '',
        approvedOn: dayOf(row.approvedAt),
        isOwn: row.approvedBy === session.user.id,
      })),
      purges: await purgeRows(db, units),
      isOn: (await deciders(db)).length > 1,
      returned: (await hiddenReturns(db)).length,
      marksRejectedOn: rejectedAt === null ? null : dayOf(rejectedAt),
    };
  },
};
