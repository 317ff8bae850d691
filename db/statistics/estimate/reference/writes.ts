import { eq } from 'drizzle-orm';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { assumptionSet } from '../../../ground/schema/common/laboratory.ts';
import { referencePosterior } from '../../../ground/schema/unit/reference.ts';
import type { WriteHandler } from '../../../store/types.ts';

type Name = 'assumptionSets.save' | 'assumptionSets.remove' | 'reference.remove';

export const laboratoryWrites: { readonly [M in Name]: WriteHandler<M> } = {
  'assumptionSets.save': async (tx, { name, assumptions, version }, { session, clock, newId }) => {
    const [before] = await tx.select().from(assumptionSet).where(eq(assumptionSet.name, name));
    const facts = { assumptions, savedBy: session.user.id, savedAt: clock.now() };
    const id = before?.id ?? newId();
    if (before) {
      if (version === undefined) throw new StoreFailure('conflict', 'name_taken', 'name');
      if (before.version !== version) throw new StoreFailure('conflict', 'version_conflict');
      await tx
        .update(assumptionSet)
        .set({ ...facts, version: before.version + 1 })
        .where(eq(assumptionSet.id, id));
    } else {
      // Someone removed the set that was to be replaced.
      if (version !== undefined) throw new StoreFailure('not_found');
      await tx.insert(assumptionSet).values({ id, name, ...facts });
    }
    return {
      output: { id },
      audit: {
        subject: { kind: 'assumptionSet', id },
        changes: [{ field: 'assumptionSet', before: before ?? null, after: { name, assumptions } }],
      },
    };
  },

  'assumptionSets.remove': async (tx, { id, version }) => {
    const [before] = await tx.select().from(assumptionSet).where(eq(assumptionSet.id, id));
    if (!before) throw new StoreFailure('not_found');
    if (before.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(assumptionSet).where(eq(assumptionSet.id, id));
    return {
      output: {},
      audit: { subject: { kind: 'assumptionSet', id }, changes: [{ field: 'assumptionSet', before, after: null }] },
    };
  },

  'reference.remove': async (tx, { id }) => {
    const [removed] = await tx
      .delete(referencePosterior)
      .where(eq(referencePosterior.id, id))
      .returning({ sha256: referencePosterior.sha256, fingerprint: referencePosterior.fingerprint });
    if (!removed) throw new StoreFailure('not_found');
    return { output: {}, audit: { subject: { kind: 'reference', id }, facts: removed } };
  },
};
