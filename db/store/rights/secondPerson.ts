import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { decidingRoles, type Role } from '#contract/ground/codes';
import type { UserId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { approval, user, userRole } from '../../ground/schema/common/people.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Db = Pick<ReadDb, 'select' | 'selectDistinct'>;

interface DecidingPerson {
  readonly id: UserId;
  /** Their passphrase is theirs alone, nobody suspended them, and the last recovery of their account was confirmed. */
  readonly mayDecide: boolean;
}

/**
 * Who counts as one of the two persons. An account whose first passphrase was never changed is nobody yet; one that was suspended or reset
 * still counts, so that nobody becomes the only one by suspending the others.
 */
async function decidingPeople(db: Db): Promise<readonly DecidingPerson[]> {
  const rows = await db
    .selectDistinct({ id: user.id, passphraseBy: user.passphraseBy, suspended: user.suspended })
    .from(user)
    .innerJoin(userRole, eq(userRole.userId, user.id))
    .where(and(inArray(userRole.role, [...decidingRoles]), eq(user.disabled, false), ne(user.passphraseBy, 'creator')));
  // The last recovery of an account counts: a refused one is followed by a reset that another person confirms.
  const recoveries = await db
    .select({ id: approval.userId, accepted: approval.accepted })
    .from(approval)
    .where(eq(approval.kind, 'recovery'))
    .orderBy(asc(approval.requestedAt));
  const isConfirmed = new Map(recoveries.map(({ id, accepted }) => [id, accepted === true]));
  return rows.map(({ id, passphraseBy, suspended }) => ({
    id,
    mayDecide: passphraseBy === 'self' && !suspended && isConfirmed.get(id) !== false,
  }));
}

/** The persons who may give a second approval now. */
export async function deciders(db: Db): Promise<readonly UserId[]> {
  return (await decidingPeople(db)).filter(({ mayDecide }) => mayDecide).map(({ id }) => id);
}

/** Throws `passphrase_not_own` for an account that another person could use. */
export async function requireDecider(db: Db, userId: UserId): Promise<void> {
  if (!(await deciders(db)).includes(userId)) throw new StoreFailure('forbidden', 'passphrase_not_own');
}

/** Nothing is destroyed where only one person could look at it. */
export async function requireTwoDeciders(db: Db): Promise<void> {
  if ((await deciders(db)).length < 2) throw new StoreFailure('forbidden', 'purge_needs_two');
}

/**
 * Whether the change of roles waits for a second person: that of an administrator always, and another person who would decide as soon as
 * there are two, since one administrator could otherwise make the second person up.
 */
export async function needsSecond(db: Db, before: readonly Role[], after: readonly Role[]): Promise<boolean> {
  const has = (roles: readonly Role[], role: Role): boolean => roles.includes(role);
  if (has(before, 'administrator') !== has(after, 'administrator')) return true;
  const decided = (roles: readonly Role[]): boolean => decidingRoles.some((role) => has(roles, role));
  return !decided(before) && decided(after) && (await decidingPeople(db)).length > 1;
}
