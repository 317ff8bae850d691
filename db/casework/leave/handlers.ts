import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { UserId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { addDays } from '../../ground/kernel/days.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { pick } from '../../ground/kernel/pick.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { leave } from '../../ground/schema/unit/leave.ts';
import { requireAble, requireMember } from '../../store/rights/members.ts';
import type { Context, ReadHandler, WriteHandler } from '../../store/types.ts';
import { awayOn } from './away.ts';

type Wanted = ParsedInput<'leave.record'>;
type Row = typeof leave.$inferSelect;

const refused = (path: string, code: string) => new StoreFailure('invalid_input', undefined, [{ path, code }]);

/** One's own; a supervisor or an administrator records it for the others of the unit too. */
function requireMay({ user, roles }: Context['session'], userId: UserId): void {
  if (userId !== user.id && !roles.includes('supervisor') && !roles.includes('administrator'))
    throw new StoreFailure('forbidden');
}

/** The leaves of an officer in a unit that have a day in common with these, the earliest first. */
function leavesWithin(tx: WriteTx, { unitId, fromOn, untilOn }: Wanted, userId: UserId): Promise<Row[]> {
  return tx
    .select()
    .from(leave)
    .where(
      and(eq(leave.unitId, unitId), eq(leave.userId, userId), lte(leave.fromOn, untilOn), gte(leave.untilOn, fromOn)),
    )
    .orderBy(asc(leave.fromOn));
}

/** Whether leaves, the earliest first, leave no day of these. */
function takesAll(leaves: readonly Row[], { fromOn, untilOn }: Wanted): boolean {
  const free = leaves.reduce<CivilDate>(
    (day, each) => (each.fromOn <= day && each.untilOn >= day ? addDays(each.untilOn, 1) : day),
    fromOn,
  );
  return free > untilOn;
}

/** One that runs may be ended; a new one that is over would be seen nowhere. */
function requireDays({ fromOn, untilOn }: Pick<Row, 'fromOn' | 'untilOn'>, held: Row | null, today: CivilDate): void {
  if (untilOn < fromOn) throw refused('untilOn', 'date_before_previous');
  if (held === null && untilOn < today) throw refused('untilOn', 'leave_over');
}

async function requireCover(tx: WriteTx, wanted: Wanted): Promise<void> {
  const { unitId, userId, coverId } = wanted;
  if (coverId === userId) throw refused('coverId', 'invalid_value');
  await requireAble(tx, unitId, coverId, 'coverId');
  if (takesAll(await leavesWithin(tx, wanted, coverId), wanted))
    throw new StoreFailure('conflict', 'cover_away', 'coverId');
}

async function requireFree(tx: WriteTx, wanted: Wanted): Promise<void> {
  const own = await leavesWithin(tx, wanted, wanted.userId);
  if (own.some(({ id }) => id !== wanted.existing?.id)) throw new StoreFailure('conflict', 'leave_overlaps', 'fromOn');
}

/** Days taken off a leave ask nothing of its cover, who may have left since. */
const isShortened = (held: Row, { coverId, fromOn, untilOn }: Pick<Row, 'coverId' | 'fromOn' | 'untilOn'>): boolean =>
  coverId === held.coverId && fromOn >= held.fromOn && untilOn <= held.untilOn;

/** @param userId whose it has to be; absent: anyone's */
async function heldLeave(
  tx: WriteTx,
  { id, unitId, version, userId }: Pick<Row, 'id' | 'unitId' | 'version'> & { readonly userId?: UserId },
): Promise<Row> {
  const [held] = await tx
    .select()
    .from(leave)
    .where(and(eq(leave.id, id), eq(leave.unitId, unitId)));
  if (!held || (userId ?? held.userId) !== held.userId) throw new StoreFailure('not_found');
  if (held.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return held;
}

const audited = ['userId', 'fromOn', 'untilOn', 'coverId'] as const;

function auditOf(id: string, unitId: string, before: Row | null, after: Wanted | null) {
  const changes = audited
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((each) => each.before !== each.after);
  return { subject: { kind: 'leave', id }, facts: { unitId }, changes };
}

export const leaveReads: { readonly 'leave.list': ReadHandler<'leave.list'> } = {
  'leave.list': async (db, _input, { clock }) => {
    const today = clock.today();
    const rows = await db
      .select()
      .from(leave)
      .where(gte(leave.untilOn, today))
      .orderBy(asc(leave.fromOn), asc(leave.id));
    const away = await awayOn(db, today);
    return {
      today,
      leaves: rows.map((row) => ({
        ...pick(row, 'id', 'version', 'unitId', 'userId', 'fromOn', 'untilOn', 'coverId'),
        isCovered: away.some(
          ({ unitId, userId, coverId }) => unitId === row.unitId && userId === row.userId && coverId === row.coverId,
        ),
      })),
    };
  },
};

type Writes = { readonly [M in 'leave.record' | 'leave.remove']: WriteHandler<M> };

export const leaveWrites: Writes = {
  'leave.record': async (tx, wanted, { session, newId, clock }) => {
    const { existing, ...facts } = wanted;
    const { unitId, userId } = facts;
    requireMay(session, userId);
    const held = existing && (await heldLeave(tx, { ...existing, unitId, userId }));
    requireDays(facts, held, clock.today());
    await requireMember(tx, unitId, userId, 'userId');
    await requireFree(tx, wanted);
    if (held === null || !isShortened(held, facts)) await requireCover(tx, wanted);
    const id = held?.id ?? newId();
    const row = { ...facts, id, madeBy: session.user.id, version: (held?.version ?? 0) + 1 };
    await tx.insert(leave).values(row).onConflictDoUpdate({ target: leave.id, set: row });
    return { output: { id }, audit: auditOf(id, unitId, held, wanted) };
  },

  'leave.remove': async (tx, { unitId, leaveId, version }, { session }) => {
    const held = await heldLeave(tx, { id: leaveId, unitId, version });
    requireMay(session, held.userId);
    await tx.delete(leave).where(eq(leave.id, leaveId));
    return { output: {}, audit: auditOf(leaveId, unitId, held, null) };
  },
};
