import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { role } from '#contract/ground/codes';
import { type AgreementId, type UserId, unitId } from '#contract/ground/ids';
import { approval, user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { askedAgreements, heldAgreements } from '../../store/rights/agreementRights.ts';
import { readUnits } from './unitRows.ts';

type Handlers = {
  readonly [M in 'users.list' | 'users.directory' | 'units.list']: ReadHandler<M>;
};

async function usersWithRights(db: ReadDb) {
  const users = await db.select().from(user).orderBy(asc(user.displayName));
  const roles = await db.select().from(userRole);
  const units = await db.select().from(userUnit);
  return users.map((each) => ({
    ...each,
    id: each.id,
    roles: roles.filter((row) => row.userId === each.id).map((row) => row.role),
    unitIds: units.filter((row) => row.userId === each.id).map((row) => row.unitId),
  }));
}

async function limitOf(db: ReadDb, userId: UserId): Promise<AgreementId[] | null> {
  return (await heldAgreements(db, userId)) as AgreementId[] | null;
}

export const peopleReads: Handlers = {
  'users.list': async (db, _input, { session }) => {
    const users = await usersWithRights(db);
    const nameOf = (id: string): string => users.find((each) => each.id === id)?.displayName ?? '';
    const open = await db.select().from(approval).where(isNull(approval.decidedAt)).orderBy(asc(approval.requestedAt));
    const approvals = [];
    for (const each of open)
      approvals.push({
        id: each.id,
        userId: each.userId,
        displayName: nameOf(each.userId),
        roles: z.array(role).parse(each.roles),
        unitIds: z.array(unitId).parse(each.unitIds),
        agreementIds: (await askedAgreements(db, each.id)) as AgreementId[] | null,
        requestedBy: nameOf(each.requestedBy),
        requestedAt: each.requestedAt,
        own: each.requestedBy === session.user.id,
      });
    const seen = [];
    for (const each of users) seen.push({ ...each, agreementIds: await limitOf(db, each.id) });
    return { users: seen, approvals };
  },

  'users.directory': async (db, _input, { session }) => {
    const users = await usersWithRights(db);
    const shares = (unitIds: readonly string[]): boolean =>
      unitIds.some((each) => session.unitIds.some((own) => own === each));
    return {
      users: users
        .filter((each) => !each.disabled && (session.roles.includes('administrator') || shares(each.unitIds)))
        .map(({ id, displayName, unitIds, roles }) => ({ id, displayName, unitIds, roles })),
    };
  },

  'units.list': async (db, _input, { session }) => {
    const all = session.roles.includes('administrator');
    const own = and(inArray(unit.id, session.unitIds), eq(unit.active, true));
    return { units: await readUnits(db, all ? undefined : own) };
  },
};
