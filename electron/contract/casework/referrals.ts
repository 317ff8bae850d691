import { z } from 'zod';
import { changeReason } from './corrections.ts';
import { byFilteredUnit, byReferral, byReferrals, byUnit, cases } from '../ground/access.ts';
import { referralSource, referralState, riskBand } from '../ground/codes.ts';
import { freeText, line, version, windowFrom, windowOf, windowSize } from '../ground/common.ts';
import { civilDate, uncertainDay } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { duplicateReason, identifierFacts, knownFile } from './identifiers.ts';
import { tipCounts } from './tipCounts.ts';
import { importId, investigationId, referralId, unitId, userId } from '../ground/ids.ts';
import { movedRows, triageOfReferral, whyRescore } from './triage.ts';

/** Only source, date and unit are required; the rest may follow. */
export const newReferral = z.object({
  unitId,
  source: referralSource,
  receivedOn: civilDate,
  /** Its instant, where known: deadlines in hours count from it, or else from the entry. */
  receivedAt: z.int().min(0).optional(),
  externalNumber: line(60).optional(),
  priorityReceived: line(40).optional(),
  riskBand: riskBand.optional(),
  summary: freeText.optional(),
  /** Given with the tip: they are looked for in other files, and kept with the referral. */
  identifiers: z.array(identifierFacts).max(20).optional(),
  /** Set after the duplicate was shown: it is then accepted on purpose. */
  acceptDuplicate: z.boolean().optional(),
});
export type NewReferral = z.input<typeof newReferral>;

export const referralRow = z.object({
  id: referralId,
  version,
  unitId,
  number: z.string(),
  source: referralSource,
  receivedOn: civilDate,
  externalNumber: z.string().nullable(),
  priorityReceived: z.string().nullable(),
  riskBand: riskBand.nullable(),
  summary: z.string().nullable(),
  state: referralState,
  /** Where the day is uncertain, the first that it may have been. */
  stateOn: civilDate,
  stateUncertain: uncertainDay,
  assignedTo: userId.nullable(),
  /** Its officer as an imported file names them, where that was no one account of the unit. */
  officerNamed: z.string().nullable(),
  /** The earlier deadline of those that run or were missed. */
  due: z.object({ at: z.int(), what: z.enum(['action', 'decision']) }).nullable(),
  rescore: whyRescore.nullable(),
  /** Since when a child is known to be in danger, by it or one bundled under it. */
  dangerSince: z.int().nullable(),
});
export type ReferralRow = z.infer<typeof referralRow>;

/** `breach`: past the deadline of the first action and without one. `rescore`: facts came after the score. `undecided`: open, and nobody has decided about imminent danger. `danger`: a child is in danger, or that decision has a deadline. */
export const dueWindow = z.enum(['overdue', 'today', 'week', 'breach', 'rescore', 'undecided', 'danger']);
export type DueWindow = z.infer<typeof dueWindow>;

/** By how much a missed deadline of the first action passed: up to 1 day, 7 days, 30 days, or longer. */
export const lateness = z.enum(['upToDay', 'upToWeek', 'upToMonth', 'longer']);
export type Lateness = z.infer<typeof lateness>;

export const referralFilter = z.object({
  unitId: unitId.optional(),
  source: referralSource.optional(),
  state: referralState.optional(),
  riskBand: z.union([riskBand, z.literal('none')]).optional(),
  assignedTo: z.union([userId, z.literal('nobody')]).optional(),
  /** The whole name, as an imported file writes it. */
  officerNamed: line(120).optional(),
  openOnly: z.boolean().optional(),
  importId: importId.optional(),
  receivedFrom: civilDate.optional(),
  receivedTo: civilDate.optional(),
  /** The beginning of the unit's number or of the external number. */
  numberStartsWith: line(60).optional(),
  due: dueWindow.optional(),
  /** With `breach` alone. */
  late: lateness.optional(),
  /** Assigned to the user, or to nobody. */
  mineOrNobodys: userId.optional(),
});
export type ReferralFilter = z.infer<typeof referralFilter>;

export const referralSort = z.object({
  /** `inbox`: danger, decisions owed, deadlines that passed, then band and deadline. */
  column: z.enum(['inbox', 'dueAt', 'receivedOn', 'number', 'stateOn']),
  descending: z.boolean(),
});

