import type { Role } from '#contract/ground/codes';
import type { UnitId, UserId } from '#contract/ground/ids';
import { and, eq, isNull } from 'drizzle-orm';
import { maySeeSomeOnly } from '#contract/store/session';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { approval, user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import { activeAdministrators } from '../../store/rights/administrators.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import {
  askedAgreements,
  heldAgreements,
  keepAskedAgreements,
  replaceAgreements,
  requireGrantable,
  type SeenAgreements,
} from '../../store/rights/agreementRights.ts';
import { needsApproval, requireAdministratorLeft } from '../../store/rights/rules.ts';

type Handlers = { readonly [M in 'users.grant' | 'users.approve']: WriteHandler<M> };

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

export async function replaceRights(tx: WriteTx, userId: UserId, rights: Rights): Promise<void> {
  requireAdministratorLeft(await activeAdministrators(tx), userId, rights.roles.includes('administrator'));
  await tx.delete(userRole).where(eq(userRole.userId, userId));
  await tx.delete(userUnit).where(eq(userUnit.userId, userId));
  for (const role of rights.roles) await tx.insert(userRole).values({ userId, role });
  for (const unitId of rights.unitIds) await tx.insert(userUnit).values({ userId, unitId });
  await replaceAgreements(tx, userId, rights.agreementIds);
}

/** A right that is named twice is given once. */
function eachOnce({ roles, unitIds, agreementIds }: Rights): Rights {
  return {
    roles: [...new Set(roles)],
    unitIds: [...new Set(unitIds)],
    agreementIds: agreementIds && [...new Set(agreementIds)],
  };
}

/** Asks a second administrator for the rights, or gives them where there is one administrator only. */
export async function grantOrAsk(tx: WriteTx, userId: UserId, asked: Rights, context: Context): Promise<boolean> {
  const rights = eachOnce(asked);
  await requireGrantable(tx, rights.roles, rights.agreementIds);
  if (!needsApproval(await activeAdministrators(tx))) {
    await replaceRights(tx, userId, rights);
    return false;
  }
  const id = context.newId();
  await tx.insert(approval).values({
    id,
    userId,
    roles: rights.roles,
    unitIds: rights.unitIds,
    requestedBy: context.session.user.id,
    requestedAt: context.clock.now(),
  });
  await keepAskedAgreements(tx, id, rights.agreementIds);
  return true;
}

/** What a grant that does not speak of agreements leaves as it is; whoever may no longer be limited sees all. */
function kept(roles: readonly string[], before: Rights): SeenAgreements {
  return maySeeSomeOnly(roles) ? before.agreementIds : null;
}

export const peopleWrites: Handlers = {
  'users.grant': async (tx, input, context) => {
    const changed = await tx
      .update(user)
      .set({ version: input.version + 1 })
      .where(and(eq(user.id, input.userId), eq(user.version, input.version)))
      .returning({ id: user.id });
    if (changed.length !== 1) throw new StoreFailure('conflict', 'version_conflict');
    const before = await rightsOf(tx, input.userId);
    const { roles, unitIds, agreementIds = kept(input.roles, before) } = input;
    const after = { roles, unitIds, agreementIds };
    const awaitsApproval = await grantOrAsk(tx, input.userId, after, context);
    return {
      output: { awaitsApproval },
      audit: {
        subject: { kind: 'user', id: input.userId },
        changes: [{ field: 'rights', before, after }],
        facts: { awaitsApproval },
      },
    };
  },

  'users.approve': async (tx, input, { session, clock }) => {
    const [open] = await tx
      .select()
      .from(approval)
      .where(and(eq(approval.id, input.approvalId), isNull(approval.decidedAt)));
    if (!open) throw new StoreFailure('not_found');
    if (open.requestedBy === session.user.id) throw new StoreFailure('forbidden', 'second_administrator_needed');
    const before = await rightsOf(tx, open.userId);
    const { roles, unitIds } = open;
    const asked = { roles, unitIds, agreementIds: await askedAgreements(tx, open.id) };
    if (input.accept) await replaceRights(tx, open.userId, asked);
    await tx
      .update(approval)
      .set({ decidedBy: session.user.id, decidedAt: clock.now(), accepted: input.accept })
      .where(eq(approval.id, open.id));
    return {
      output: {},
      audit: {
        subject: { kind: 'user', id: open.userId },
        facts: { accepted: input.accept },
        changes: [{ field: 'rights', before, after: input.accept ? asked : before }],
      },
    };
  },
};
