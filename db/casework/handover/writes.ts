import { and, eq } from 'drizzle-orm';
import { heldInvestigation } from '../investigationState/change.ts';
import type { FieldProblem } from '#contract/ground/errors';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireAble, requireMember } from '../../store/rights/members.ts';
import { handover, nextStep, reassignedItem, reassignment } from '../../ground/schema/unit/handover.ts';
import type { WriteHandler } from '../../store/types.ts';
import { writtenIn } from './reads.ts';
import { givenAgain, passItem, type Item } from './reassign.ts';

type Name = 'handover.describe' | 'handover.setNextStep' | 'handover.reassign' | 'handover.undo';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

export const handoverWrites: Handlers = {
  'handover.describe': async (tx, { unitId, userId, version, ...facts }) => {
    await requireMember(tx, unitId, userId, 'userId');
    const [held] = await tx
      .select()
      .from(handover)
      .where(and(eq(handover.userId, userId), eq(handover.unitId, unitId)));
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    const next = (version ?? 0) + 1;
    await tx
      .insert(handover)
      .values({ userId, unitId, ...facts, version: next })
      .onConflictDoUpdate({ target: [handover.userId, handover.unitId], set: { ...facts, version: next } });
    const fields = ['leavesOn', 'trainingNotes', 'documentOn'] as const;
    return {
      output: { version: next },
      audit: {
        subject: { kind: 'handover', id: userId },
        facts: { unitId },
        changes: fields
          .map((field) => ({ field, before: held?.[field] ?? null, after: facts[field] }))
          .filter((each) => each.before !== each.after),
      },
    };
  },

  'handover.setNextStep': async (tx, { investigationId, version, text }, { clock, session }) => {
    const { unitId } = await heldInvestigation(tx, investigationId);
    const [held] = await tx.select().from(nextStep).where(eq(nextStep.investigationId, investigationId));
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    // A cleared one stays as an empty row: a version that began again would let somebody write over what they have not seen.
    const row = { text: text ?? '', at: clock.now(), userId: session.user.id, version: (version ?? 0) + 1 };
    await tx
      .insert(nextStep)
      .values({ investigationId, unitId, ...row })
      .onConflictDoUpdate({ target: nextStep.investigationId, set: row });
    return {
      output: {},
      audit: {
        subject: { kind: 'investigation', id: investigationId },
        changes: [{ field: 'nextStep', before: writtenIn(held), after: text }],
      },
    };
  },

  'handover.reassign': async (tx, { unitId, from, to, on, ...ids }, context) => {
    await requireAble(tx, unitId, to, 'to');
    if (from === to) throw new StoreFailure('invalid_input', undefined, [{ path: 'to', code: 'invalid_value' }]);
    const items: readonly Item[] = [
      ...ids.investigationIds.map((id) => ({ kind: 'investigation' as const, id })),
      ...ids.referralIds.map((id) => ({ kind: 'referral' as const, id })),
      ...ids.taskIds.map((id) => ({ kind: 'task' as const, id })),
      ...ids.hearingIds.map((id) => ({ kind: 'hearing' as const, id })),
    ];
    if (items.length === 0)
      throw new StoreFailure('invalid_input', undefined, [{ path: 'investigationIds', code: 'too_small' }]);
    const refused: FieldProblem[] = [];
    for (const item of items) {
      if (await passItem(tx, item, { unitId, from, to, on }, context)) continue;
      // It has changed since it was shown.
      const place = (ids[`${item.kind}Ids`] as readonly string[]).indexOf(item.id);
      refused.push({ path: `${item.kind}Ids.${String(place)}`, code: 'version_conflict' });
    }
    if (refused.length > 0) throw new StoreFailure('conflict', 'version_conflict', refused);
    const id = context.newId();
    await tx.insert(reassignment).values({
      id,
      unitId,
      fromUser: from,
      toUser: to,
      on,
      at: context.clock.now(),
      byUser: context.session.user.id,
    });
    for (const { kind, id: itemId } of items)
      await tx.insert(reassignedItem).values({ reassignmentId: id, itemId, unitId, kind });
    return {
      output: { id },
      audit: {
        subject: { kind: 'reassignment', id },
        facts: { unitId, items: items.length },
        changes: [
          { field: 'officer', before: from, after: to },
          { field: 'items', before: null, after: items.map((item) => item.id) },
        ],
      },
    };
  },

  'handover.undo': async (tx, { unitId, reassignmentId }, context) => {
    const [row] = await tx
      .select()
      .from(reassignment)
      .where(and(eq(reassignment.id, reassignmentId), eq(reassignment.unitId, unitId)));
    if (!row) throw new StoreFailure('not_found');
    if (row.undoneAt !== null) throw new StoreFailure('conflict', 'state_not_allowed');
    const items = await tx.select().from(reassignedItem).where(eq(reassignedItem.reassignmentId, row.id));
    const again = await givenAgain(tx, row);
    const passing = { unitId, from: row.toUser, to: row.fromUser, on: context.clock.today() };
    let givenBack = 0;
    for (const { kind, itemId } of items)
      if (!again.has(itemId) && (await passItem(tx, { kind, id: itemId } as Item, passing, context))) givenBack += 1;
    if (givenBack === 0) throw new StoreFailure('conflict', 'state_not_allowed');
    await tx
      .update(reassignment)
      .set({ undoneAt: context.clock.now(), version: row.version + 1 })
      .where(eq(reassignment.id, row.id));
    return {
      output: { givenBack },
      audit: {
        subject: { kind: 'reassignment', id: row.id },
        facts: { unitId, items: givenBack },
        changes: [{ field: 'officer', before: row.toUser, after: row.fromUser }],
      },
    };
  },
};
