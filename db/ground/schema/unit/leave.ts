import type { LeaveId, UnitId, UserId } from '#contract/ground/ids';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, version } from '../common/columns.ts';

/** Days on which an officer is away from a unit, and who acts meanwhile. Never why; no figure counts it. */
export const leave = sqliteTable(
  'leave',
  {
    id: id<LeaveId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    userId: clear<UserId>('user_id').notNull(),
    fromOn: civilDate('from_on').notNull(),
    untilOn: civilDate('until_on').notNull(),
    coverId: clear<UserId>('cover_id').notNull(),
    madeBy: clear<UserId>('made_by').notNull(),
  },
  (table) => [index('leave_until').on(table.untilOn)],
);
