import { z } from 'zod';
import { role } from '../ground/codes.ts';
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
});
export type User = z.infer<typeof user>;

export const approval = z.object({
  id: approvalId,
  userId,
  displayName: z.string(),
  roles: z.array(role),
  unitIds: z.array(unitId),
  agreementIds,
  requestedBy: z.string(),
  requestedAt: z.int(),
  own: z.boolean(),
});

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

export const peopleMethods = {
  'users.list': read(nothing, z.object({ users: z.array(user), approvals: z.array(approval) }), {
    roles: ['administrator'],
  }),
  /** Names to assign to: active users of the caller's units. */
  'users.directory': read(
    nothing,
    z.object({ users: z.array(user.pick({ id: true, displayName: true, unitIds: true, roles: true })) }),
    {
      roles: 'anyone',
    },
  ),
  'users.create': action(
    z.object({
      login: line(40),
      displayName: line(80),
      roles: z.array(role).min(1),
      unitIds: z.array(unitId),
      agreementIds: agreementIds.default(null),
      passphrase,
    }),
    z.object({ id: userId, awaitsApproval: z.boolean() }),
    { roles: ['administrator'], touches: ['users'] },
  ),
  /** Waits for a second administrator where there are two. Without `agreementIds` they stay as they are. */
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
  'users.approve': write(z.object({ approvalId, accept: z.boolean() }), nothing, {
    roles: ['administrator'],
    touches: ['users', 'session'],
  }),
  /** Removes the user's way in, here and in every backup that can be reached, and puts the store under a new key. */
  'users.disable': action(z.object({ userId }), z.object({ notReached: z.array(notReached) }), {
    roles: ['administrator'],
    touches: ['users'],
  }),
  'units.list': read(nothing, z.object({ units: z.array(unit) }), { roles: 'anyone' }),
  'units.save': write(
    z.object({
      id: unitId.optional(),
      version: version.optional(),
      code: line(12),
      name: bilingual,
      service: line(120),
      active: z.boolean(),
    }),
    z.object({ id: unitId }),
    { roles: ['administrator', 'coordinator'], allAgreements: true, touches: ['units', 'backlog'] },
  ),
  /** Roles are named, not `anyone`: an administrator then reaches every unit, as for saving. */
  'countingRules.list': read(z.object({ unitId }), z.object({ rules: z.array(countingRule) }), {
    roles: role.options,
    scope: { unit: 'unitId' },
  }),
  'countingRules.save': write(countingRule, nothing, {
    roles: ['administrator', 'supervisor'],
    scope: { unit: 'unitId' },
    touches: ['units', 'backlog'],
  }),
};
