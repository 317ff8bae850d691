import type { PaperFile, PaperKind, Span } from '#contract/ground/disclosureRecords';
import type { InvestigationId, PaperId, PersonId, UnitId } from '#contract/ground/ids';
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, flag, id, instant, json, keyed, plain, sealed, text, version } from '../common/columns.ts';

/** A disclosure pack or an extract of a file: a draft until it is issued, and never changed after. */
export const paper = sqliteTable(
  'paper',
  {
    id: id<PaperId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    kind: clear<PaperKind>('kind').notNull(),
    recipient: text('recipient').notNull(),
    reference: text('reference').notNull(),
    requestedOn: civilDate('requested_on'),
    languages: clear('languages').notNull(),
    namesIncluded: flag('names_included').notNull(),
    requesterId: clear<PersonId>('requester_id'),
    /** The first paper of the series that this one adds to. */
    supplementsId: clear<PaperId>('supplements_id'),
    beganOn: civilDate('began_on').notNull(),
    begunBy: clear('begun_by').notNull(),
    /** The day on which it was sent, as stated by its issuer. */
    issuedOn: civilDate('issued_on'),
    issuedAt: instant('issued_at'),
    issuedBy: clear('issued_by'),
    /** What was written, with the digest of each file: no content is kept a second time. */
    files: json<readonly PaperFile[]>('files', 'sealed'),
    /** SHA-256 of what was issued, and the numbers of what had been given earlier and was no longer recorded. */
    contents: sealed('contents'),
    removed: json<readonly number[]>('removed', 'sealed'),
  },
  (table) => [index('paper_file').on(table.investigationId), index('paper_series').on(table.supplementsId)],
);

/** What was decided on a record; without a row its paper's default holds. */
export const paperDecision = sqliteTable(
  'paper_decision',
  {
    paperId: clear<PaperId>('paper_id').notNull(),
    recordKey: clear('record_key').notNull(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    way: clear('way').notNull(),
    ground: clear('ground'),
    remark: text('remark'),
    fields: json<readonly string[]>('fields', 'sealed').notNull(),
    spans: json<readonly Span[]>('spans', 'sealed').notNull(),
    /** Of the record as it was decided on. */
    digest: keyed('digest').notNull(),
    at: instant('at').notNull(),
    userId: clear('user_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.paperId, table.recordKey] }),
    index('paper_decision_file').on(table.investigationId),
  ],
);

/** What an issued paper gave or withheld: which record, in which state, and why, and nothing of what it says. */
export const paperRecord = sqliteTable(
  'paper_record',
  {
    paperId: clear<PaperId>('paper_id').notNull(),
    recordKey: clear('record_key').notNull(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    number: integer('number').notNull(),
    section: clear('section').notNull(),
    on: civilDate('on_date'),
    /** Of the record's own row. */
    recordVersion: integer('record_version').notNull(),
    digest: keyed('digest').notNull(),
    treatment: clear('treatment').notNull(),
    ground: clear('ground'),
  },
  (table) => [
    primaryKey({ columns: [table.paperId, table.recordKey] }),
    index('paper_record_file').on(table.investigationId),
  ],
);

/** Grounds of redaction that the unit changed or added; the others are those that Vigie comes with. */
export const redactionGround = sqliteTable('redaction_ground', {
  code: clear('code').primaryKey(),
  version: version(),
  mark: clear('mark').notNull(),
  nameEn: plain('name_en').notNull(),
  nameFr: plain('name_fr').notNull(),
  concealsDate: flag('conceals_date').notNull(),
  active: flag('active').notNull(),
});
