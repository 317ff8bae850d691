import type { CorrectedRecord, CorrectionAct } from '#contract/ground/codes';
import type { CaseFile, CorrectionId, PersonId, UnitId, UserId } from '#contract/ground/ids';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, json, sealed, text, version } from '../common/columns.ts';

/** Every correction of a recorded fact. None is removed: the earlier value is a record of the file like any other. */
export const correction = sqliteTable(
  'correction',
  {
    id: id<CorrectionId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    record: clear<CorrectedRecord>('record').notNull(),
    recordId: clear('record_id').notNull(),
    /** Whose identifier it is: sealed, the person takes what it said along. */
    personId: clear<PersonId>('person_id'),
    act: clear<CorrectionAct>('act').notNull(),
    /** The whole row as it was. */
    before: json<Readonly<Record<string, unknown>>>('before').notNull(),
    /** The facts that took its place; null where it was taken out or put back, and of what was corrected before this was kept. */
    after: json<Readonly<Record<string, unknown>>>('after'),
    /** The months whose counts it moved. */
    months: json<readonly string[]>('months', 'clear').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    by: clear<UserId>('by').notNull(),
    /** Until when a second person looks at it; null where none has to. */
    reviewDueAt: instant('review_due_at'),
    reviewedAt: instant('reviewed_at'),
    reviewedBy: clear<UserId>('reviewed_by'),
    reviewNote: text('review_note'),
  },
  (table) => [
    index('correction_file').on(table.fileId, table.at),
    index('correction_record').on(table.recordId),
    index('correction_due').on(table.reviewedAt, table.reviewDueAt, table.unitId),
  ],
);

/** The quarters of which the unit has given a signed pack: what changes in one of them is due in another pack. */
export const issuedPack = sqliteTable('issued_pack', {
  /** As of a period: `2026-Q3`. */
  quarter: clear('quarter').primaryKey(),
  version: version(),
  exportedAt: instant('exported_at').notNull(),
  /** The hash of what the pack says of the quarter's months; null of one that was given before this was kept. */
  figures: sealed('figures'),
});

/** Whether a second person has to look at it still. */
export const isToReview = ({
  reviewDueAt,
  reviewedAt,
}: Pick<typeof correction.$inferSelect, 'reviewDueAt' | 'reviewedAt'>): boolean =>
  reviewDueAt !== null && reviewedAt === null;

/** Whether no second person has looked at it: a note of its author says only why nobody could. */
export const isNotReviewed = (
  row: Pick<typeof correction.$inferSelect, 'reviewDueAt' | 'reviewedAt' | 'reviewedBy' | 'by'>,
): boolean => row.reviewDueAt !== null && (row.reviewedAt === null || row.reviewedBy === row.by);
