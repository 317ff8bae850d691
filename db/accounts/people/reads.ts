import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { role } from '#contract/ground/codes';
import { type AgreementId, type UserId, unitId } from '#contract/ground/ids';
import { user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { askedAgreements, heldAgreements } from '../../store/rights/agreementRights.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { deciders } from '../../store/rights/secondPerson.ts';
import { displayNames } from './names.ts';
import { readUnits } from './unitRows.ts';
import { isOwn, openItems } from './waiting.ts';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';

type Handlers = {
  readonly [
    M in 'users.list' | 'users.waiting' | 'users.unconfirmed' | 'users.directory' | 'units.list'
  ]: ReadHandler<M>;
};

async function usersWithRights(db: ReadDb) {
  const users = inOrderOf(await db.select().from(user).orderBy(asc(user.id)), (each) => each.displayName);
  const roles = await db.select().from(userRole);
  const units = await db.select().from(userUnit);
  return users.map((each) => ({
    ...each,
    id: each.id,
    roles: roles.filter((row) => row.userId === each.id).map((row) => row.role),
    unitIds: units.filter((row) => row.userId === each.id).map((row) => row.unitId),
  }));
}

const isOverdue = ({ dueAt }: { readonly dueAt: number | null }, now: number): boolean => dueAt !== null && dueAt < now;

async function limitOf(db: ReadDb, userId: UserId): Promise<AgreementId[] | null> {
  return (await heldAgreements(db, userId)) as AgreementId[] | null;
}

export const peopleReads: Handlers = {
  'users.list': async (db) => {
    const seen = [];
    for (const { passphraseBy, ...each } of await usersWithRights(db))
      seen.push({ ...each, mustChangePassphrase: passphraseBy !== 'self', agreementIds: await limitOf(db, each.id) });
    return { users: seen };
  },

  'users.waiting': async (db, _input, { session, clock }) => {
    const own = session.user.id;
    const users = new Map((await db.select().from(user)).map((each) => [each.id as string, each]));
    const items = [];
    for (const each of await openItems(db, { unconfirmed: false })) {
      const about = users.get(each.userId);
      items.push({
        ...pick(each, 'id', 'kind', 'userId', 'requestedAt', 'reason', 'dueAt'),
        displayName: about?.displayName ?? '',
        roles: z.array(role).parse(each.roles),
        unitIds: z.array(unitId).parse(each.unitIds),
        agreementIds: (await askedAgreements(db, each.id)) as AgreementId[] | null,
        requestedBy: users.get(each.requestedBy)?.displayName ?? '',
        isOverdue: isOverdue(each, clock.now()),
        own: isOwn(each, own),
        isStale: each.userVersion !== null && (about?.disabled === true || about?.version !== each.userVersion),
      });
    }
    const able = await deciders(db);
    return { items, mayDecide: able.includes(own), others: able.filter((id) => id !== own).length };
  },

  'users.unconfirmed': async (db, _input, { clock }) => {
    const names = await displayNames(db);
    const items = await openItems(db, { unconfirmed: true });
    return {
      items: items.map((each) => ({
        ...pick(each, 'id', 'kind', 'dueAt'),
        displayName: names.get(each.userId) ?? '',
        isOverdue: isOverdue(each, clock.now()),
      })),
    };
  },

  'users.directory': async (db, _input, { session }) => {
    const users = await usersWithRights(db);
    const shares = (unitIds: readonly string[]): boolean =>
      unitIds.some((each) => session.unitIds.some((own) => own === each));
    return {
      users: users
        .filter((each) => session.roles.includes('administrator') || shares(each.unitIds))
        .map(({ id, displayName, unitIds, roles, disabled, suspended }) => ({
          id,
          displayName,
          unitIds,
          roles,
          hasAccess: !disabled && !suspended,
        })),
    };
  },

  'units.list': async (db, _input, { session }) => {
    const all = session.roles.includes('administrator');
    const own = inArray(unit.id, session.unitIds);
    // A unit that was closed to new files still shows those that it has, by its code.
    const shown = session.workspace.kind === 'unit' ? own : and(own, eq(unit.active, true));
    return { units: await readUnits(db, all ? undefined : shown) };
  },
};
