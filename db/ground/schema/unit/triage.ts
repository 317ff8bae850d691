import type {
  CheckKind,
  DangerEnd,
  Identifiable,
  PeriodCode,
  PeriodMeasure,
  RescoreReason,
  RiskBand,
} from '#contract/ground/codes';
import type { ReferralId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, flag, id, instant, json, text, version } from '../common/columns.ts';

export interface ScoreBefore {
  readonly state: string;
  readonly riskBand: RiskBand | null;
  readonly rescoreSince: number | null;
  readonly rescoreReason: RescoreReason | null;
  readonly enteredAt: number;
}

/** Every score of a referral, with the rule that its deadline was measured by; the latest that was not taken back holds and none is removed. */
export const referralScore = sqliteTable(
  'referral_score',
  {
    id: id(),
    version: version(),
    referralId: clear<ReferralId>('referral_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    band: clear<RiskBand>('band').notNull(),
    scoredAt: instant('scored_at').notNull(),
    scoredBy: clear('scored_by').notNull(),
    note: text('note'),
    /** Receipt or entry, or the facts that made it be scored again. */
    countsFrom: instant('counts_from').notNull(),
    periodAmount: integer('period_amount').notNull(),
    periodMeasure: clear<PeriodMeasure>('period_measure').notNull(),
    dueAt: instant('due_at').notNull(),
    /**
     * The referral's version once it was scored: while the version is the same, nothing else was done. Null for scores of earlier versions
     * and of a first entry.
     */
    leftVersion: integer('left_version'),
    /** What the score replaced, for as long as it may be taken back. */
    before: json<ScoreBefore | null>('before', 'sealed'),
    undoneAt: instant('undone_at'),
    undoneBy: clear('undone_by'),
  },
  (table) => [uniqueIndex('referral_score_position').on(table.referralId, table.position)],
);

/** A check made for a referral: with the assignment before it, a first action. */
export const referralCheck = sqliteTable(
  'referral_check',
  {
    id: id(),
    version: version(),
    referralId: clear<ReferralId>('referral_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    kind: clear<CheckKind>('kind').notNull(),
    checkedAt: instant('checked_at').notNull(),
    userId: clear('user_id').notNull(),
  },
  (table) => [index('referral_check_referral').on(table.referralId, table.checkedAt)],
);

/** Whether a child may be identified and is in imminent danger. The latest decision holds and none is removed. */
export const dangerDecision = sqliteTable(
  'danger_decision',
  {
    id: id(),
    version: version(),
    referralId: clear<ReferralId>('referral_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    identifiable: clear<Identifiable>('identifiable').notNull(),
    imminent: flag('imminent').notNull(),
    decidedAt: instant('decided_at').notNull(),
    reason: text('reason').notNull(),
    /** Set where the decision ends a danger that was confirmed before. */
    ended: clear<DangerEnd>('ended'),
    userId: clear('user_id').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (table) => [uniqueIndex('danger_decision_position').on(table.referralId, table.position)],
);

/** Whom at child protection was notified and when, or why nobody had to be. */
export const protectionNotice = sqliteTable(
  'protection_notice',
  {
    id: id(),
    version: version(),
    referralId: clear<ReferralId>('referral_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    position: integer('position').notNull(),
    required: flag('required').notNull(),
    agency: text('agency'),
    person: text('person'),
    notifiedAt: instant('notified_at'),
    reason: text('reason'),
    userId: clear('user_id').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (table) => [uniqueIndex('protection_notice_position').on(table.referralId, table.position)],
);

/** How long each band, and the decision about imminent danger, may take, from a day on. */
export const triagePeriod = sqliteTable(
  'triage_period',
  {
    id: id(),
    version: version(),
    /** A risk band, or `danger_decision`. */
    code: clear<PeriodCode>('code').notNull(),
    /** `agreement` for the set that no unit may be laxer than, or the unit's id. */
    setFor: clear('set_for').notNull(),
    validFrom: civilDate('valid_from').notNull(),
    amount: integer('amount').notNull(),
    measure: clear<PeriodMeasure>('measure').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: clear('set_by').notNull(),
  },
  (table) => [uniqueIndex('triage_period_from').on(table.setFor, table.code, table.validFrom)],
);