/** Another unit of the workspace has the same: which, and why it is thought so. Its content is not disclosed. */
export const heldElsewhere = z.object({ unitId, reasons: z.array(duplicateReason) });
export type HeldElsewhere = z.infer<typeof heldElsewhere>;

export const referralHistory = z.object({
  on: civilDate,
  uncertain: uncertainDay,
  at: z.int(),
  from: referralState.nullable(),
  to: referralState,
  by: z.string(),
  reason: z.string().nullable(),
});

export const heldBack = z.enum(['sealed', 'purged', 'unsaid']);
export type HeldBack = z.infer<typeof heldBack>;

export const referralMethods = {
  'referrals.log': write(newReferral, z.object({ id: referralId, number: z.string() }), {
    ...byUnit,
    touches: ['referrals', 'authorities', 'backlog'],
  }),
  /** `heldBack`: the number is that of a record that was sealed or purged; the reason is shown to those who may know it. */
  'referrals.duplicates': read(
    z.object({ externalNumber: line(60).nullable(), identifiers: z.array(identifierFacts).max(20).optional() }),
    z.object({
      files: z.array(knownFile),
      elsewhere: z.array(heldElsewhere),
      heldBack: heldBack.nullable(),
    }),
    { ...cases, audited: 'search' },
  ),
  'referrals.list': read(
    z.object({ filter: referralFilter, sort: referralSort, from: windowFrom, size: windowSize }),
    windowOf(referralRow),
    { ...byFilteredUnit, audited: 'rows' },
  ),
  'referrals.get': read(
    z.object({ referralId }),
    z.object({
      referral: referralRow,
      bundledUnder: referralRow.pick({ id: true, number: true, unitId: true }).nullable(),
      investigations: z.array(z.object({ id: investigationId, number: z.string(), linkedOn: civilDate })),
      elsewhere: z.array(heldElsewhere),
      /** What a report says of the files that came with it. */
      counts: tipCounts,
      history: z.array(referralHistory),
      triage: triageOfReferral,
    }),
    { ...byReferral, audited: 'view' },
  ),
  'referrals.edit': write(
    z.object({
      referralId,
      version,
      source: referralSource.optional(),
      receivedOn: civilDate.optional(),
      externalNumber: line(60).nullable(),
      priorityReceived: line(40).nullable(),
      summary: freeText.nullable(),
      ...changeReason,
    }),
    z.object({ version }),
    { ...byReferral, touches: ['referrals', 'authorities', 'backlog'], keptBySender: true },
  ),
  /** Conflict `assigned_meanwhile` where one is not assigned any more to whom the caller saw it assigned (`from`, in the same order). */
  'referrals.assign': write(
    z.object({
      referralIds: z.array(referralId).min(1).max(500),
      from: z.array(userId.nullable()).max(500).optional(),
      userId: userId.nullable(),
      on: civilDate,
    }),
    movedRows,
    { ...byReferrals, touches: ['referrals', 'authorities', 'backlog'] },
  ),
  /**
   * Triage, conclusion, transfer out and reopening: what the rules allow from the present state. Conflict
   * `referral_still_open` while what it owes is missing.
   */
  'referrals.move': write(
    z.object({
      referralId,
      version,
      to: z.enum(['triaged', 'concluded', 'not_viable', 'information_only', 'transferred_out', 'received']),
      on: civilDate,
      reason: freeText.optional(),
    }),
    z.object({ version }),
    { ...byReferral, touches: ['referrals', 'authorities', 'backlog'] },
  ),
  'referrals.bundle': write(
    z.object({ headId: referralId, referralIds: z.array(referralId).min(1).max(100), on: civilDate }),
    movedRows,
    {
      ...cases,
      scope: { referral: 'headId', referrals: 'referralIds' },
      touches: ['referrals', 'authorities', 'backlog'],
    },
  ),
  'referrals.split': write(z.object({ referralId, on: civilDate }), movedRows, {
    ...byReferral,
    touches: ['referrals', 'authorities', 'backlog'],
  }),
  /** Takes back the user's last change of state of each, or their last score, where nothing has happened since: conflict `version_conflict` otherwise. */
  'referrals.undo': write(
    z.object({
      referrals: z.array(z.object({ referralId, version })).min(1).max(500),
    }),
    movedRows,
    { ...cases, scope: { referrals: 'referrals.referralId' }, touches: ['referrals', 'authorities', 'backlog'] },
  ),
};
