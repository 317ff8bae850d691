import type { CivilDate, DatePrecision } from '#contract/ground/dates';
import type { ReferralSource, ReferralState, RescoreReason, RiskBand } from '#contract/ground/codes';
import type { ImportId, ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, flag, id, instant, json, keyed, plain, text, version } from '../common/columns.ts';

/** After every deadline: what is not due sorts last, and no sort meets a null. */
export const never = Number.MAX_SAFE_INTEGER;

export const referral = sqliteTable(
  'referral',
  {
    id: id<ReferralId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    number: clear('number', { found: 'byPart' }).notNull(),
    source: clear<ReferralSource>('source').notNull(),
    receivedOn: civilDate('received_on').notNull(),
    externalNumber: clear('external_number', { found: 'byPart' }),
    /** The external number folded for comparison: capitals, no spaces or hyphens. */
    externalKey: clear('external_key', { found: 'byPart' }),
    priorityReceived: plain('priority_received'),
    riskBand: clear<RiskBand>('risk_band'),
    summary: text('summary', { found: 'byWord' }),
    state: clear<ReferralState>('state').notNull(),
    /** Where the day is not known, the first that it may have been. */
    stateOn: civilDate('state_on').notNull(),
    stateOnLatest: civilDate('state_on_latest'),
    stateOnPrecision: clear<DatePrecision>('state_on_precision'),
    /** 1 while the referral itself is an open file; kept with `state` so that open lists have an index. */
    open: flag('open').notNull(),
    assignedTo: clear<UserId>('assigned_to'),
    /** Of an imported row: its officer as the file names them, where that is no one account of the unit. */
    officerNamed: keyed('officer_named'),
    bundledUnder: clear<ReferralId>('bundled_under'),
    importId: clear<ImportId>('import_id'),
    /** Of an imported row without an external number: what it said, so that the same row is known again. */
    rowFingerprint: keyed('row_fingerprint'),
    /** Taken over from another unit, on the day that is its day of receipt here. */
    transferredIn: flag('transferred_in').notNull().default(false),
    ...entered(),
    /** The instant of receipt, where it is known; deadlines in hours count from it, or else from the entry. */
    receivedAt: instant('received_at'),
    /** From when the decision about imminent danger is awaited; null where nobody was ever asked for one. */
    decisionFrom: instant('decision_from'),
    /** The first check by the person assigned, authority, seizure or arrest. */
    firstActionAt: instant('first_action_at'),
    /** Deadlines that still run or were missed; null once met, and where there is none. */
    actionDueAt: instant('action_due_at'),
    decisionDueAt: instant('decision_due_at'),
    /** The earlier of the two. */
    dueAt: instant('due_at').notNull().default(never),
    /** Facts came after the score: it is to be scored again. */
    rescoreSince: instant('rescore_since'),
    rescoreReason: clear<RescoreReason>('rescore_reason'),
    /** Since when a child is known to be in danger, by this referral or one bundled under it; null once the danger has ended. */
    dangerSince: instant('danger_since'),
    /** The order of the inbox, but for deadlines that pass: what is urgent first, then the deadline (`triage/inbox.ts`). */
    inboxKey: instant('inbox_key').notNull().default(never),
  },
  (table) => [
    uniqueIndex('referral_number').on(table.unitId, table.number),
    // The unit is in every sorting index, so that rows of other units are passed over without being read.
    index('referral_received').on(table.receivedOn, table.id, table.unitId, table.open, table.state),
    index('referral_unit_received').on(table.unitId, table.receivedOn, table.id, table.open, table.state),
    index('referral_state_on').on(table.stateOn, table.id, table.unitId, table.open, table.state),
    index('referral_by_number').on(table.number, table.id, table.unitId, table.open, table.state),
    index('referral_external').on(table.externalKey),
    index('referral_assigned').on(table.assignedTo, table.receivedOn, table.id),
    index('referral_officer_named')
      .on(table.officerNamed, table.receivedOn, table.id)
      .where(sql`officer_named IS NOT NULL`),
    index('referral_open').on(table.open, table.receivedOn, table.id, table.unitId, table.state),
    index('referral_band').on(table.riskBand, table.receivedOn, table.id, table.unitId),
    index('referral_source').on(table.source, table.receivedOn, table.id, table.unitId),
    index('referral_state').on(table.state, table.receivedOn, table.id, table.unitId),
    index('referral_bundle').on(table.bundledUnder),
    index('referral_import').on(table.importId),
    index('referral_fingerprint')
      .on(table.rowFingerprint)
      .where(sql`row_fingerprint IS NOT NULL`),
    index('referral_due').on(table.dueAt, table.id, table.unitId),
    index('referral_open_due').on(table.open, table.dueAt, table.id, table.unitId, table.assignedTo),
    index('referral_inbox').on(table.open, table.inboxKey, table.dueAt, table.assignedTo, table.unitId, table.id),
    index('referral_danger')
      .on(table.dangerSince, table.id, table.unitId)
      .where(sql`danger_since IS NOT NULL`),
    index('referral_rescore')
      .on(table.rescoreSince, table.id, table.unitId)
      .where(sql`rescore_since IS NOT NULL`),
  ],
);

export interface ReferralBefore {
  readonly stateOn: CivilDate;
  readonly stateOnLatest?: CivilDate | null;
  readonly stateOnPrecision?: DatePrecision | null;
  readonly assignedTo: UserId | null;
  readonly bundledUnder: ReferralId | null;
  readonly decisionFrom: number | null;
  readonly rescoreSince: number | null;
  readonly rescoreReason: RescoreReason | null;
}

/** Every change of state after the receipt, which the referral's own row records. */
export const referralEvent = sqliteTable(
  'referral_event',
  {
    id: id(),
    version: version(),
    referralId: clear<ReferralId>('referral_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    /** Where the day is not known, the first that it may have been. */
    on: civilDate('on_date').notNull(),
    onLatest: civilDate('on_latest'),
    onPrecision: clear<DatePrecision>('on_precision'),
    at: instant('at').notNull(),
    fromState: clear<ReferralState>('from_state').notNull(),
    toState: clear<ReferralState>('to_state').notNull(),
    /** For `linked`: the first link carries the item over to the investigation; a further head does not. */
    carried: flag('carried').notNull().default(false),
    userId: clear('user_id').notNull(),
    reason: text('reason'),
    /** What else the change took the place of, so that it can be taken back. */
    before: json<ReferralBefore>('before', 'sealed'),
    /** The position of the change that this one takes back: neither is counted. */
    undoes: integer('undoes'),
  },
  (table) => [uniqueIndex('referral_event_position').on(table.referralId, table.position)],
);

/** The next number of a unit's files in a year. */
export const numberCounter = sqliteTable('number_counter', {
  /** `kind:unit:year` */
  key: clear('key').primaryKey(),
  version: version(),
  next: integer('next').notNull(),
});
