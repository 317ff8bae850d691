import type { InvestigationId, ReassignmentId, UnitId, UserId } from '#contract/ground/ids';
import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, instant, text, version } from '../common/columns.ts';

/** What comes next in a file, in a sentence of its lead. */
export const nextStep = sqliteTable('next_step', {
  investigationId: clear<InvestigationId>('investigation_id').primaryKey(),
  version: version(),
  unitId: clear<UnitId>('unit_id').notNull(),
  text: text('text').notNull(),
  at: instant('at').notNull(),
  userId: clear('user_id').notNull(),
});

/** What an officer who leaves a unit leaves to the next one. */
export const handover = sqliteTable(
  'handover',
  {
    userId: clear('user_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    version: version(),
    leavesOn: civilDate('leaves_on'),
    trainingNotes: text('training_notes'),
    /** The day on which the onboarding document was given to the successor. */
    documentOn: civilDate('document_on'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.unitId] })],
);

/** Work that was given from one officer to another in one act. */
export const reassignment = sqliteTable(
  'reassignment',
  {
    id: id<ReassignmentId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    fromUser: clear<UserId>('from_user').notNull(),
    toUser: clear<UserId>('to_user').notNull(),
    on: civilDate('on_date').notNull(),
    at: instant('at').notNull(),
    byUser: clear('by_user').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('reassignment_from').on(table.fromUser, table.unitId)],
);

export const reassignedItem = sqliteTable(
  'reassigned_item',
  {
    reassignmentId: clear<ReassignmentId>('reassignment_id').notNull(),
    itemId: clear('item_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    version: version(),
    /** `investigation`, `referral`, `task` or `hearing`. */
    kind: clear('kind').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reassignmentId, table.itemId] })],
);
