import type { Role } from '#contract/ground/codes';
import type { UnitId, UserId } from '#contract/ground/ids';
import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { maySeeSomeOnly, needsUnit, rolesIn } from '#contract/store/session';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { activeAdministrators } from '../../store/rights/administrators.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import {
  heldAgreements,
  keepAskedAgreements,
  replaceAgreements,
  requireGrantable,
  type SeenAgreements,
} from '../../store/rights/agreementRights.ts';
import { requireAdministratorLeft } from '../../store/rights/rules.ts';
import { needsSecond } from '../../store/rights/secondPerson.ts';
import { getSetting } from '../../store/settings.ts';
import { askSecond, decideItem, openItem } from './waiting.ts';

type Handlers = { readonly [M in 'users.grant' | 'users.suspend' | 'users.withdraw']: WriteHandler<M> };

export interface Rights {
  readonly roles: readonly Role[];
  readonly unitIds: readonly UnitId[];
  readonly agreementIds: SeenAgreements;
}

export async function rightsOf(tx: WriteTx, userId: UserId): Promise<Rights> {
  const roles = await tx.select({ role: userRole.role }).from(userRole).where(eq(userRole.userId, userId));
  const units = await tx.select({ unitId: userUnit.unitId }).from(userUnit).where(eq(userUnit.userId, userId));
  return {
    roles: roles.map((each) => each.role).sort(),
    unitIds: units.map((each) => each.unitId).sort(),
    agreementIds: await heldAgreements(tx, userId),
  };
}

/** Roles of this kind of workspace, and units that are there; at least one unit where a role needs it. */
async function requireFitting(tx: WriteTx, { roles, unitIds }: Rights): Promise<void> {
  const { kind } = await getSetting(tx, 'workspace');
  const known: readonly Role[] = rolesIn[kind];
  if (!roles.every((role) => known.includes(role)))
    throw new StoreFailure('invalid_input', undefined, [{ path: 'roles', code: 'invalid_value' }]);
  const found = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(inArray(unit.id, [...unitIds]));
  if (found.length < new Set(unitIds).size)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'unitIds', code: 'invalid_value' }]);
  if (unitIds.length === 0 && needsUnit(kind, roles)) throw new StoreFailure('invalid_input', 'unit_needed', 'unitIds');
}

export async function replaceRights(tx: WriteTx, userId: UserId, rights: Rights): Promise<void> {
  await requireFitting(tx, rights);
  requireAdministratorLeft(await activeAdministrators(tx), userId, rights.roles.includes('administrator'));
  for (const unitId of rights.unitIds) await tx.insert(userUnit).values({ userId, unitId }).onConflictDoNothing();
  for (const role of rights.roles) await tx.insert(userRole).values({ userId, role }).onConflictDoNothing();
  await replaceAgreements(tx, userId, rights.agreementIds);
  await tx.delete(userUnit).where(and(eq(userUnit.userId, userId), notInArray(userUnit.unitId, [...rights.unitIds])));
  // Last: on a server, a person who loses the role of administrator can write no more rights, even in the same transaction.
  await tx.delete(userRole).where(and(eq(userRole.userId, userId), notInArray(userRole.role, [...rights.roles])));
}

/** A right that is named twice is given once. */
function eachOnce({ roles, unitIds, agreementIds }: Rights): Rights {
  return {
    roles: [...new Set(roles)],
    unitIds: [...new Set(unitIds)],
    agreementIds: agreementIds && [...new Set(agreementIds)],
  };
}

interface AskedGrant {
  readonly userId: UserId;
  readonly version: number;
  readonly before: readonly Role[];
  readonly rights: Rights;
}

/** Gives the rights, or asks a second person for them. Returns whether they wait. */
export async function grantOrAsk(tx: WriteTx, asked: AskedGrant, context: Context): Promise<boolean> {
  const { userId, version, before } = asked;
  const rights = eachOnce(asked.rights);
  const { roles, unitIds, agreementIds } = rights;
  await requireGrantable(tx, roles, agreementIds);
  await requireFitting(tx, rights);
  if (!(await needsSecond(tx, before, roles))) {
    await replaceRights(tx, userId, rights);
    return false;
  }
  const id = await askSecond(tx, { kind: 'grant', userId, version, roles, unitIds }, context);
  await keepAskedAgreements(tx, id, agreementIds);
  return true;
}

/** Throws `version_conflict` where the person was changed since they were looked at. Returns the new version. */
async function raiseVersion(tx: WriteTx, userId: UserId, version: number): Promise<number> {
  const changed = await tx
    .update(user)
    .set({ version: version + 1 })
    .where(and(eq(user.id, userId), eq(user.version, version), eq(user.disabled, false)))
    .returning({ version: user.version });
  if (!changed[0]) throw new StoreFailure('conflict', 'version_conflict');
  return changed[0].version;
}

/** A grant that does not name agreements leaves them as they are; a person who may no longer be limited sees all. */
function kept(roles: readonly string[], before: Rights): SeenAgreements {
  return maySeeSomeOnly(roles) ? before.agreementIds : null;
}

export const peopleWrites: Handlers = {
  'users.grant': async (tx, input, context) => {
    const version = await raiseVersion(tx, input.userId, input.version);
    const before = await rightsOf(tx, input.userId);
    const { roles, unitIds, agreementIds = kept(input.roles, before) } = input;
    const after = { roles, unitIds, agreementIds };
    const asked = { userId: input.userId, version, before: before.roles, rights: after };
    const awaitsApproval = await grantOrAsk(tx, asked, context);
    return {
      output: { awaitsApproval },
      audit: {
        subject: { kind: 'user', id: input.userId },
        changes: [{ field: 'rights', before, after }],
        facts: { awaitsApproval },
      },
    };
  },

  'users.suspend': async (tx, { userId, version, suspended }, { session }) => {
    if (userId === session.user.id) throw new StoreFailure('conflict', 'state_not_allowed');
    if (suspended) requireAdministratorLeft(await activeAdministrators(tx), userId, false);
    await raiseVersion(tx, userId, version);
    await tx.update(user).set({ suspended }).where(eq(user.id, userId));
    return {
      output: {},
      audit: {
        subject: { kind: 'user', id: userId },
        changes: [{ field: 'suspended', before: !suspended, after: suspended }],
      },
    };
  },

  'users.withdraw': async (tx, { approvalId }, { session, clock }) => {
    const open = await openItem(tx, approvalId);
    if (open.requestedBy !== session.user.id) throw new StoreFailure('forbidden');
    if (open.dueAt !== null) throw new StoreFailure('conflict', 'state_not_allowed');
    await decideItem(tx, open, { by: session.user.id, at: clock.now(), accepted: false });
    return { output: {}, audit: { subject: { kind: 'user', id: open.userId }, facts: { withdrawn: open.kind } } };
  },
};
