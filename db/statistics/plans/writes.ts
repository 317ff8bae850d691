import { eq } from 'drizzle-orm';
import { addMonths, monthOf } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { plan } from '../../ground/schema/common/laboratory.ts';
import type { WriteHandler } from '../../store/types.ts';
import { unitsIn } from '../estimate/unitsIn.ts';

type Name = 'plans.save' | 'plans.remove';

/** A plan of which one unit may not be seen is not there. */
function isSeen(unitIds: readonly string[], seen: readonly string[]): boolean {
  return unitIds.every((unitId) => seen.includes(unitId));
}

export const planWrites: { readonly [M in Name]: WriteHandler<M> } = {
  'plans.save': async (tx, input, context) => {
    const { session, clock, newId } = context;
    const { name, scope, version } = input;
    const unitIds = await unitsIn(tx, scope, addMonths(monthOf(clock.today()), -1), context);
    // A page of an earlier month has units that left since: their staff is kept, and named as not counted.
    const ofAnyMonth = await unitsIn(tx, scope, null, context);
    const named = input.plan.lines.map(({ unitId }) => unitId);
    if (named.some((unitId) => !ofAnyMonth.includes(unitId))) throw new StoreFailure('invalid_input');
    const [before] = await tx.select().from(plan).where(eq(plan.name, name));
    const facts = {
      scope,
      unitIds: [...new Set([...unitIds, ...named])],
      plan: input.plan,
      savedBy: session.user.id,
      savedAt: clock.now(),
    };
    const id = before?.id ?? newId();
    if (before) {
      if (version === undefined || !isSeen(before.unitIds, session.unitIds))
        throw new StoreFailure('conflict', 'name_taken', 'name');
      if (before.version !== version) throw new StoreFailure('conflict', 'version_conflict');
      await tx
        .update(plan)
        .set({ ...facts, version: before.version + 1 })
        .where(eq(plan.id, id));
    } else {
      // Someone removed the plan that was to be replaced.
      if (version !== undefined) throw new StoreFailure('not_found');
      await tx.insert(plan).values({ id, name, ...facts });
    }
    return {
      output: { id },
      audit: {
        subject: { kind: 'plan', id },
        changes: [{ field: 'plan', before: before ?? null, after: { name, scope, plan: input.plan } }],
      },
    };
  },

  'plans.remove': async (tx, { id, version }, { session }) => {
    const [before] = await tx.select().from(plan).where(eq(plan.id, id));
    if (!before || !isSeen(before.unitIds, session.unitIds)) throw new StoreFailure('not_found');
    if (before.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(plan).where(eq(plan.id, id));
    return { output: {}, audit: { subject: { kind: 'plan', id }, changes: [{ field: 'plan', before, after: null }] } };
  },
};
