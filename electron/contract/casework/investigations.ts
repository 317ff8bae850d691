import { z } from 'zod';
import { byFilteredUnit, byInvestigation, cases } from '../ground/access.ts';
import { deviceKind, riskBand, waitingState } from '../ground/codes.ts';
import { arrestRow, chargedPersonRow, chargeRow } from './charges.ts';
import { clockUrgency } from './clocks.ts';
import { changeReason } from './corrections.ts';
import { freeText, line, nothing, version, windowFrom, windowOf, windowSize } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { authorityId, chargeId, deviceId, investigationId, referralId, taskId, unitId, userId } from '../ground/ids.ts';
import { owedItem } from './triage.ts';

/** A file as it was opened, with the referrals that it was opened from. */
const openedFile = z.object({
  investigationId,
  version,
  referrals: z.array(z.object({ referralId, version })).max(100),
});
const filesSeen = z.array(z.object({ investigationId, version })).min(1).max(500);
const filesLed = z
  .array(z.object({ investigationId, from: userId.nullable().optional(), lead: userId.nullable() }))
  .min(1)
  .max(500);
const changesFiles = {
  ...cases,
  scope: { investigation: 'files.investigationId' },
  touches: ['investigations', 'referrals', 'authorities', 'backlog'],
} as const;
const changesFile = { ...byInvestigation, touches: ['investigations', 'referrals', 'authorities', 'backlog'] } as const;

export const carriedFacts = z.object({
  /** Since when a child is known to be in danger. */
  dangerSince: z.int().nullable(),
  riskBand: riskBand.nullable(),
  /** As `due` of a referral, with the referral that it is of. */
  due: z.object({ at: z.int(), what: z.enum(['action', 'decision']), number: z.string() }).nullable(),
});
export type CarriedFacts = z.infer<typeof carriedFacts>;

export const investigationRow = z.object({
  id: investigationId,
  version,
  unitId,
  number: z.string(),
  /** What the team calls it, and in one line what it is about. */
  title: z.string().nullable(),
  subject: z.string().nullable(),
  openedOn: civilDate,
  /** Opened without a referral. */
  proactive: z.boolean(),
  /** Taken over from another unit. */
  transferredIn: z.boolean(),
  lead: userId.nullable(),
  waiting: waitingState,
  waitingSince: civilDate,
  waitingOn: z.string().nullable(),
  concludedOn: civilDate.nullable(),
  /** Taken over by another unit or service on the day on which it ended here. */
  transferredOn: civilDate.nullable(),
  /** Of the referrals that an open file carries on: the highest danger and band, and the deadline that comes first. */
  carried: carriedFacts,
  /** The first of its own dates to keep: of an authority, of court proceedings or of a task. */
  ownDate: z
    .object({
      on: civilDate,
      name: z.object({ en: z.string(), fr: z.string() }),
      urgency: clockUrgency,
      daysLeft: z.int(),
    })
    .nullable(),
  /** In a sentence of the one who leads it. */
  nextStep: z.string().nullable(),
  /** The last day of which the file holds a fact: a step, an authority, a device, an arrest, a charge, a task done, a note. */
  lastOn: civilDate,
});
export type InvestigationRow = z.infer<typeof investigationRow>;

export const investigationFilter = z.object({
  unitId: unitId.optional(),
  lead: z.union([userId, z.literal('nobody')]).optional(),
  waiting: waitingState.optional(),
  openOnly: z.boolean().optional(),
  numberStartsWith: line(60).optional(),
});

export const investigationSort = z.object({
  /** `urgent`: as the inbox, by the referrals that an open file carries on and its own dates; the rest by the day of opening, newest first. `due`: by the next deadline. */
  column: z.enum(['urgent', 'due', 'openedOn', 'number', 'waitingSince']),
  descending: z.boolean(),
});

/** What keeps a file from being concluded: an authority not ended, a charge laid that has not ended, a task not done, a device not examined, what a referral of it owes, an offence not recorded where a charge was laid, or a clearance not recorded. */
export const openItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('authority'),
    id: authorityId,
    name: z.object({ en: z.string(), fr: z.string() }),
    on: civilDate,
  }),
  z.object({ kind: z.literal('charge'), id: chargeId, section: z.string(), on: civilDate }),
  z.object({ kind: z.literal('offence'), id: investigationId, section: z.string(), on: civilDate }),
  z.object({ kind: z.literal('clearance'), id: investigationId, on: civilDate }),
  z.object({ kind: z.literal('task'), id: taskId, what: z.string(), on: civilDate }),
  z.object({ kind: z.literal('device'), id: deviceId, device: deviceKind, count: z.int(), on: civilDate }),
  owedItem,
]);
export type OpenItem = z.infer<typeof openItem>;

