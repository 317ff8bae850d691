import { asc, eq } from 'drizzle-orm';
import { addMonths, type Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { scope } from '#contract/statistics/estimate';
import { mostFte, plan as planSchema, planMarks, planMonths, savedPlan, type Plan } from '#contract/statistics/plans';
import { at } from '../../ground/analysis/numbers.ts';
import { describePlan, difference } from '../../ground/analysis/planning/describe.ts';
import { project } from '../../ground/analysis/planning/project.ts';
import { findStaff } from '../../ground/analysis/planning/solve.ts';
import { noChange } from '../../ground/analysis/planning/staff.ts';
import { must } from '../../ground/kernel/assert.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { user } from '../../ground/schema/common/people.ts';
import { plan } from '../../ground/schema/common/laboratory.ts';
import type { ReadHandler } from '../../store/types.ts';
import { unitsIn } from '../estimate/unitsIn.ts';
import { backtestOf } from './backtest.ts';
import { growthObserved, pastBacklog } from './past.ts';
import { startPlans, type PlanStart } from './start.ts';
import { toEngine } from './toEngine.ts';

type Saved = Output<'plans.list'>['plans'][number];
type Projected = Output<'plans.project'>;

async function savedPlans(db: ReadDb): Promise<{ readonly saved: Saved; readonly unitIds: readonly string[] }[]> {
  const rows = await db
    .select({ row: plan, savedBy: user.displayName })
    .from(plan)
    .leftJoin(user, eq(user.id, plan.savedBy))
    .orderBy(asc(plan.name));
  return rows.map(({ row, savedBy }) => ({
    saved: savedPlan.parse({
      id: row.id,
      version: row.version,
      name: row.name,
      scope: scope.parse(row.scope),
      plan: planSchema.parse(row.plan),
      savedBy: savedBy ?? '',
      savedAt: row.savedAt,
    }),
    unitIds: row.unitIds,
  }));
}

/** Plans of these very units: those of others would be no answer to the same question. */
async function plansOf(db: ReadDb, unitIds: readonly string[]): Promise<readonly Saved[]> {
  const key = (ids: readonly string[]): string => [...ids].sort().join(' ');
  return (await savedPlans(db)).filter((each) => key(each.unitIds) === key(unitIds)).map(({ saved }) => saved);
}

function withRenewal(drawn: Plan): readonly Plan[] {
  if (drawn.agreementEnds === null) return [];
  return [
    { ...drawn, renewed: true },
    { ...drawn, renewed: false },
  ];
}

function runPlans(
  { basis: found, units }: PlanStart,
  drawn: Plan,
  compared: readonly Saved[],
): Pick<Projected, 'months' | 'noChange' | 'drawn' | 'renewal' | 'compared'> {
  const basis = must(found, 'a planned unit has a start');
  const renewal = withRenewal(drawn);
  const plans = [noChange, ...[drawn, ...renewal, ...compared.map((each) => each.plan)].map(toEngine)];
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
    compared: compared.map(({ id, name }, index) => ({
      id,
      name,
      outlook: at(outlooks, 2 + renewal.length + index),
    })),
  };
}

/** What a page shows where no unit can be planned: the reasons, and no figure. */
function nothingPlanned(): Pick<Projected, 'months' | 'noChange' | 'drawn' | 'renewal' | 'compared'> {
  const none = { fan: [], marks: [] };
  return { months: [], noChange: none, drawn: none, renewal: null, compared: [] };
}

type Reads = 'plans.list' | 'plans.project' | 'plans.backtest' | 'plans.findStaff';

export const planReads: { readonly [K in Reads]: ReadHandler<K> } = {
  'plans.list': async (db) => ({
    plans: (await savedPlans(db)).map(({ saved }) => saved),
  }),

  'plans.project': async (db, input, context) => {
    const unitIds = await unitsIn(db, input.scope, input.lastMonth, context);
    const start = await startPlans(db, unitIds, input, context);
    const own = await plansOf(db, unitIds);
    const compared = input.compare.flatMap((id) => own.find((each) => each.id === id) ?? []);
    const lastMonth = (start.basis?.lastMonth ?? input.lastMonth) as Month;
    const nothing = start.units.length === 0;
    return {
      basis: start.estimate.basis,
      draws: start.basis?.draws ?? 0,
      lastMonth,
      units: start.units,
      notPlanned: [...start.notPlanned],
      history: nothing ? { months: [], backlog: [] } : pastBacklog(start.panels, lastMonth),
      backlogNow: start.units.reduce((sum, { backlog }) => sum + backlog, 0),
      growthObserved: nothing ? null : growthObserved(start.panels, lastMonth),
      ...(nothing ? nothingPlanned() : runPlans(start, input.plan, compared)),
      plansSaved: own.length,
      inputsHash: start.estimate.inputsHash,
    };
  },

  'plans.backtest': async (db, input, context) => {
    const unitIds = await unitsIn(db, input.scope, input.lastMonth, context);
    return backtestOf(db, unitIds, input, context);
  },

  'plans.findStaff': async (db, input, context) => {
    const { basis, units } = await startPlans(db, [input.scope.unitId], input, context);
    if (basis === null || units.length === 0) return { found: null, refusal: 'not_planned' };
    const { units: tried } = await backtestOf(db, [input.scope.unitId], input, context);
    const verdict = tried[0]?.verdict ?? 'too_short';
    if (verdict !== 'passed') return { found: null, refusal: `backtest_${verdict}` };
    const { from, by } = input.search;
    const [first, last] = [addMonths(basis.lastMonth as Month, 1), addMonths(basis.lastMonth as Month, planMonths)];
    if (from < first || by < from || by > last) throw new StoreFailure('invalid_input');
    const search = { ...input.search, unitId: input.scope.unitId, most: mostFte };
    const found = findStaff(basis, toEngine(input.plan), search, planMonths);
    return { found: { ...found, reached: found.reached as Month | null }, refusal: null };
  },
};
