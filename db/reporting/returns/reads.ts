import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { Output } from '#contract/index';
import type { AgreementId, JobId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import { closingAlternatives } from '../../statistics/estimate/alternatives.ts';
import { estimateUnits } from '../../statistics/estimate/estimate.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import { pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext, ReadHandler } from '../../store/types.ts';
import { contentHashOf } from '../signedReport/document.ts';
import { assembleContent, type Estimator } from './assemble.ts';
import { publishedOf } from './published.ts';
import { consolidatedCode } from './consolidated.ts';
import { findLocked, listLocked } from './locked.ts';
import { questionedOf } from './questioned.ts';
import { differencesOf, type Figures } from './restatement/differences.ts';

type Handlers = { readonly [M in 'returns.list' | 'returns.prepare' | 'returns.sinceLock']: ReadHandler<M> };

/** A return's estimate is always made under the default assumptions, so that returns can be compared. */
export function estimatorFor(db: ReadDb, context: ReadContext, jobId: JobId): Estimator {
  return async (unitIds, lastMonth) => {
    const job = context.job(jobId);
    const found = await estimateUnits(db, unitIds, lastMonth, defaultAssumptions, context, job);
    const rows = await closingAlternatives(db, unitIds, lastMonth, defaultAssumptions, context, job);
    const alternatives = rows.map(({ scenario, value, low, high }) => ({ scenario, value, low, high }));
    return publishedOf({ ...found, alternatives }, lastMonth);
  };
}

/** For a look at the counted figures alone. */
const noEstimate: Estimator = () => Promise.resolve(null);

/** Of each unit that an agreement funds, how far what was received of it reaches: a later quarter's pack has the months before it. */
async function receivedUnits(db: ReadDb): Promise<Output<'returns.list'>['received']> {
  const rows = await db
    .selectDistinct({ unitId: packUnit.unitId, fiscalYear: pack.fiscalYear, quarter: pack.quarter })
    .from(packUnit)
    .innerJoin(pack, and(eq(pack.id, packUnit.packId), eq(pack.superseded, false), isNull(pack.withdrawnAt)))
    .innerJoin(agreementUnit, eq(agreementUnit.unitId, packUnit.unitId))
    .orderBy(desc(pack.fiscalYear), desc(pack.quarter), asc(packUnit.unitId));
  return rows
    .filter(({ unitId }, index) => rows.findIndex((each) => each.unitId === unitId) === index)
    .map(({ unitId, ...quarter }) => ({ unitId, quarter }));
}

export const returnReads: Handlers = {
  'returns.list': async (db, _input, { session }) => {
    const quarters = await db
      .selectDistinct({ fiscalYear: pack.fiscalYear, quarter: pack.quarter })
      .from(pack)
      .orderBy(desc(pack.fiscalYear), desc(pack.quarter));
    const { id, name } = await getSetting(db, 'workspace');
    return {
      returns: await listLocked(db),
      quarters,
      received: await receivedUnits(db),
      consolidated:
        session.agreementIds === null
          ? { id: id as AgreementId, code: consolidatedCode, recipient: { en: name, fr: name } }
          : null,
    };
  },

  'returns.prepare': async (db, { agreementId, quarter, jobId, restate, sequence }, context) => {
    const held = await findLocked(db, agreementId, quarter, restate ? undefined : sequence);
    if (!held && (restate || sequence !== undefined)) throw new StoreFailure('not_found', 'return_not_locked');
    if (held && !restate) {
      const { content, locked } = held;
      return { content, contentHash: locked.contentHash, locked, questioned: await questionedOf(db, content.packs) };
    }
    const content = await assembleContent(db, agreementId, quarter, estimatorFor(db, context, jobId), held);
    const questioned = await questionedOf(db, content.packs);
    return { content, contentHash: contentHashOf(content), locked: null, questioned };
  },

  'returns.sinceLock': async (db, { agreementId, quarter }) => {
    const held = await findLocked(db, agreementId, quarter);
    if (!held) return { figures: null };
    const counted = (content: ReturnContent): Figures => ({
      ...content,
      values: content.values.filter(({ calculation }) => calculation !== 'counterfactual'),
    });
    const now = await assembleContent(db, agreementId, quarter, noEstimate, held);
    return { figures: differencesOf(counted(held.content), counted(now)).length };
  },
};
