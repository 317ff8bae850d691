import { z } from 'zod';
import { byFilteredUnit, byReferral, byReferrals, byUnit, cases } from '../ground/access.ts';
import {
  checkKind,
  dangerEnd,
  identifiable,
  periodCode,
  periodMeasure,
  rescoreReason,
  riskBand,
} from '../ground/codes.ts';
import { freeText, line, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { referralId, unitId } from '../ground/ids.ts';

/** The deadline is in the lists of referrals and of what is due. */
const changesReferral = { ...byReferral, touches: ['referrals', 'authorities', 'investigations'] } as const;

const instant = z.int().min(0);

export const score = z.object({
  band: riskBand,
  scoredAt: instant,
  by: z.string(),
  note: z.string().nullable(),
  countsFrom: instant,
  period: z.object({ amount: z.int(), measure: periodMeasure }),
  dueAt: instant,
  /** Withdrawn by the person who gave it: it no longer counts. */
  isUndone: z.boolean(),
});

export const decision = z.object({
  identifiable,
  imminent: z.boolean(),
  decidedAt: instant,
  by: z.string(),
  reason: z.string(),
  /** How a danger ended that was confirmed before. */
  ended: dangerEnd.nullable(),
});

export const notice = z.object({
  required: z.boolean(),
  agency: z.string().nullable(),
  person: z.string().nullable(),
  notifiedAt: instant.nullable(),
  enteredAt: instant,
  reason: z.string().nullable(),
  by: z.string(),
});

/** What a referral still owes before it, or its investigation, may be concluded. */
export const dangerItem = z.enum(['danger_decision', 'protection_notice', 'danger_end']);
export type DangerItem = z.infer<typeof dangerItem>;

export const owedItem = z.object({ kind: dangerItem, id: referralId, number: z.string(), on: civilDate });
export type OwedItem = z.infer<typeof owedItem>;

/** The latest first, in each list. */
export const triageOfReferral = z.object({
  scores: z.array(score),
  decisions: z.array(decision),
  notices: z.array(notice),
  checks: z.array(z.object({ kind: checkKind, checkedAt: instant, by: z.string() })),
  firstActionAt: instant.nullable(),
  missing: z.array(dangerItem),
  /** No report to child protection is owed by it, nor by a danger that is followed under it. */
  isReported: z.boolean(),
});

export const whyRescore = z.object({ since: instant, reason: rescoreReason });

export const period = z.object({ amount: z.int().min(1).max(366), measure: periodMeasure });

/** What a step has moved, with the versions that it left. */
export const movedRows = z.object({ rows: z.array(z.object({ id: referralId, version })) });

/** How many are late, by how long: until now counted in days gone by since the deadline. */
const lateCounts = z.object({
  count: z.int(),
  upToDay: z.int(),
  upToWeek: z.int(),
  upToMonth: z.int(),
  longer: z.int(),
});
export type LateCounts = z.infer<typeof lateCounts>;

export const triageMethods = {
  /** Gives referrals a band, and with it the deadline of their first action; one that was only received is then triaged. Invalid `lower_band_needs_reason`: a lower band without a note where a child is in danger. */
  'referrals.score': write(
    z.object({
      referralIds: z.array(referralId).min(1).max(500),
      band: riskBand,
      on: civilDate,
      note: freeText.optional(),
    }),
    movedRows,
    { ...byReferrals, touches: ['referrals', 'authorities', 'backlog'] },
  ),
  /** A check made: with the assignment before it, the first action. */
  'referrals.check': write(z.object({ referralId, kind: checkKind, checkedAt: instant }), nothing, changesReferral),
  /**
   * A danger sets the top band and its deadline in the same act, and the report to child protection is owed at once. Invalid
   * `danger_end_needed`: a danger that was confirmed ends only by saying how.
   */
  'referrals.decideDanger': write(
    z
      .object({
        referralId,
        identifiable,
        imminent: z.boolean(),
        decidedAt: instant,
        reason: freeText.min(1),
        ended: dangerEnd.optional(),
      })
      .refine((given) => given.identifiable !== 'no' || !given.imminent, {
        path: ['imminent'],
        error: 'invalid_value',
      }),
    nothing,
    changesReferral,
  ),
  /** One decision for several: that no child can be identified, or that it is not known yet; danger is decided of each by itself. Conflict `urgent_by_source` where a source calls one urgent, or a child is in danger. */
  'referrals.decideMany': write(
    z.object({
      referralIds: z.array(referralId).min(1).max(500),
      identifiable: identifiable.exclude(['yes']),
      decidedAt: instant,
      reason: freeText.min(1),
    }),
    nothing,
    { ...byReferrals, touches: ['referrals', 'authorities', 'investigations'] },
  ),
  'referrals.notifyProtection': write(
    z.object({
      referralId,
      notice: z.discriminatedUnion('required', [
        z.object({ required: z.literal(true), agency: line(120), person: line(120), notifiedAt: instant }),
        z.object({ required: z.literal(false), reason: freeText.min(1) }),
      ]),
    }),
    nothing,
    changesReferral,
  ),
  /** What each of the referrals still owes before it may be concluded. */
  'referrals.owed': read(
    z.object({ referralIds: z.array(referralId).min(1).max(500) }),
    z.object({ items: z.array(owedItem) }),
    { ...byReferrals, audited: 'rows' },
  ),
  /** Deadlines of the first action that passed, by band: by officer they would be a score. */
  'referrals.breaches': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({
      total: z.int(),
      bands: z.array(lateCounts.extend({ band: riskBand.nullable() })),
    }),
    { ...byFilteredUnit, audited: { not: 'figures' } },
  ),
  /** What waits for the caller: open referrals that are theirs or nobody's. */
  'referrals.waiting': read(
    nothing,
    z.object({ mine: z.int(), unassigned: z.int(), overdue: z.int(), toScore: z.int() }),
    { ...cases, audited: { not: 'figures' } },
  ),
  'triagePeriods.list': read(
    z.object({ unitId }),
    z.object({
      periods: z.array(
        z.object({
          code: periodCode,
          /** What holds today: the stricter of the agreement's and the unit's. */
          inForce: period,
          agreement: z.array(period.extend({ validFrom: civilDate, by: z.string().nullable() })),
          unit: z.array(period.extend({ validFrom: civilDate, by: z.string().nullable() })),
        }),
      ),
    }),
    { ...byUnit, audited: { not: 'reference' } },
  ),
  /** `unitId` null sets the agreement's own, for all units. From today on: what was measured before keeps its rule. */
  'triagePeriods.set': write(
    z.object({ code: periodCode, unitId: unitId.nullable(), validFrom: civilDate, period }),
    nothing,
    { roles: ['supervisor'], workspace: 'unit', scope: { unit: 'unitId' }, touches: ['referrals', 'authorities'] },
  ),
};
