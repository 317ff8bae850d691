import { asc, eq } from 'drizzle-orm';
import { fileOffence } from '../../ground/schema/unit/offences.ts';
import type { ReadHandler } from '../../store/types.ts';
import { catalogueInForce } from './catalogue.ts';
import { summaryUntil } from './rules.ts';

type Handlers = { readonly [M in 'offences.catalogue' | 'offences.list']: ReadHandler<M> };

export const offenceReads: Handlers = {
  'offences.catalogue': (db) => catalogueInForce(db),

  'offences.list': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(fileOffence)
      .where(eq(fileOffence.investigationId, investigationId))
      .orderBy(asc(fileOffence.firstOn), asc(fileOffence.id));
    const catalogue = await catalogueInForce(db);
    return {
      offences: rows.map(({ id, version, offence, firstOn, lastOn, attempted }) => ({
        id,
        version,
        offence,
        firstOn,
        lastOn,
        attempted,
        summaryUntil: summaryUntil(catalogue, offence, lastOn),
      })),
    };
  },
};
