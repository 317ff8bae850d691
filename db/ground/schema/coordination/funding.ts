import type { AgreementId, FundingChangeId, FundingRowId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, instant, json, sealed, text, version } from '../common/columns.ts';

/** What every row of every register has; `code` names it within its register. */
const row = () => ({
  id: id<FundingRowId>(),
  version: version(),
  agreementId: clear<AgreementId>('agreement_id').notNull(),
  code: clear('code').notNull(),
});
const names = () => ({ nameEn: text('name_en'), nameFr: text('name_fr') });
const unitId = () => clear<UnitId>('unit_id');
/** Of persons and days. */
const hundredths = (name: string) => integer(name);
const cents = (name: string) => integer(name);

/** One line of an agreement's budget in one fiscal year. Money in whole cents; what is not known is null. */
export const budgetLine = sqliteTable(
  'budget_line',
  {
    ...row(),
    fiscalYear: integer('fiscal_year').notNull(),
    ...names(),
    category: clear('category').notNull(),
    /** Of the pillar of the Strategy that it is for; null: it names none. */
    pillar: sealed('pillar'),
    toProject: sealed('to_project'),
    unitId: unitId(),
    budget: cents('budget'),
    q1Forecast: cents('q1_forecast'),
    q1Actual: cents('q1_actual'),
    q1WhyEn: text('q1_why_en'),
    q1WhyFr: text('q1_why_fr'),
    q2Forecast: cents('q2_forecast'),
    q2Actual: cents('q2_actual'),
    q2WhyEn: text('q2_why_en'),
    q2WhyFr: text('q2_why_fr'),
    q3Forecast: cents('q3_forecast'),
    q3Actual: cents('q3_actual'),
    q3WhyEn: text('q3_why_en'),
    q3WhyFr: text('q3_why_fr'),
    q4Forecast: cents('q4_forecast'),
    q4Actual: cents('q4_actual'),
    q4WhyEn: text('q4_why_en'),
    q4WhyFr: text('q4_why_fr'),
  },
  (table) => [uniqueIndex('budget_line_code').on(table.agreementId, table.fiscalYear, table.code)],
);

/** Money that came, was claimed or is asked to be carried over, in one quarter of one fiscal year. */
export const cashEntry = sqliteTable(
  'cash_entry',
  {
    ...row(),
    fiscalYear: integer('fiscal_year').notNull(),
    quarter: sealed('quarter').notNull(),
    kind: clear('kind').notNull(),
    amount: cents('amount').notNull(),
    on: civilDate('entered_on'),
    noteEn: text('note_en'),
    noteFr: text('note_fr'),
  },
  (table) => [uniqueIndex('cash_entry_code').on(table.agreementId, table.fiscalYear, table.code)],
);

/** One position and who holds it, by dates alone: a successor is a row of its own. */
export const position = sqliteTable(
  'position',
  {
    ...row(),
    role: clear('role').notNull(),
    funding: sealed('funding').notNull(),
    fte: hundredths('fte_hundredths').notNull(),
    unitId: unitId(),
    startsOn: civilDate('starts_on'),
    endsOn: civilDate('ends_on'),
    filledOn: civilDate('filled_on'),
    leftOn: civilDate('left_on'),
    onboardedOn: civilDate('onboarded_on'),
  },
  (table) => [uniqueIndex('position_code').on(table.agreementId, table.code)],
);

export const training = sqliteTable(
  'training',
  {
    ...row(),
    ...names(),
    mode: sealed('mode').notNull(),
    unitId: unitId(),
    heldOn: civilDate('held_on'),
    plannedDays: hundredths('planned_hundredths'),
    doneDays: hundredths('done_hundredths'),
  },
  (table) => [uniqueIndex('training_code').on(table.agreementId, table.code)],
);

export const equipment = sqliteTable(
  'equipment',
  {
    ...row(),
    ...names(),
    kind: clear('kind').notNull(),
    acquisition: sealed('acquisition').notNull(),
    unitId: unitId(),
    quantity: integer('quantity').notNull(),
    cost: cents('cost'),
    inServiceOn: civilDate('in_service_on'),
    expiresOn: civilDate('expires_on'),
  },
  (table) => [uniqueIndex('equipment_code').on(table.agreementId, table.code)],
);

