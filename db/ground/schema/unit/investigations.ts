import type { ChargeStage, Disposition, WaitingState } from '#contract/ground/codes';
import type { ArrestId, ChargeId, InvestigationId, PersonId, ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { index, integer, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, flag, id, instant, text, version } from '../common/columns.ts';

export const investigation = sqliteTable(
  'investigation',
  {
    id: id<InvestigationId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    number: clear('number', { found: 'byPart' }).notNull(),
    /** What the team calls it, and in one line what it is about. */
    title: text('title', { found: 'byWord' }),
    subject: text('subject', { found: 'byWord' }),
    openedOn: civilDate('opened_on').notNull(),
    /** How the file came to be: `proactive`, `carried` over from a referral, `further` from a referral that has one, or `transferred` from another unit. */
    origin: clear('origin').notNull(),
    lead: clear<UserId>('lead_user_id'),
    waiting: clear<WaitingState>('waiting').notNull(),
    waitingSince: civilDate('waiting_since').notNull(),
    waitingOn: text('waiting_on', { found: 'byWord' }),
    open: flag('open').notNull(),
    concludedOn: civilDate('concluded_on'),
    /** The day on which another unit or service took it over; it is then over here, and never reopened. */
    transferredOn: civilDate('transferred_on'),
    ...entered(),
  },
  (table) => [
    uniqueIndex('investigation_number').on(table.unitId, table.number),
    index('investigation_opened').on(table.openedOn, table.id, table.unitId, table.open),
    index('investigation_unit_opened').on(table.unitId, table.openedOn, table.id, table.open),
    index('investigation_waiting').on(table.open, table.waiting, table.waitingSince, table.id, table.unitId),
    index('investigation_waiting_since').on(table.waitingSince, table.id, table.unitId),
    index('investigation_by_number').on(table.number, table.id, table.unitId),
    index('investigation_lead').on(table.lead, table.openedOn, table.id),
  ],
);

/** Every change after the opening: waiting, conclusion, reopening, transfer. */
export const investigationEvent = sqliteTable(
  'investigation_event',
  {
    id: id(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    on: civilDate('on_date').notNull(),
    at: instant('at').notNull(),
    kind: clear('kind').notNull(),
    waiting: clear<WaitingState>('waiting'),
    waitingOn: text('waiting_on'),
    userId: clear('user_id').notNull(),
    reason: text('reason'),
  },
  (table) => [uniqueIndex('investigation_event_position').on(table.investigationId, table.position)],
);

export const referralInvestigation = sqliteTable(
  'referral_investigation',
  {
    referralId: clear<ReferralId>('referral_id').notNull(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    version: version(),
    linkedOn: civilDate('linked_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.referralId, table.investigationId] }),
    index('referral_investigation_file').on(table.investigationId),
  ],
);

export const arrest = sqliteTable(
  'arrest',
  {
    id: id<ArrestId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    arrestedOn: civilDate('arrested_on').notNull(),
    youth: flag('youth').notNull(),
    /** Who was arrested, where that is known: a subject of the file. */
    personId: clear<PersonId>('person_id'),
  },
  (table) => [
    index('arrest_file').on(table.investigationId),
    index('arrest_unit').on(table.unitId, table.arrestedOn),
    index('arrest_person').on(table.personId),
  ],
);

export const charge = sqliteTable(
  'charge',
  {
    id: id<ChargeId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    /** The accused, and the day of the offence. */
    personId: clear<PersonId>('person_id'),
    offenceOn: civilDate('offence_on'),
    /** Of the stages before the present one, whose own date is `laidOn`. */
    recommendedOn: civilDate('recommended_on'),
    approvedOn: civilDate('approved_on'),
    laidOn: civilDate('laid_on').notNull(),
    section: clear('section').notNull(),
    counts: integer('counts').notNull(),
    stage: clear<ChargeStage>('stage').notNull(),
    /** How it ended; null while it has not. */
    disposition: clear<Disposition>('disposition'),
    disposedOn: civilDate('disposed_on'),
  },
  (table) => [
    index('charge_file').on(table.investigationId),
    index('charge_unit').on(table.unitId, table.laidOn),
    index('charge_person').on(table.personId),
  ],
);
