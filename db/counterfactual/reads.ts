import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { firstDayOf, lastDayOf, type Month } from '#contract/dates';
import type { ParsedInput } from '#contract/index';
import { StoreFailure } from '../kernel/failure.ts';
import { agreementUnit } from '../schema/coordination/agreements.ts';
import type { ReadContext, ReadDb, ReadHandler } from '../store/types.ts';
import { estimateUnits } from './estimate.ts';

type Scope = ParsedInput<'counterfactual.run'>['scope'];

async function unitsIn(
  db: ReadDb,
  scope: Scope,
  lastMonth: Month,
  { session }: ReadContext,
): Promise<readonly string[]> {
  if ('unitId' in scope) return [scope.unitId];
  if ('all' in scope) return session.unitIds;
  if (session.workspace.kind !== 'coordination') throw new StoreFailure('forbidden', 'workspace_kind');
  const rows = await db
    .select({ unitId: agreementUnit.unitId })
    .from(agreementUnit)
    .where(
      and(
        eq(agreementUnit.agreementId, scope.agreementId),
        lte(agreementUnit.from, lastDayOf(lastMonth)),
        or(isNull(agreementUnit.to), gte(agreementUnit.to, firstDayOf(lastMonth))),
      ),
    );
  return rows.map((row) => row.unitId);
}

export const counterfactualReads: { readonly 'counterfactual.run': ReadHandler<'counterfactual.run'> } = {
  'counterfactual.run': async (db, input, context) => {
    const started = performance.now();
    const units = await unitsIn(db, input.scope, input.lastMonth, context);
    const result = await estimateUnits(
      db,
      units,
      input.lastMonth,
      input.assumptions,
      context,
      context.job(input.jobId),
    );
    return { ...result, milliseconds: Math.round(performance.now() - started) };
  },
};
