import { and, eq, gte, isNull, lte, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId, UserId } from '#contract/ground/ids';
import { leave } from '../../ground/schema/unit/leave.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { ableOf } from '../../store/rights/members.ts';

type Db = Pick<ReadDb, 'select'>;

/** An officer who is away from a unit on a day, and who acts: null where nobody can, since the cover of a cover is not asked. */
export interface Away {
  readonly unitId: UnitId;
  readonly userId: UserId;
  readonly coverId: UserId | null;
}

export async function awayOn(db: Db, day: CivilDate): Promise<readonly Away[]> {
  const running = await db
    .select()
    .from(leave)
    .where(and(gte(leave.untilOn, day), lte(leave.fromOn, day)));
  if (running.length === 0) return [];
  const isAble = await ableOf(
    db,
    running.map(({ coverId }) => coverId),
  );
  return running.map(({ unitId, userId, coverId }) => {
    const isAway = running.some((each) => each.userId === coverId && each.unitId === unitId);
    return { unitId, userId, coverId: isAway || !isAble(unitId, coverId) ? null : coverId };
  });
}

/** Whose work is meant: an officer's with what they cover, or nobody's with that of officers who are away without a cover. */
export interface Whose {
  readonly isOf: (officer: UserId | null, unitId: UnitId) => boolean;
  /** The same in a query, by the columns of the officer and the unit. */
  readonly where: (officer: SQLWrapper, unitId: SQLWrapper) => SQL | undefined;
}

export function whoseWork(wanted: UserId | 'nobody', away: readonly Away[]): Whose {
  const [own, coverId] = wanted === 'nobody' ? [null, null] : [wanted, wanted];
  const covered = away.filter((each) => each.coverId === coverId);
  return {
    isOf: (officer, unitId) =>
      officer === own || covered.some((each) => each.userId === officer && each.unitId === unitId),
    where: (officer, unitId) =>
      or(
        own === null ? isNull(officer) : eq(officer, own),
        ...covered.map((each) => and(eq(officer, each.userId), eq(unitId, each.unitId))),
      ),
  };
}

/** As `whoseWork`, of a filter that may want everyone's: null. */
export async function whoseOf(db: Db, wanted: UserId | 'nobody' | undefined, day: CivilDate): Promise<Whose | null> {
  return wanted === undefined ? null : whoseWork(wanted, await awayOn(db, day));
}
