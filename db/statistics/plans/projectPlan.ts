import { asc, eq } from 'drizzle-orm';
import type { Month } from '#contract/ground/dates';
import type { ParsedInput } from '#contract/index';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { Quantiles } from '#contract/statistics/evidence';
import {
  planMarks,
  planMonths,
  savedPlan,
  type Plan,
  type Projection,
  type SavedPlan,
} from '#contract/statistics/plans';
import { at } from '../../estimator/numbers.ts';
import { describePlan, difference } from '../../estimator/planning/describe.ts';
import { project } from '../../estimator/planning/project.ts';
import { noChange } from '../../estimator/planning/staff.ts';
import { must } from '../../ground/kernel/assert.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { user } from '../../ground/schema/common/people.ts';
import { plan } from '../../ground/schema/common/laboratory.ts';
import type { ReadContext } from '../../store/types.ts';
import { estimateUnits } from '../estimate/estimate.ts';
import { keptAnswer } from '../estimate/question.ts';
import { unitsIn } from '../estimate/unitsIn.ts';
import { appliedPlan, type AppliedPlan } from './appliedPlan.ts';
import { lineCodes } from './lineCodes.ts';
import { growthObserved, pastBacklog } from './past.ts';
import { startPlans, type PlanStart } from './start.ts';
import { toEngine } from './toEngine.ts';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';

type Outlooks = Pick<Projection, 'months' | 'noChange' | 'drawn' | 'renewal' | 'compared'>;

export async function savedPlans(db: ReadDb): Promise<SavedPlan[]> {
  const rows = await db
    .select({ row: plan, savedBy: user.displayName })
    .from(plan)
    .leftJoin(user, eq(user.id, plan.savedBy))
    .orderBy(asc(plan.id));
  return inOrderOf(rows, ({ row }) => row.name).map(({ row, savedBy }) =>
    savedPlan.parse({ ...row, savedBy: savedBy ?? '' }),
  );
}

/** Plans of the same scope, as the page lists them: each is projected on the units that the scope has now. */
async function plansOf(db: ReadDb, asked: SavedPlan['scope']): Promise<readonly SavedPlan[]> {
  const key = JSON.stringify(asked);
  return (await savedPlans(db)).filter((each) => JSON.stringify(each.scope) === key);
}

type Compared = Pick<SavedPlan, 'id' | 'name'> & AppliedPlan;

function withRenewal(drawn: Plan): readonly Plan[] {
  if (drawn.agreementEnds === null) return [];
  return [
    { ...drawn, renewed: true },
    { ...drawn, renewed: false },
  ];
}

function runPlans({ basis: found, vacancies, units }: PlanStart, drawn: Plan, compared: readonly Compared[]): Outlooks {
  const basis = must(found, 'a planned unit has a start');
  const renewal = withRenewal(drawn);
  const plans = [
    noChange,
    ...[drawn, ...renewal, ...compared.map((each) => each.applied)].map((each) => toEngine(each, vacancies)),
  ];
  const unitIds = units.map(({ unitId }) => unitId);
  const projections = project(
    basis,
    plans.map((each) => ({ plan: each })),
    planMonths,
    unitIds,
  );
  const outlooks = projections.totals.map((total) => {
    const { fan, marks } = describePlan(projections, total, planMarks);
    return { fan: [...fan], marks: marks.map((mark) => ({ ...mark, month: mark.month as Month })) };
  });
  const more = (ahead: number) => difference(projections, at(projections.totals, 3), at(projections.totals, 2), ahead);
  return {
    months: projections.months as Month[],
    noChange: at(outlooks, 0),
    drawn: at(outlooks, 1),
    renewal:
      renewal.length === 0
        ? null
        : {
            renewed: at(outlooks, 2),
            ended: at(outlooks, 3),
            more: planMarks.map((ahead) => ({ ahead, files: more(ahead) })),
          },
    compared: compared.map(({ id, name, notApplied }, index) => ({
      id,
      name,
      outlook: at(outlooks, 2 + renewal.length + index),
      notApplied,
    })),
  };
}

/** What a page shows where no unit can be planned: the reasons, and no figure. */
function nothingPlanned(): Outlooks {
  const none = { fan: [], marks: [] };
  return { months: [], noChange: none, drawn: none, renewal: null, compared: [] };
}

/** Of the planned units together, those of reliability D left out; a single unit has no total of its own. */
async function scepticOf(
  db: ReadDb,
  { units: planned, notPlanned, estimate }: PlanStart,
  { lastMonth, jobId }: Pick<ParsedInput<'plans.project'>, 'lastMonth' | 'jobId'>,
  context: ReadContext,
): Promise<Projection['sceptic']> {
  if (planned.length === 0) return null;
  const ids = planned.map(({ unitId }) => unitId);
  // What is refused is in no total: then the estimate of the scope is that of the planned units.
  const isSame = notPlanned.every(({ reason }) => reason === 'refused');
  const { total, units } = isSame
    ? estimate
    : await estimateUnits(db, ids, lastMonth, defaultAssumptions, context, context.job(jobId));
  const [only] = units;
  const found = total ?? (units.length === 1 && only?.result.status === 'estimated' ? only.result : null);
  if (!found?.sceptic) return null;
  const range = ({ p10, p90 }: Quantiles) => ({ low: p10, high: p90 });
  return { estimate: range(found.avoided), sceptic: range(found.sceptic) };
}

/** What the test on earlier months said, where it was made of the same data: it takes too long to be made unasked. */
async function testedOf(
  db: ReadDb,
  { question, units }: PlanStart,
  context: ReadContext,
): Promise<Projection['tested']> {
  const kept = await keptAnswer(db, 'backtest', question, context);
  if (kept === undefined) return null;
  return units.flatMap(({ unitId, code }) => {
    const found = kept.units.find((each) => each.unitId === unitId);
    return found === undefined ? [] : [{ ...found, unitId, code }];
  });
}

/** The backlog to come of a scope's units, if nothing changes and under a plan. */
export async function projectPlan(
  db: ReadDb,
  input: ParsedInput<'plans.project'>,
  context: ReadContext,
): Promise<Projection> {
  const unitIds = await unitsIn(db, input.scope, input.lastMonth, context);
  const start = await startPlans(db, unitIds, input, context);
  const own = await plansOf(db, input.scope);
  const compared = input.compare.flatMap((id) => own.find((each) => each.id === id) ?? []);
  const lastMonth = (start.basis?.lastMonth ?? input.lastMonth) as Month;
  const nothing = start.units.length === 0;
  const codes = await lineCodes(db, [input.plan, ...compared.map((each) => each.plan)], context);
  const applied = (each: Plan): AppliedPlan => appliedPlan(each, lastMonth, start.units, codes);
  const drawn = applied(input.plan);
  return {
    basis: start.estimate.basis,
    draws: start.basis?.draws ?? 0,
    lastMonth,
    ...drawn,
    units: start.units,
    notPlanned: [...start.notPlanned],
    tested: await testedOf(db, start, context),
    history: nothing ? { months: [], backlog: [] } : pastBacklog(start.panels, lastMonth),
    backlogNow: start.units.reduce((sum, { backlog }) => sum + backlog, 0),
    growthObserved: nothing ? null : growthObserved(start.panels, lastMonth),
    sceptic: await scepticOf(db, start, input, context),
    ...(nothing
      ? nothingPlanned()
      : runPlans(
          start,
          drawn.applied,
          compared.map((each) => ({ ...each, ...applied(each.plan) })),
        )),
    plansSaved: own.length,
    inputsHash: start.estimate.inputsHash,
  };
}
