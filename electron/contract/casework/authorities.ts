import { z } from 'zod';
import { changeReason } from './corrections.ts';
import { authorityKind, clock, clockEffect, clockUrgency } from './clocks.ts';
import { freeText, line, nothing, total, version } from '../ground/common.ts';
import { byFilteredUnit, byInvestigation, cases } from '../ground/access.ts';
import { locale } from '../ground/codes.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { authorityId, fileGrant, investigationId, personId, referralId, unitId, userId } from '../ground/ids.ts';

const changesFile = { ...byInvestigation, touches: ['authorities', 'investigations', 'referrals'] } as const;

/** The facts of a record, whatever its kind; the kind says which it takes and needs. */
export const authorityFacts = z.object({
  startedOn: civilDate,
  reference: line(60).nullable(),
  heldBy: line(120).nullable(),
  concerning: freeText.nullable(),
  servedOn: civilDate.nullable(),
  dueOn: civilDate.nullable(),
  doneOn: civilDate.nullable(),
  endedOn: civilDate.nullable(),
  endReason: line(40).nullable(),
  /** Whom of the file it concerns, and where it is carried out. */
  personId: personId.nullable(),
  place: line(120).nullable(),
});
export type AuthorityFacts = z.infer<typeof authorityFacts>;

/** As it is given: without the two, nothing is linked. */
const givenFacts = authorityFacts.extend({
  personId: personId.nullable().default(null),
  place: line(120).nullable().default(null),
});

/** As a change gives it: without the two, what is linked stays. */
const changedFacts = authorityFacts.partial({ personId: true, place: true });

export const authorityRow = authorityFacts.extend({
  id: authorityId,
  version,
  kind: z.string(),
  variant: z.string().nullable(),
  underId: authorityId.nullable(),
  /** Of proceedings: the sum of what `delays.deduct` recorded; null where nothing was. */
  deductedDays: z.int().nullable(),
  enteredBy: z.string(),
  clocks: z.array(clock),
});
export type AuthorityRow = z.infer<typeof authorityRow>;

export const overrideDecision = z.enum(['date', 'none', 'computed']);

/** A deadline in hours of a referral. */
const runningClock = z.object({
  id: referralId,
  number: z.string(),
  unitId,
  dueAt: z.int(),
  what: z.enum(['action', 'decision']),
  inDanger: z.boolean(),
  assignedTo: userId.nullable(),
  /** Whether the report to child protection is recorded, or why it was not required. */
  isReported: z.boolean(),
});
export type RunningClock = z.infer<typeof runningClock>;

export const dueFilter = z.object({
  unitId: unitId.optional(),
  lead: z.union([userId, z.literal('nobody')]).optional(),
  urgency: clockUrgency.optional(),
});

/** One date to keep. `reference` names it where nothing of the case may be said. */
export const dueRow = z.object({
  id: z.string(),
  reference: z.string(),
  /** A clock of an authority, a task, a hearing, what is asked of a referral, or what a correction asks for. */
  source: z.enum(['authority', 'task', 'hearing', 'referral', 'correction']),
  /** Of a correction, its file. */
  sourceId: z.uuid(),
  /** Of a clock. */
  ruleId: z.string().nullable(),
  /** Null for a referral that no file carries on. */
  investigationId: investigationId.nullable(),
  number: z.string(),
  unitId,
  /** Whose it is: the owner of a task, who attends a hearing, the lead of the file. */
  lead: userId.nullable(),
  name: z.object({ en: z.string(), fr: z.string() }),
  effect: clockEffect,
  dueOn: civilDate,
  /** Of a hearing: its time of day, where it is known. */
  time: z.string().nullable(),
  /** Of a referral: the instant, since some are counted in hours. */
  dueAt: z.int().nullable(),
  actBy: civilDate,
  daysLeft: z.int(),
  urgency: clockUrgency,
  reminders: z.array(civilDate),
  isOverridden: z.boolean(),
});
export type DueRow = z.infer<typeof dueRow>;

export const authorityMethods = {
  /** The kinds of authority that can be recorded: data, versioned with their rules. */
  'authorities.catalogue': read(z.object({}), z.object({ version: z.string(), kinds: z.array(authorityKind) }), {
    ...cases,
    audited: { not: 'reference' },
  }),
  'authorities.list': read(z.object({ investigationId }), z.object({ authorities: z.array(authorityRow) }), {
    ...byInvestigation,
    audited: 'view',
  }),
  /** Conflict `demand_made_before` where the law allows one such demand for the same data. */
  'authorities.record': write(
    givenFacts.extend({
      investigationId,
      kind: line(60),
      variant: line(60).nullable(),
      underId: authorityId.nullable(),
    }),
    z.object({ id: authorityId }),
    changesFile,
  ),
  'authorities.change': write(
    changedFacts.extend({ investigationId, authorityId, version, ...changeReason }),
    z.object({ version }),
    changesFile,
  ),
  /** Puts a date in place of a computed one, takes it away, or gives the computed one back. The reason is kept and shown. */
  'clocks.override': write(
    z
      .object({
        investigationId,
        authorityId,
        version,
        ruleId: line(60),
        decision: overrideDecision,
        dueOn: civilDate.nullable(),
        reason: freeText.min(1),
      })
      .refine(({ decision, dueOn }) => (decision === 'date') === (dueOn !== null), {
        path: ['dueOn'],
        error: 'invalid_type',
      }),
    z.object({ version }),
    changesFile,
  ),
  /** Every running clock and deadline of the units in scope, the earliest first; at most 2,000 rows, with the count of all. */
  'due.list': read(
    z.object({ filter: dueFilter, until: civilDate.optional() }),
    z.object({
      today: civilDate,
      rows: z.array(dueRow),
      total,
    }),
    { ...byFilteredUnit, audited: 'rows' },
  ),
  'due.counts': read(
    z.object({ filter: dueFilter }),
    z.object({ overdue: z.int(), today: z.int(), reminder: z.int() }),
    { ...byFilteredUnit, audited: { not: 'figures' } },
  ),
  /** Deadlines in hours that run or have passed: the caller's own, nobody's, and to a supervisor those of the units. By number alone. */
  'due.running': read(z.object({}), z.object({ rows: z.array(runningClock) }), { ...cases, audited: { not: 'own' } }),
  /** Prints the same on one page for the next shift, without any text of a case. Returns how many are on it. */
  'due.printRunning': action(z.object({ file: fileGrant, locale }), z.object({ clocks: z.int() }), cases),
  /** Writes a calendar without case content: opaque references alone. Returns how many dates it holds. */
  'due.export': action(
    z.object({ filter: dueFilter, file: fileGrant, locale }),
    z.object({ events: z.int() }),
    byFilteredUnit,
  ),
  'clockSettings.get': read(
    z.object({}),
    z.object({
      parameters: z.array(
        z.object({
          code: z.string(),
          name: z.object({ en: z.string(), fr: z.string() }),
          default: z.int().nullable(),
          set: z.array(z.object({ validFrom: civilDate, value: z.int().nullable(), by: z.string() })),
        }),
      ),
      closedDays: z.array(civilDate),
    }),
    { ...cases, audited: { not: 'reference' } },
  ),
  'clockSettings.setParameter': write(
    z.object({ code: line(60), validFrom: civilDate, value: z.int().min(0).max(3660).nullable() }),
    nothing,
    { roles: ['supervisor'], workspace: 'unit', touches: ['authorities'] },
  ),
  'clockSettings.setClosedDays': write(z.object({ days: z.array(civilDate).max(400) }), nothing, {
    roles: ['supervisor'],
    workspace: 'unit',
    touches: ['authorities'],
  }),
};