export const activity = sqliteTable(
  'activity',
  {
    ...row(),
    ...names(),
    plannedFrom: civilDate('planned_from'),
    plannedTo: civilDate('planned_to'),
    startedOn: civilDate('started_on'),
    completedOn: civilDate('completed_on'),
    status: clear('status').notNull(),
    statusOn: civilDate('status_on'),
    reasonEn: text('reason_en'),
    reasonFr: text('reason_fr'),
  },
  (table) => [uniqueIndex('activity_code').on(table.agreementId, table.code)],
);

export const risk = sqliteTable(
  'risk',
  {
    ...row(),
    riskEn: text('risk_en'),
    riskFr: text('risk_fr'),
    likelihood: sealed('likelihood').notNull(),
    effect: sealed('effect').notNull(),
    mitigationEn: text('mitigation_en'),
    mitigationFr: text('mitigation_fr'),
    owner: text('owner'),
  },
  (table) => [uniqueIndex('risk_code').on(table.agreementId, table.code)],
);

/** What an indicator is measured against in one fiscal year of an agreement; `code` is the indicator's. Values in hundredths. */
export const indicatorTarget = sqliteTable(
  'indicator_target',
  {
    ...row(),
    fiscalYear: integer('fiscal_year').notNull(),
    per: sealed('per').notNull(),
    baseline: hundredths('baseline'),
    baselinePeriod: text('baseline_period'),
    baselineSourceEn: text('baseline_source_en'),
    baselineSourceFr: text('baseline_source_fr'),
    target: hundredths('target'),
    targetOn: civilDate('target_on'),
    targetSourceEn: text('target_source_en'),
    targetSourceFr: text('target_source_fr'),
  },
  (table) => [uniqueIndex('indicator_target_code').on(table.agreementId, table.fiscalYear, table.code)],
);

/** What changes an agreement; `code` is its number. An amount is that of a whole fiscal year after the amendment, from `amounts_from` on. */
export const amendment = sqliteTable(
  'amendment',
  {
    ...row(),
    signedOn: civilDate('signed_on'),
    inForceOn: civilDate('in_force_on').notNull(),
    newEndsOn: civilDate('new_ends_on'),
    amountsFrom: integer('amounts_from'),
    amount1: cents('amount_1'),
    amount2: cents('amount_2'),
    amount3: cents('amount_3'),
    amount4: cents('amount_4'),
    amount5: cents('amount_5'),
    changesUnits: sealed('changes_units'),
    changesOther: sealed('changes_other'),
    changeEn: text('change_en'),
    changeFr: text('change_fr'),
    fileReference: text('file_reference'),
  },
  (table) => [uniqueIndex('amendment_code').on(table.agreementId, table.code)],
);

/** The pillars of the Strategy as the workspace names them: none are shipped. */
export const pillar = sqliteTable('pillar', {
  code: clear('code').primaryKey(),
  version: version(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
});

/** One report that the agreement owes, as the agreement sets it: nothing is assumed of how often. */
export const dueReport = sqliteTable(
  'due_report',
  {
    ...row(),
    kind: clear('kind').notNull(),
    ...names(),
    periodFrom: civilDate('period_from'),
    periodTo: civilDate('period_to'),
    dueOn: civilDate('due_on').notNull(),
    languages: clear('languages').notNull(),
    state: clear('state').notNull(),
    sentOn: civilDate('sent_on'),
  },
  (table) => [
    uniqueIndex('due_report_code').on(table.agreementId, table.code),
    index('due_report_due').on(table.dueOn),
  ],
);

/** Days before a report is due on which it is called to mind; none kept: the usual ones. */
export const reportReminder = sqliteTable('report_reminder', {
  daysBefore: integer('days_before').primaryKey(),
  version: version(),
});

/** A saved change of a grid or an import, with every row as it was and as it became, so that it can be taken back. */
export const fundingChange = sqliteTable(
  'funding_change',
  {
    id: id<FundingChangeId>(),
    version: version(),
    agreementId: clear<AgreementId>('agreement_id').notNull(),
    register: clear('register').notNull(),
    /** 0 for the registers that are not kept by year. */
    fiscalYear: integer('fiscal_year').notNull(),
    kind: clear('kind').notNull(),
    fileName: text('file_name'),
    savedAt: instant('saved_at').notNull(),
    savedBy: clear('saved_by').notNull(),
    rows: json<unknown>('rows').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('funding_change_grid').on(table.agreementId, table.register, table.fiscalYear, table.savedAt)],
);
