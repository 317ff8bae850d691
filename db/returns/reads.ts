import { desc } from 'drizzle-orm';
import { defaultAssumptions } from '#contract/assumptions';
import type { Quarter } from '#contract/dates';
import type { JobId } from '#contract/ids';
import { estimateUnits } from '../counterfactual/estimate.ts';
import { pack } from '../schema/coordination/packs.ts';
import type { ReadContext, ReadDb, ReadHandler } from '../store/types.ts';
import { assembleContent, contentHashOf, type Estimator } from './assemble.ts';
import { findLocked, listLocked } from './locked.ts';

type Handlers = { readonly [M in 'returns.list' | 'returns.prepare']: ReadHandler<M> };

/** A return's estimate is always made under the default assumptions, so that returns can be compared. */
export function estimatorFor(db: ReadDb, context: ReadContext, jobId: JobId): Estimator {
  return (unitIds, lastMonth) => estimateUnits(db, unitIds, lastMonth, defaultAssumptions, context, context.job(jobId));
}

export const returnReads: Handlers = {
  'returns.list': async (db) => {
    const quarters = await db
      .selectDistinct({ fiscalYear: pack.fiscalYear, quarter: pack.quarter })
      .from(pack)
      .orderBy(desc(pack.fiscalYear), desc(pack.quarter));
    return { returns: await listLocked(db), quarters: quarters as Quarter[] };
  },

  'returns.prepare': async (db, { agreementId, quarter, jobId }, context) => {
    const held = await findLocked(db, agreementId, quarter);
    if (held) return { ...held, contentHash: held.locked.contentHash };
    const content = await assembleContent(db, agreementId, quarter, estimatorFor(db, context, jobId));
    return { content, contentHash: contentHashOf(content), locked: null };
  },
};
