import type { Month } from '#contract/ground/dates';
import type { ParsedInput } from '#contract/index';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext, ReadHandler } from '../../store/types.ts';
import { toRow, type ScenarioRow } from './alternatives.ts';
import { estimateUnits, firstAnswer } from './estimate.ts';
import { lastMonthOf } from './lastMonth.ts';
import { ask, readQuestion, type Question } from './question.ts';
import { unitsIn } from './unitsIn.ts';

/** The estimate of the same months under the other definition of backlog; null where no unit's months change with it. */
async function withCourt(
  db: ReadDb,
  input: ParsedInput<'counterfactual.sensitivity'>,
  asked: Question,
  context: ReadContext,
): Promise<ScenarioRow | null> {
  if (input.assumptions.backlogDefinition === 'with_court') return null;
  const assumptions = { ...input.assumptions, backlogDefinition: 'with_court' as const };
  const question = await readQuestion(db, input.lastMonth, assumptions, context);
  if (question.hash === asked.hash) return null;
  const job = { ...context.job(input.jobId), progress: () => undefined };
  const { answer } = await ask(db, 'estimate', question, context, job);
  const units = answer.units.flatMap((unit) => {
    if (unit.status === 'refused') return [];
    return [{ unitId: unit.unitId, draws: unit.draws.get(unit.asOf) ?? null }];
  });
  return { code: 'backlog_definition', value: 'with_court', units };
}

type Reads =
  | 'counterfactual.lastMonth'
  | 'counterfactual.run'
  | 'counterfactual.first'
  | 'counterfactual.sensitivity'
  | 'counterfactual.placebos';

export const counterfactualReads: { readonly [K in Reads]: ReadHandler<K> } = {
  'counterfactual.lastMonth': lastMonthOf,
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
      true,
    );
    return { ...result, milliseconds: Math.round(performance.now() - started) };
  },
  'counterfactual.first': async (db, input, context) => {
    const started = performance.now();
    const units = await unitsIn(db, input.scope, input.lastMonth, context);
    const result = await firstAnswer(db, units, input.lastMonth, input.assumptions, context);
    const milliseconds = Math.round(performance.now() - started);
    return { result: result && { ...result, fromMemory: true, milliseconds } };
  },
  'counterfactual.sensitivity': async (db, input, context) => {
    const units = await unitsIn(db, input.scope, input.lastMonth, context);
    const question = await readQuestion(db, input.lastMonth, input.assumptions, context);
    const { answer, fromMemory } = await ask(db, 'sensitivity', question, context, context.job(input.jobId));
    const court = await withCourt(db, input, question, context);
    const scenarios = court === null ? answer : [...answer, court];
    return { rows: scenarios.flatMap((each) => toRow(each, units) ?? []), fromMemory };
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
