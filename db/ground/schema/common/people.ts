import type { PassphraseBy, Role, WaitingKind } from '#contract/ground/codes';
import type { ApprovalId, UnitId, UserId } from '#contract/ground/ids';
import { index, integer, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, flag, id, instant, json, text, version } from './columns.ts';

export const user = sqliteTable(
  'user',
  {
    id: id<UserId>(),
    version: version(),
    login: clear('login').notNull(),
    displayName: text('display_name').notNull(),
    /** Removed for good: the key was changed and no slot is left. */
    disabled: flag('disabled').notNull().default(false),
    /** Refused at sign-in for now; the slot stays until the lasting removal. */
    suspended: flag('suspended').notNull().default(false),
    /** Who chose the passphrase. Nobody approves anything with one that another person knows. */
    passphraseBy: clear<PassphraseBy>('passphrase_by').notNull().default('self'),
  },
  (table) => [uniqueIndex('user_login').on(table.login)],
);

export const userRole = sqliteTable(
  'user_role',
  { userId: clear<UserId>('user_id').notNull(), role: clear<Role>('role').notNull(), version: version() },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

export const userUnit = sqliteTable(
  'user_unit',
  { userId: clear<UserId>('user_id').notNull(), unitId: clear<UnitId>('unit_id').notNull(), version: version() },
  (table) => [primaryKey({ columns: [table.userId, table.unitId] })],
);

/** What waits for a second person: rights, a lasting removal, or the confirmation of what one person did alone. */
export const approval = sqliteTable(
  'approval',
  {
    id: id<ApprovalId>(),
    version: version(),
    userId: clear<UserId>('user_id').notNull(),
    kind: clear<WaitingKind>('kind').notNull().default('grant'),
    /** The person's version when it was asked; another one now means that circumstances changed. */
    userVersion: integer('user_version'),
    /** Of a grant; otherwise empty. */
    roles: json<readonly Role[]>('roles', 'clear').notNull(),
    unitIds: json<readonly UnitId[]>('unit_ids', 'clear').notNull(),
    requestedBy: clear('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** Of a confirmation: why one person did it alone. */
    reason: text('reason'),
    /** Of a confirmation: until when a second person is to give it. */
    dueAt: instant('due_at'),
    decidedBy: clear('decided_by'),
    decidedAt: instant('decided_at'),
    accepted: flag('accepted'),
  },
  (table) => [index('approval_open').on(table.decidedAt)],
);
