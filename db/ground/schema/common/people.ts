import type { Role } from '#contract/ground/codes';
import type { ApprovalId, UnitId, UserId } from '#contract/ground/ids';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, id, instant, json, text, version } from './columns.ts';

export const user = sqliteTable(
  'user',
  {
    id: id<UserId>(),
    version: version(),
    login: text('login').notNull(),
    displayName: text('display_name').notNull(),
    disabled: flag('disabled').notNull().default(false),
  },
  (table) => [uniqueIndex('user_login').on(table.login)],
);

export const userRole = sqliteTable(
  'user_role',
  { userId: text<UserId>('user_id').notNull(), role: text<Role>('role').notNull(), version: version() },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

export const userUnit = sqliteTable(
  'user_unit',
  { userId: text<UserId>('user_id').notNull(), unitId: text<UnitId>('unit_id').notNull(), version: version() },
  (table) => [primaryKey({ columns: [table.userId, table.unitId] })],
);

/** A grant of roles that waits for a second administrator. */
export const approval = sqliteTable(
  'approval',
  {
    id: id<ApprovalId>(),
    version: version(),
    userId: text<UserId>('user_id').notNull(),
    roles: json<readonly Role[]>('roles').notNull(),
    unitIds: json<readonly UnitId[]>('unit_ids').notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    accepted: flag('accepted'),
  },
  (table) => [index('approval_open').on(table.decidedAt)],
);
