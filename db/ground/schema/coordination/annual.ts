import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId, AnnualReportId, AnnualTextId, OtherSourceId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, instant, sealed, text, version } from '../common/columns.ts';

const ofYear = () => ({
  agreementId: clear<AgreementId>('agreement_id').notNull(),
  fiscalYear: integer('fiscal_year').$type<FiscalYear>().notNull(),
});

/** A locked annual report: the snapshot never changes; what changed since is a row of its own with the next sequence. */
export const annualReport = sqliteTable(
  'annual_report',
  {
    id: id<AnnualReportId>(),
    version: version(),
    ...ofYear(),
    sequence: integer('sequence').notNull(),
    lockedAt: instant('locked_at').notNull(),
    lockedBy: clear('locked_by').notNull(),
    auditHead: sealed('audit_head').notNull(),
    contentHash: sealed('content_hash').notNull(),
    content: text('content').notNull(),
  },
  (table) => [uniqueIndex('annual_report_version').on(table.agreementId, table.fiscalYear, table.sequence)],
);

/** Written for the year: a lesson learned, an unintended result, or why a quarter is missing (`quarter`; 0 of the others). */
export const annualText = sqliteTable(
  'annual_text',
  {
    id: id<AnnualTextId>(),
    version: version(),
    ...ofYear(),
    kind: clear<'lesson' | 'unintended' | 'missing_quarter'>('kind').notNull(),
    quarter: integer('quarter').notNull(),
    textEn: text('text_en').notNull(),
    textFr: text('text_fr').notNull(),
    savedBy: clear('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [index('annual_text_year').on(table.agreementId, table.fiscalYear)],
);

/** What others found, for the report of the year in which it was listed and those after it. */
export const otherSource = sqliteTable(
  'other_source',
  {
    id: id<OtherSourceId>(),
    version: version(),
    ...ofYear(),
    findingEn: text('finding_en').notNull(),
    findingFr: text('finding_fr').notNull(),
    populationEn: text('population_en').notNull(),
    populationFr: text('population_fr').notNull(),
    methodEn: text('method_en').notNull(),
    methodFr: text('method_fr').notNull(),
    source: text('source').notNull(),
    publishedOn: civilDate('published_on').notNull(),
    savedBy: clear('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [index('other_source_year').on(table.agreementId, table.fiscalYear)],
);
