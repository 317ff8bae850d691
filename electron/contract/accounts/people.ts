import { z } from 'zod';
import { decidingRoles, role, waitingKind } from '../ground/codes.ts';
import { bilingual, freeText, line, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { agreementId, approvalId, unitId, userId } from '../ground/ids.ts';
import { notReached } from '../store/backups.ts';
import { passphrase } from '../store/session.ts';

/** Which a coordinator sees; null: all of them. */
const agreementIds = z.array(agreementId).min(1).nullable();

export const user = z.object({
  id: userId,
  version,
  login: z.string(),
  displayName: z.string(),
  roles: z.array(role),
  unitIds: z.array(unitId),
  agreementIds,
  disabled: z.boolean(),
  suspended: z.boolean(),
  /** The passphrase is known to another person until they change it. */
  mustChangePassphrase: z.boolean(),
});
export type User = z.infer<typeof user>;

/** What waits for a second person. Of a grant: the rights that are asked for. */
export const waitingItem = z.object({
  id: approvalId,
  kind: waitingKind,
  userId,
  displayName: z.string(),
  roles: z.array(role),
  unitIds: z.array(unitId),
  agreementIds,
  requestedBy: z.string(),
  requestedAt: z.int(),
  /** Of a confirmation. */
  reason: z.string().nullable(),
  dueAt: z.int().nullable(),
  isOverdue: z.boolean(),
  own: z.boolean(),
  /** The person was changed since: it is asked again, or refused. */
  isStale: z.boolean(),
});
export type WaitingItem = z.infer<typeof waitingItem>;

export const backlogDefinition = z.enum(['exclude_court', 'include_court']);

export const unit = z.object({
  id: unitId,
  version,
  code: z.string(),
  name: bilingual,
  service: z.string(),
  active: z.boolean(),
});
export type Unit = z.infer<typeof unit>;

/** A dated statement of how a unit counts; a new one draws a break in the series. */
export const countingRule = z.object({
  unitId,
  validFrom: civilDate,
  backlogDefinition,
  statement: z.object({ en: freeText, fr: freeText }),
});

/** How a unit is named, wherever it is entered. */
export const unitNames = { code: line(12), name: bilingual, service: line(120) };

const newUser = z.object({
  login: line(40),
  displayName: line(80),
  roles: z.array(role).min(1),
  unitIds: z.array(unitId),
  agreementIds: agreementIds.default(null),
  passphrase,
});

/** Accounts that are made in one act. */
export const mostAtOnce = 50;

export const peopleMethods = {
  'users.list': read(nothing, z.object({ users: z.array(user) }), {
    roles: ['administrator'],
    audited: { not: 'reference' },
  }),
  /** What waits for a second person, the oldest first, and whether the caller could be that person. */
  'users.waiting': read(
    nothing,
    z.object({
      items: z.array(waitingItem),
      mayDecide: z.boolean(),
      /** Others who may decide. */
      others: z.int(),
    }),
    { roles: decidingRoles, audited: { not: 'reference' } },
  ),
  /** What one person did alone and nobody has confirmed yet: shown to everybody. */
  'users.unconfirmed': read(
    nothing,
    z.object({
      items: z.array(waitingItem.pick({ id: true, kind: true, displayName: true, dueAt: true, isOverdue: true })),
    }),
    { roles: 'anyone', audited: { not: 'reference' } },
  ),
  /** Of the caller's units, also who has no access since: their files still say whose they are. */
  'users.directory': read(
    nothing,
    z.object({
      users: z.array(
        user.pick({ id: true, displayName: true, unitIds: true, roles: true }).extend({ hasAccess: z.boolean() }),
      ),
    }),
    {
      roles: 'anyone',
      audited: { not: 'reference' },
    },
  ),
  /** Without a unit where a role needs one (`needsUnit`): `unit_needed`. The same of a grant. */
  'users.create': action(newUser, z.object({ id: userId, awaitsApproval: z.boolean() }), {
    roles: ['administrator'],
    touches: ['users'],
  }),
  /** All of them or, where one is refused, none. */
  'users.createMany': action(
    z.object({ people: z.array(newUser).min(1).max(mostAtOnce) }),
    z.object({ awaitApproval: z.int() }),
    { roles: ['administrator'], touches: ['users'] },
  ),
  /** Giving or taking the role of administrator waits for a second person, and so does giving another who may decide where there are two. Without `agreementIds` they stay as they are. */
  'users.grant': write(
    z.object({
      userId,
      version,
      roles: z.array(role).min(1),
      unitIds: z.array(unitId),
      agreementIds: agreementIds.optional(),
    }),
    z.object({ awaitsApproval: z.boolean() }),
    { roles: ['administrator'], touches: ['users', 'session'] },
  ),
  /** By another person than the one who asked. Refused (`version_conflict`) where the person was changed since. */
  'users.approve': action(z.object({ approvalId, accept: z.boolean() }), nothing, {
    roles: decidingRoles,
    touches: ['users', 'session', 'units', 'records'],
  }),
  /** By the one who asked. What one person did alone cannot be withdrawn. */
  'users.withdraw': write(z.object({ approvalId }), nothing, { roles: decidingRoles, touches: ['users'] }),
  /** Removes the user's way in, here and in every backup that can be reached, and puts the store under a new key. An administrator's lasting removal waits for a second person. */
  'users.disable': action(
    z.object({ userId }),
    z.object({ awaitsApproval: z.boolean(), notReached: z.array(notReached) }),
    {
      roles: ['administrator'],
      touches: ['users'],
    },
  ),
  /** At once and by one person: sign-in is refused and the session ends at its next call. Also lifts it. */
  'users.suspend': write(z.object({ userId, version, suspended: z.boolean() }), nothing, {
    roles: ['administrator'],
    touches: ['users'],
  }),
  /** Gives a new first passphrase, which the user changes before approving anything. */
  'users.resetPassphrase': action(z.object({ userId, passphrase }), nothing, {
    roles: ['administrator'],
    touches: ['users'],
  }),
  'units.list': read(nothing, z.object({ units: z.array(unit) }), { roles: 'anyone', audited: { not: 'reference' } }),
  'units.save': write(
    z.object({
      id: unitId.optional(),
      version: version.optional(),
      ...unitNames,
      active: z.boolean(),
    }),
    z.object({ id: unitId }),
    { roles: ['administrator', 'coordinator'], allAgreements: true, touches: ['units', 'backlog'] },
  ),
  /** Roles are named, not `anyone`: an administrator then reaches every unit, as for saving. */
  'countingRules.list': read(z.object({ unitId }), z.object({ rules: z.array(countingRule) }), {
    roles: ['investigator', 'supervisor', 'coordinator', 'administrator'],
    scope: { unit: 'unitId' },
    audited: { not: 'reference' },
  }),
  'countingRules.save': write(countingRule, nothing, {
    roles: ['administrator', 'supervisor'],
    scope: { unit: 'unitId' },
    touches: ['units', 'backlog'],
  }),
};
