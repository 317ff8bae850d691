import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { role, type Role } from '#contract/ground/codes';
import type { AgreementId, UnitId, UserId } from '#contract/ground/ids';
import { maySeeSomeOnly, type Session } from '#contract/store/session';
import { anyId } from '../ground/kernel/among.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { pick } from '../ground/kernel/pick.ts';
import { heldAgreements } from './rights/agreementRights.ts';
import { user, userRole, userUnit } from '../ground/schema/common/people.ts';
import { unit } from '../ground/schema/common/units.ts';
import { agreementUnit } from '../ground/schema/coordination/agreements.ts';
import { findSetting, getSetting } from './settings.ts';
import type { ReadDb } from '../ground/kernel/database.ts';

type Seen = readonly AgreementId[] | null;

async function agreementsSeen(db: ReadDb, userId: UserId, roles: readonly Role[]): Promise<Seen> {
  return maySeeSomeOnly(roles) ? heldAgreements(db, userId) : null;
}

async function unitsSeen(
  db: ReadDb,
  userId: UserId,
  roles: readonly Role[],
  agreementIds: Seen,
): Promise<readonly UnitId[]> {
  const rows = !roles.includes('coordinator')
    ? db.select({ id: userUnit.unitId }).from(userUnit).where(eq(userUnit.userId, userId)).orderBy(userUnit.unitId)
    : agreementIds === null
      ? db.select({ id: unit.id }).from(unit).orderBy(unit.id)
      : db
          .selectDistinct({ id: agreementUnit.unitId })
          .from(agreementUnit)
          .where(inArray(agreementUnit.agreementId, [...agreementIds]))
          .orderBy(agreementUnit.unitId);
  return (await rows).map((each) => each.id);
}

/** Who the user is now: read again after every change of roles or units. A coordinator sees the aggregates of every unit of their agreements. */
export async function loadSession(db: ReadDb, owner: string): Promise<Session> {
  const [found] = await db
    .select()
    .from(user)
    .where(and(eq(user.id, anyId(owner)), eq(user.disabled, false)));
  if (!found) throw new StoreFailure('forbidden');
  if (found.suspended) throw new StoreFailure('forbidden', 'account_suspended');
  const { id: userId } = found;
  const roles = z
    .array(role)
    .parse(
      (
        await db
          .select({ role: userRole.role })
          .from(userRole)
          .where(eq(userRole.userId, userId))
          .orderBy(userRole.role)
      ).map((each) => each.role),
    );
  const workspace = await getSetting(db, 'workspace');
  const moved = await findSetting(db, 'moved');
  const agreementIds = workspace.kind === 'coordination' ? await agreementsSeen(db, userId, roles) : null;
  return {
    user: { id: userId, login: found.login, displayName: found.displayName },
    roles,
    unitIds: [...(await unitsSeen(db, userId, roles, agreementIds))],
    agreementIds: agreementIds && [...agreementIds],
    mustChangePassphrase: found.passphraseBy !== 'self',
    workspace: {
      ...workspace,
      marking: await getSetting(db, 'marking'),
      idleMinutes: await getSetting(db, 'idleMinutes'),
      ...(moved && { movedTo: pick(moved, 'server', 'computer', 'folder', 'at') }),
    },
  };
}
