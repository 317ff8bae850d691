import { asc, eq } from 'drizzle-orm';
import { assumptions } from '#contract/statistics/assumptions';
import { assumptionSet } from '../../../ground/schema/common/laboratory.ts';
import { user } from '../../../ground/schema/common/people.ts';
import { referencePosterior } from '../../../ground/schema/unit/reference.ts';
import type { ReadHandler } from '../../../store/types.ts';
import { referencePayload } from '../referenceFormat.ts';
import { summaryOf } from './summary.ts';
import { inOrderOf } from '../../../ground/kernel/inOrderOf.ts';

type Name = 'assumptionSets.list' | 'reference.get';

export const laboratoryReads: { readonly [M in Name]: ReadHandler<M> } = {
  'assumptionSets.list': async (db) => {
    const rows = await db
      .select({ set: assumptionSet, savedBy: user.displayName })
      .from(assumptionSet)
      .leftJoin(user, eq(user.id, assumptionSet.savedBy))
      .orderBy(asc(assumptionSet.id));
    return {
      sets: inOrderOf(rows, ({ set }) => set.name).map(({ set, savedBy }) => ({
        id: set.id,
        version: set.version,
        name: set.name,
        assumptions: assumptions.parse(set.assumptions),
        savedBy: savedBy ?? '',
        savedAt: set.savedAt,
      })),
    };
  },

  'reference.get': async (db) => {
    const [held] = await db
      .select({ row: referencePosterior, importedBy: user.displayName })
      .from(referencePosterior)
      .leftJoin(user, eq(user.id, referencePosterior.importedBy));
    if (!held) return { reference: null };
    const { id, payload, fingerprint, sha256, importedAt } = held.row;
    return {
      reference: {
        id,
        ...summaryOf({ payload: referencePayload.parse(JSON.parse(payload)), fingerprint, sha256 }),
        importedAt,
        importedBy: held.importedBy ?? '',
      },
    };
  },
};
