import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, id, instant, version } from './columns.ts';

export const user = sqliteTable(
  'user',
  {
    id: id(),
    version: version(),
    login: text('login').notNull(),
    displayName: text('display_name').notNull(),
    disabled: flag('disabled').notNull().default(false),
  },
  (table) => [uniqueIndex('user_login').on(table.login)],
);

export const userRole = sqliteTable(
  'user_role',
  { userId: text('user_id').notNull(), role: text('role').notNull(), version: version() },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

export const userUnit = sqliteTable(
  'user_unit',
  { userId: text('user_id').notNull(), unitId: text('unit_id').notNull(), version: version() },
  (table) => [primaryKey({ columns: [table.userId, table.unitId] })],
);

/** A grant of roles that waits for a second administrator. */
export const approval = sqliteTable(
  'approval',
  {
    id: id(),
    version: version(),
    userId: text('user_id').notNull(),
    roles: text('roles', { mode: 'json' }).$type<readonly string[]>().notNull(),
    unitIds: text('unit_ids', { mode: 'json' }).$type<readonly string[]>().notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    accepted: flag('accepted'),
  },
  (table) => [index('approval_open').on(table.decidedAt)],
);
