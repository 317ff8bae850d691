import type { AgeBand, Gender, IdentifierKind, PersonRole } from '#contract/ground/codes';
import type { CaseFile, IdentifierId, PersonId, UnitId } from '#contract/ground/ids';
import type { CivilDate } from '#contract/ground/dates';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, id, instant, keyed, plain, sealed, text, version } from '../common/columns.ts';

/** A person of a file, with no more than the file needs. */
export const person = sqliteTable(
  'person',
  {
    id: id<PersonId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    role: clear<PersonRole>('role').notNull(),
    name: text('name', { found: 'byWord' }),
    ageBand: clear<AgeBand>('age_band').notNull(),
    gender: clear<Gender>('gender').notNull(),
    /** Only where a date of the Youth Criminal Justice Act needs it. */
    birthDate: sealed<CivilDate>('birth_date'),
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
    unitId: clear<UnitId>('unit_id').notNull(),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    personId: clear<PersonId>('person_id'),
    kind: clear<IdentifierKind>('kind').notNull(),
    value: text('value', { found: 'byPart' }).notNull(),
    service: plain('service'),
    identifierKey: keyed('identifier_key', { found: 'byPart' }).notNull(),
    port: integer('port'),
    /** The source's own words for the time: a provider's answer depends on them. */
    seenText: text('seen_text'),
    seenOffset: clear('seen_offset'),
    seenAt: instant('seen_at'),
    event: text('event'),
    obtained: clear('obtained'),
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
