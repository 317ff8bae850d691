import type { SupportOutcome } from '#contract/ground/codes';
import type {
  AuthorityId,
  DelayDeductionId,
  FileOffenceId,
  InvestigationId,
  SupportReferralId,
  UnitId,
} from '#contract/ground/ids';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, flag, id, instant, json, plain, sealed, text, version } from '../common/columns.ts';

/** An offence of an investigation: what may have been committed, when, and whether it was completed. */
export const fileOffence = sqliteTable(
  'file_offence',
  {
    id: id<FileOffenceId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    /** A code of the catalogue. */
    offence: clear('offence').notNull(),
    firstOn: civilDate('first_on').notNull(),
    lastOn: civilDate('last_on').notNull(),
    attempted: flag('attempted').notNull(),
    ...entered(),
  },
  (table) => [
    index('file_offence_file').on(table.investigationId, table.firstOn),
    index('file_offence_code').on(table.offence),
  ],
);

/** Newer catalogues that an administrator brought in; the latest holds. */
export const offenceCatalogue = sqliteTable('offence_catalogue', {
  id: id(),
  version: version(),
  catalogueVersion: clear('catalogue_version').notNull(),
  sha256: clear('sha256').notNull(),
  payload: json<unknown>('payload', 'clear').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: clear('imported_by').notNull(),
});

/** Statistics Canada's violation code of a section, from the list that an administrator brought in. */
export const violationCode = sqliteTable('violation_code', {
  section: clear('section').primaryKey(),
  version: version(),
  code: clear('code').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: clear('imported_by').notNull(),
});

/** Clearance status of a file for police statistics: one row for a file, or none yet. */
export const clearance = sqliteTable('clearance', {
  investigationId: clear<InvestigationId>('investigation_id').primaryKey(),
  version: version(),
  unitId: clear<UnitId>('unit_id').notNull(),
  founded: flag('founded').notNull(),
  /** A code of the list of reasons; null where unfounded. */
  reason: clear('reason'),
  on: civilDate('on_date').notNull(),
});

/** Reasons for a clearance that the unit changed or added; the others are those that Vigie comes with. */
export const clearanceReason = sqliteTable('clearance_reason', {
  code: clear('code').primaryKey(),
  version: version(),
  outcome: clear('outcome').notNull(),
  nameEn: plain('name_en').notNull(),
  nameFr: plain('name_fr').notNull(),
  /** The letter of the records system, where the unit uses one. */
  letter: clear('letter'),
  active: flag('active').notNull(),
});

/** A victim was referred to a service: the kind and the day, and nobody's name. */
export const supportReferral = sqliteTable(
  'support_referral',
  {
    id: id<SupportReferralId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    referredOn: civilDate('referred_on').notNull(),
    service: sealed('service').notNull(),
    /** What the service answered, and when; null while it has not. */
    outcome: clear<SupportOutcome>('outcome'),
    answeredOn: civilDate('answered_on'),
    ...entered(),
  },
  (table) => [index('support_referral_file').on(table.investigationId, table.referredOn)],
);

/** Days taken off the delay of proceedings, by cause. */
export const delayDeduction = sqliteTable(
  'delay_deduction',
  {
    id: id<DelayDeductionId>(),
    version: version(),
    authorityId: clear<AuthorityId>('authority_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    cause: clear('cause').notNull(),
    days: integer('days').notNull(),
    note: text('note'),
    ...entered(),
  },
  (table) => [index('delay_deduction_authority').on(table.authorityId)],
);
