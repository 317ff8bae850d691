import { and, asc, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { HearingId, InvestigationId } from '#contract/ground/ids';
import { keepCorrection } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { changesBetween, changesTo } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requirePassed, tooEarly } from '../../ground/kernel/order.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { ableOf, requireAble } from '../../store/rights/members.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler, WriteHandler } from '../../store/types.ts';
import { personAfter, requireSubject } from '../persons/linked.ts';

type Writes = { readonly [M in 'hearings.add' | 'hearings.change' | 'hearings.answer']: WriteHandler<M> };
type HearingRecord = typeof hearing.$inferSelect;
type Facts = Pick<HearingRecord, 'kind' | 'on' | 'time' | 'court' | 'personId' | 'attends'>;

const earlierFirst = (a: HearingRecord, b: HearingRecord): number =>
  [a.on, a.time ?? ''].join(' ') < [b.on, b.time ?? ''].join(' ') ? -1 : 1;

export const hearingReads: { readonly 'hearings.list': ReadHandler<'hearings.list'> } = {
  'hearings.list': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(hearing)
      .where(eq(hearing.investigationId, investigationId))
      .orderBy(asc(hearing.on), asc(hearing.id));
    // A time of day may be encrypted: it is sorted here.
    const inOrder = rows.toSorted(earlierFirst);
    const toCome = inOrder.filter(({ outcome }) => outcome === null);
    const answered = inOrder.filter(({ outcome }) => outcome !== null).reverse();
    return {
      hearings: [...toCome, ...answered].map((row) =>
        pick(row, 'id', 'version', 'kind', 'on', 'time', 'court', 'personId', 'attends', 'outcome', 'outcomeNote'),
      ),
    };
  },
};

async function heldHearing(tx: WriteTx, investigationId: InvestigationId, id: HearingId, version: number) {
  const [row] = await tx
    .select()
    .from(hearing)
    .where(and(eq(hearing.id, id), eq(hearing.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

async function addHearing(
  tx: WriteTx,
  place: Pick<HearingRecord, 'investigationId' | 'unitId'>,
  facts: Facts,
  { newId, clock, session }: Context,
): Promise<HearingId> {
  const id = newId();
  const entered = { enteredAt: clock.now(), enteredBy: session.user.id };
  await tx.insert(hearing).values({ id, ...place, ...facts, ...entered });
  return id;
}

/** What became of it is known once it took place; that it was put off or called off may be known before. */
function requireAnswerable({ on }: { readonly on: CivilDate }, outcome: HearingRecord['outcome'], today: CivilDate) {
  if (outcome === 'held' || outcome === 'warrant_issued') requirePassed(on, today, 'answer.outcome');
}

/** Who attends what is to come: an officer who left the unit, or is of the one that had the file, leaves it to the lead. */
async function attendsStill(tx: WriteTx, { attends, unitId }: HearingRecord): Promise<HearingRecord['attends']> {
  if (attends === null) return null;
  const isAble = await ableOf(tx, [attends]);
  return isAble(unitId, attends) ? attends : null;
}

export const hearingWrites: Writes = {
  'hearings.add': async (tx, { investigationId, ...facts }, context) => {
    const { unitId } = await heldInvestigation(tx, investigationId);
    await requireSubject(tx, investigationId, facts.personId);
    await requireAble(tx, unitId, facts.attends, 'attends');
    const id = await addHearing(tx, { investigationId, unitId }, facts, context);
    return {
      output: { id },
      audit: { subject: { kind: 'hearing', id }, changes: changesBetween(null, facts) },
    };
  },

  'hearings.change': async (tx, { investigationId, hearingId, version, reason, ...given }, context) => {
    const row = await heldHearing(tx, investigationId, hearingId, version);
    const { attends, ...after } = { ...given, personId: personAfter(row, given) };
    await requireSubject(tx, investigationId, after.personId, row.personId);
    if (attends !== row.attends) await requireAble(tx, row.unitId, attends, 'attends');
    requireAnswerable(after, row.outcome, context.clock.today());
    await tx
      .update(hearing)
      .set({ ...after, attends, version: version + 1 })
      .where(eq(hearing.id, row.id));
    // Who attends is work given out, which corrects nothing.
    await keepCorrection(tx, { record: 'hearing', row, after, reason, months: [] }, context);
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'hearing', id: row.id }, changes: changesTo(row, { ...after, attends }) },
    };
  },

  'hearings.answer': async (tx, { investigationId, hearingId, version, answer, next, reason }, context) => {
    const row = await heldHearing(tx, investigationId, hearingId, version);
    const after = answer ?? { outcome: null, outcomeNote: null };
    requireAnswerable(row, after.outcome, context.clock.today());
    if (next !== null && next.on < row.on) throw tooEarly('next.on', { step: 'hearing', on: row.on });
    const attends = await attendsStill(tx, row);
    await tx
      .update(hearing)
      .set({ ...after, ...(after.outcome === null && { attends }), version: version + 1 })
      .where(eq(hearing.id, row.id));
    await keepCorrection(tx, { record: 'hearing', row, after, reason, months: [] }, context);
    const same = { ...pick(row, 'court', 'personId'), attends };
    const nextId =
      next && (await addHearing(tx, pick(row, 'investigationId', 'unitId'), { ...same, ...next }, context));
    return {
      output: { version: version + 1, nextId },
      audit: {
        subject: { kind: 'hearing', id: row.id },
        ...(nextId && { facts: { next: nextId } }),
        changes: [...changesTo(row, after), ...(next ? [{ field: 'next', before: null, after: next }] : [])],
      },
    };
  },
};
