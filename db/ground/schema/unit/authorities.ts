import type { AuthorityId, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, flag, id, instant, keyed, text, version } from '../common/columns.ts';

/** A dated legal fact of a file: warrant, order, demand, seizure, application, proceedings. Its kind is a code of the catalogue. */
export const authority = sqliteTable(
  'authority',
  {
    id: id<AuthorityId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    kind: clear('kind').notNull(),
    variant: clear('variant'),
    startedOn: civilDate('started_on').notNull(),
    /** The document's own number. */
    reference: text('reference'),
    /** On whom: the provider, the person seized from. */
    heldBy: text('held_by'),
    /** The data or things concerned, in words. */
    concerning: text('concerning'),
    /** Folded from the facts that a file may have once; null where nothing is so limited, or the entry was a mistake. */
    onceKey: keyed('once_key'),
    servedOn: civilDate('served_on'),
    /** The date that the document itself bears. */
    dueOn: civilDate('due_on'),
    doneOn: civilDate('done_on'),
    endedOn: civilDate('ended_on'),
    endReason: clear('end_reason'),
    deductedDays: integer('deducted_days'),
    /** The authority that this one is under. */
    underId: clear<AuthorityId>('under_id'),
    /** 1 while a clock of it may still be due. */
    watched: flag('watched').notNull(),
    /** Whom of the file it concerns, and where it is carried out. */
    personId: clear<PersonId>('person_id'),
    place: text('place'),
    ...entered(),
  },
  (table) => [
    index('authority_file').on(table.investigationId, table.startedOn),
    index('authority_watched').on(table.watched, table.unitId),
    index('authority_under').on(table.underId),
    index('authority_person').on(table.personId),
    uniqueIndex('authority_once').on(table.investigationId, table.onceKey),
  ],
);

/** Every decision about a computed date, with its reason; the latest of a rule holds and none is removed. */
export const clockOverride = sqliteTable(
  'clock_override',
  {
    id: id(),
    version: version(),
    authorityId: clear<AuthorityId>('authority_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    ruleId: clear('rule_id').notNull(),
    /** `date`, `none` or `computed`: the rule's own date again. */
    decision: clear('decision').notNull(),
    dueOn: civilDate('due_on'),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    userId: clear('user_id').notNull(),
  },
  (table) => [uniqueIndex('clock_override_position').on(table.authorityId, table.position)],
);

/** A number that the law leaves to the unit, or that is about to change, from a day on. */
export const clockParameter = sqliteTable(
  'clock_parameter',
  {
    id: id(),
    version: version(),
    code: clear('code').notNull(),
    validFrom: civilDate('valid_from').notNull(),
    /** Null: no number from that day on. */
    value: integer('value'),
    setAt: instant('set_at').notNull(),
    setBy: clear('set_by').notNull(),
  },
  (table) => [uniqueIndex('clock_parameter_from').on(table.code, table.validFrom)],
);

/** Days, other than Saturdays and Sundays, on which the unit's courts and registries are closed. */
export const closedDay = sqliteTable('closed_day', {
  on: civilDate('on_date').primaryKey(),
  version: version(),
});
