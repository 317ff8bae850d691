import type { Assumptions } from '#contract/statistics/assumptions';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import { fit } from '#contract/statistics/evidence';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { combineUnits } from '../../estimator/combineUnits.ts';
import type { CrossChecks } from '../../estimator/crossChecks/run.ts';
import type { EstimatedUnit, Estimation, Sceptic } from '../../estimator/estimate.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ReadContext } from '../../store/types.ts';
import { meanStays } from './meanStay.ts';
import { codesOf } from './unitCodes.ts';
import { askBoth, firstEstimation } from './firstAnswer.ts';
import { readQuestion, seed, type Question } from './question.ts';
import { toEventStudies } from './toEvents.ts';
import { toTotal } from './toTotal.ts';
import { refuseShort, toUnitResult } from './toResult.ts';

/** Months for which a total is drawn. */
const totalWindow = 60;

/**
 * Estimates all units and checks them by the other methods, in worker threads, then answers for the units asked for. `fromMemory` says that
 * nothing had to be computed. With `isEarly` there is a first answer on the way, see `firstAnswer`.
 */
export async function estimateUnits(
  db: ReadDb,
  unitIds: readonly UnitId[],
  lastMonth: Month,
  assumptions: Assumptions,
  context: ReadContext,
  job: Job,
  isEarly = false,
): Promise<CounterfactualResult & { readonly fromMemory: boolean }> {
  const question = await readQuestion(db, lastMonth, assumptions, context);
  const [estimate, checks] = await askBoth(db, question, context, job, isEarly);
  const result = await toResult(
    db,
    unitIds,
    { lastMonth, assumptions, question },
    estimate.answer,
    checks.answer,
    context,
  );
  return { ...result, fromMemory: estimate.fromMemory && checks.fromMemory };
}

/** What the first draws of a question under way say, without a grade; null where there is none, or its answer is there. */
export async function firstAnswer(
  db: ReadDb,
  unitIds: readonly UnitId[],
  lastMonth: Month,
  assumptions: Assumptions,
  context: ReadContext,
): Promise<CounterfactualResult | null> {
  const question = await readQuestion(db, lastMonth, assumptions, context);
  const estimation = firstEstimation(question, context);
  return estimation && toResult(db, unitIds, { lastMonth, assumptions, question }, estimation, null, context);
}

interface Asked {
  readonly lastMonth: Month;
  readonly assumptions: Assumptions;
  readonly question: Question;
}

async function toResult(
  db: ReadDb,
  unitIds: readonly UnitId[],
  { lastMonth, assumptions, question }: Asked,
  estimation: Estimation,
  checks: CrossChecks | null,
  context: ReadContext,
): Promise<CounterfactualResult> {
  const months = monthsBetween(addMonths(lastMonth, 1 - totalWindow), lastMonth);
  const stays = await meanStays(lastMonth, context);
  const units = await unitResults(db, unitIds, { lastMonth, question }, estimation, checks, stays);
  const isTotal = unitIds.length > 1;
  // One set of units in every month: a unit that ends earlier would leave the sum in the middle of it.
  const whole = funded(estimation, unitIds).filter(({ asOf }) => asOf === lastMonth);
  const combined = isTotal ? combineUnits(whole, months) : [];
  return {
    method: 'A',
    basis: estimation.basis,
    seed,
    draws: drawsIn(estimation),
    assumptions,
    lastMonth,
    units,
    total: isTotal ? toTotal(combined, units, question.panels, estimation) : null,
    // Without what `analyse` alone says of the chains.
    fit: fit.nullable().parse(estimation.fit),
    sceptic: estimation.sceptic && withoutDraws(estimation.sceptic),
    events: checks === null ? null : toEventStudies(checks.events),
    inputsHash: question.hash,
  };
}

function withoutDraws({ by, effective, productivity }: Sceptic): CounterfactualResult['sceptic'] {
  return { by, effective, productivity };
}

function drawsIn({ units }: Estimation): number {
  const [first] = units.flatMap((each) => (each.status === 'estimated' ? [...each.draws.values()] : []));
  return first?.length ?? 0;
}

/** A unit that never had funded staff has a gap of exactly zero by construction: in a total it would only pad the coverage. */
function funded({ units }: Estimation, unitIds: readonly string[]): readonly EstimatedUnit[] {
  return units.filter(
    (each): each is EstimatedUnit =>
      each.status === 'estimated' && each.fundingStart !== null && unitIds.includes(each.unitId),
  );
}

type UnitResult = CounterfactualResult['units'][number];

async function unitResults(
  db: ReadDb,
  unitIds: readonly UnitId[],
  { lastMonth, question: { panels } }: Pick<Asked, 'lastMonth' | 'question'>,
  estimation: Estimation,
  checks: CrossChecks | null,
  stays: ReadonlyMap<string, number>,
): Promise<UnitResult[]> {
  const { units } = estimation;
  const codes = await codesOf(db, unitIds);
  const resultOf = (unitId: string): UnitResult['result'] => {
    const panel = panels.find((each) => each.unitId === unitId);
    const found = units.find((each) => each.unitId === unitId);
    if (!panel || !found) return { status: 'refused', reasons: [{ code: 'no_data', months: [] }] };
    const own = checks?.units.find((each) => each.unitId === unitId) ?? null;
    const result = toUnitResult(found, panel, own, checks?.events ?? null, stays.get(unitId) ?? null, estimation);
    return unitIds.length === 1 ? refuseShort(result, panel, lastMonth) : result;
  };
  return unitIds
    .map((unitId) => ({
      unitId,
      code: codes.get(unitId) ?? '',
      result: resultOf(unitId),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
