import type { AgeBand, Gender, IdentifierKind, PersonRole } from '#contract/ground/codes';
import type { CaseFile, IdentifierId, PersonId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, entered, id, instant, text, version } from '../common/columns.ts';

/** A person of a file, with no more than the file needs. */
export const person = sqliteTable(
  'person',
  {
    id: id<PersonId>(),
    version: version(),
    unitId: text<UnitId>('unit_id').notNull(),
    fileKind: text<CaseFile['kind']>('file_kind').notNull(),
    fileId: text('file_id').notNull(),
    role: text<PersonRole>('role').notNull(),
    name: text('name'),
    ageBand: text<AgeBand>('age_band').notNull(),
    gender: text<Gender>('gender').notNull(),
    /** Only where a date of the Youth Criminal Justice Act needs it. */
    birthDate: civilDate('birth_date'),
    identifiedOn: civilDate('identified_on'),
    safeguardedOn: civilDate('safeguarded_on'),
    /** The child-protection agency that confirmed it. */
    safeguardedBy: text('safeguarded_by'),
    ...entered(),
  },
  (table) => [index('person_file').on(table.fileId, table.fileKind), index('person_unit').on(table.unitId, table.role)],
);

/** What identifies someone online or by wire, as it was given and folded for comparison, with how it was obtained. */
export const identifier = sqliteTable(
  'identifier',
  {
    id: id<IdentifierId>(),
    version: version(),
    unitId: text<UnitId>('unit_id').notNull(),
    fileKind: text<CaseFile['kind']>('file_kind').notNull(),
    fileId: text('file_id').notNull(),
    personId: text<PersonId>('person_id'),
    kind: text<IdentifierKind>('kind').notNull(),
    value: text('value').notNull(),
    service: text('service'),
    identifierKey: text('identifier_key').notNull(),
    port: integer('port'),
    /** The source's own words for the time: a provider's answer depends on them. */
    seenText: text('seen_text'),
    seenOffset: text('seen_offset'),
    seenAt: instant('seen_at'),
    event: text('event'),
    obtained: text('obtained'),
    /** The order's number, or the id of the authority. */
    obtainedReference: text('obtained_reference'),
    ...entered(),
  },
  (table) => [
    index('identifier_file').on(table.fileId, table.fileKind),
    index('identifier_same').on(table.kind, table.identifierKey, table.seenAt),
    index('identifier_person').on(table.personId),
  ],
);