export const investigationMethods = {
  'investigations.list': read(
    z.object({
      filter: investigationFilter,
      sort: investigationSort,
      from: windowFrom,
      size: windowSize,
    }),
    windowOf(investigationRow),
    { ...byFilteredUnit, audited: 'rows' },
  ),
  'investigations.get': read(
    z.object({ investigationId }),
    z.object({
      investigation: investigationRow,
      /** Another unit of the workspace has the file with its content: nothing is added here. */
      isElsewhere: z.boolean(),
      referrals: z.array(z.object({ id: referralId, number: z.string(), receivedOn: civilDate, linkedOn: civilDate })),
      waiting: z.array(
        z.object({ state: waitingState, since: civilDate, until: civilDate.nullable(), on: z.string().nullable() }),
      ),
      arrests: z.array(arrestRow),
      charges: z.array(chargeRow),
      charged: z.array(chargedPersonRow),
    }),
    { ...byInvestigation, audited: 'view' },
  ),
  /** With referrals, the first link carries the item over without a flow; without, the file is proactive inflow. */
  'investigations.open': write(
    z.object({
      unitId,
      openedOn: civilDate,
      number: line(40).optional(),
      title: line(80).optional(),
      subject: line(200).optional(),
      referralIds: z.array(referralId).max(100),
      lead: userId.nullable(),
    }),
    z.object({ id: investigationId, number: z.string(), opened: openedFile }),
    {
      ...cases,
      scope: { unit: 'unitId', referrals: 'referralIds' },
      touches: ['investigations', 'referrals', 'authorities', 'backlog'],
    },
  ),
  /** Takes an opening of the user's own back, where nothing has happened to the file or its referrals since: conflict `version_conflict` otherwise. */
  'investigations.undoOpen': write(openedFile, nothing, {
    ...cases,
    scope: { investigation: 'investigationId', referrals: 'referrals.referralId' },
    touches: ['investigations', 'referrals', 'authorities', 'backlog'],
  }),
  /** What it is called and about, null taking either away; another day of opening corrects it. */
  'investigations.describe': write(
    z.object({
      investigationId,
      version,
      title: line(80).nullable(),
      subject: line(200).nullable(),
      openedOn: civilDate.optional(),
      ...changeReason,
    }),
    z.object({ version }),
    { ...changesFile, keptBySender: true },
  ),
  /**
   * All or none: conflict `assigned_meanwhile` where one has another lead than the caller saw (`from`). A refusal names the files by their
   * places in the list; the answer is the act that takes it back, which also returns a file to who has no access since.
   */
  'investigations.lead': write(
    z.object({ files: filesLed, isUndo: z.boolean().optional() }),
    z.object({ files: filesLed, isUndo: z.boolean() }),
    changesFiles,
  ),
  /** All or none, as `investigations.lead`. */
  'investigations.wait': write(
    z.object({
      files: filesSeen,
      state: waitingState,
      since: civilDate,
      on: line(120).optional(),
    }),
    z.object({ files: filesSeen }),
    changesFiles,
  ),
  /** Takes back the user's last change of status of each, where nothing has happened since: conflict `version_conflict` otherwise. */
  'investigations.undoWait': write(z.object({ files: filesSeen }), z.object({ files: filesSeen }), changesFiles),
  'investigations.openItems': read(z.object({ investigationId }), z.object({ items: z.array(openItem) }), {
    ...byInvestigation,
    audited: 'part',
  }),
  /** Conflict `investigation_still_open` while `openItems` names anything. */
  'investigations.conclude': write(
    z.object({ investigationId, version, on: civilDate, reason: freeText.optional() }),
    z.object({ version }),
    changesFile,
  ),
  'investigations.reopen': write(
    z.object({ investigationId, version, on: civilDate, reason: freeText.optional() }),
    z.object({ version }),
    changesFile,
  ),
};
