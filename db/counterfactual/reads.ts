import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { SensitivityRow } from '#contract/assumptions';
import { firstDayOf, lastDayOf, type Month } from '#contract/dates';
import type { ParsedInput } from '#contract/index';
import { addDraws } from '../analysis/combineUnits.ts';
import type { ScenarioResult } from '../analysis/sensitivity.ts';
import { summariseDraws } from '../analysis/summary.ts';
import { StoreFailure } from '../kernel/failure.ts';
import { agreementUnit } from '../schema/coordination/agreements.ts';
import type { ReadContext, ReadDb, ReadHandler } from '../store/types.ts';
import { estimateUnits } from './estimate.ts';
import { ask, readQuestion } from './question.ts';

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

/** Draws at each unit's last month, added up over the units of the scope that a scenario can change or leaves as they are. */
function toRow({ code, value, units }: ScenarioResult, unitIds: readonly string[]): SensitivityRow | null {
  const draws = units.flatMap((each) => (unitIds.includes(each.unitId) && each.draws !== null ? [each.draws] : []));
  if (draws.length === 0) return null;
  const { p10, p50, p90 } = summariseDraws(addDraws(draws)).avoided;
  return { scenario: code, value, median: p50, low: p10, high: p90 };
}

type Reads = 'counterfactual.run' | 'counterfactual.sensitivity' | 'counterfactual.placebos';

export const counterfactualReads: { readonly [K in Reads]: ReadHandler<K> } = {
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
  'counterfactual.sensitivity': async (db, input, context) => {
    const units = await unitsIn(db, input.scope, input.lastMonth, context);
    const question = await readQuestion(db, input.lastMonth, input.assumptions, context);
    const { answer, fromMemory } = await ask(db, 'sensitivity', question, context, context.job(input.jobId));
    return { rows: answer.flatMap((each) => toRow(each, units) ?? []), fromMemory };
  },
  'counterfactual.placebos': async (db, input, context) => {
    const question = await readQuestion(db, input.lastMonth, input.assumptions, context);
    const { answer, fromMemory } = await ask(db, 'placebos', question, context, context.job(input.jobId));
    const { earlyStart, withoutPandemic } = answer;
    return {
      earlyStart,
      withoutPandemic: withoutPandemic && { ...withoutPandemic, month: withoutPandemic.month as Month },
      fromMemory,
    };
  },
};
