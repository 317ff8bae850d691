import type { SealId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, flag, id, instant, text, version } from '../common/columns.ts';

/**
 * An act that took records out of everybody's sight, and the act that gave them back. It tells nothing of what they hold. Where these are of files
 * that may go to different units, each part has a row, all with the same number and instant.
 */
export const seal = sqliteTable(
  'seal',
  {
    id: id<SealId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    /** Names the records where their own numbers may not be said. */
    number: clear('number').notNull(),
    basis: clear('basis').notNull(),
    /** The order's number, or whatever else it rests on. */
    reference: text('reference'),
    reason: text('reason').notNull(),
    /** A person within a file that stays in sight. */
    ofPerson: flag('of_person').notNull(),
    /** How many referrals went with the file. */
    referrals: integer('referrals').notNull(),
    sealedOn: civilDate('sealed_on').notNull(),
    at: instant('at').notNull(),
    byUser: clear('by_user').notNull(),
    unsealedAt: instant('unsealed_at'),
    unsealedBy: clear('unsealed_by'),
    /** By whose authority they were given back, and why. */
    unsealAuthority: text('unseal_authority'),
    unsealReason: text('unseal_reason'),
  },
  (table) => [index('seal_unit').on(table.unitId, table.at)],
);

/** What no reading connection shows: the id of a referral, an investigation, a person, a note or a correction. Figures count it still. */
export const sealedItem = sqliteTable(
  'sealed_item',
  {
    itemId: clear('item_id').primaryKey(),
    version: version(),
    /** The seal, or the purge that left no more than a number to count. */
    sealId: clear('seal_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    kind: clear('kind').notNull(),
    /** Where a person alone is sealed: the file that shows that somebody is. */
    shownIn: clear('shown_in'),
    /** Its place in the search, where it comes back to. */
    searchNumber: integer('search_number'),
  },
  (table) => [index('sealed_item_seal').on(table.sealId), index('sealed_item_shown').on(table.shownIn)],
);

/** Links of the audit chain whose values are hidden with the records that they are of. */
export const sealedValue = sqliteTable(
  'sealed_value',
  {
    sequence: integer('sequence').primaryKey(),
    version: version(),
    sealId: clear('seal_id').notNull(),
  },
  (table) => [index('sealed_value_seal').on(table.sealId)],
);
