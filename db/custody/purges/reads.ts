import { asc, desc, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { PurgeRequestId, UnitId } from '#contract/ground/ids';
import type { RetentionClass } from '#contract/custody/retention';
import { user } from '../../ground/schema/common/people.ts';
import { purge, purgeRequest } from '../../ground/schema/unit/purges.ts';
import type { ReadHandler } from '../../store/types.ts';
import { dayOf } from '../../ground/kernel/days.ts';

const mostRows = 500;

export const purgeReads: { readonly 'purges.list': ReadHandler<'purges.list'> } = {
  'purges.list': async (db, { filter: { unitId } }, { session }) => {
    const requests = await db
      .select()
      .from(purgeRequest)
      .where(unitId === undefined ? undefined : eq(purgeRequest.unitId, unitId))
      .orderBy(asc(purgeRequest.dueOn), asc(purgeRequest.number))
      .limit(mostRows);
    const purges = await db
      .select()
      .from(purge)
      .where(unitId === undefined ? undefined : eq(purge.unitId, unitId))
      .orderBy(desc(purge.purgedAt), desc(purge.id))
      .limit(mostRows);
    const names = new Map((await db.select().from(user)).map((each) => [each.id, each.displayName]));
    return {
      requests: requests.map((row) => ({
        id: row.id as PurgeRequestId,
        version: row.version,
        unitId: row.unitId as UnitId,
        kind: row.fileKind as 'investigation' | 'referral',
        number: row.number,
        concludedOn: row.concludedOn as CivilDate,
        dueOn: row.dueOn as CivilDate,
        class: row.class as RetentionClass,
        years: row.years,
        approvedBy: names.get(row.approvedBy) ?? '',
        approvedOn: dayOf(row.approvedAt),
        isOwn: row.approvedBy === session.user.id,
      })),
      purges: purges.map((row) => ({
        id: row.id,
        unitId: row.unitId as UnitId,
        kind: row.fileKind as 'investigation' | 'referral',
        concludedOn: row.concludedOn as CivilDate,
        dueOn: row.dueOn as CivilDate | null,
        class: row.class as RetentionClass | null,
        years: row.years,
        approvedBy: row.approvedBy === null ? null : (names.get(row.approvedBy) ?? ''),
        purgedBy: names.get(row.purgedBy) ?? '',
        purgedOn: dayOf(row.purgedAt),
        rows: row.rows,
      })),
    };
  },
};
