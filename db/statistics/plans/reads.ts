import { addMonths, type Month } from '#contract/ground/dates';
import { cappedProbability } from '#contract/statistics/shown';
import { mostFte, planMonths } from '#contract/statistics/plans';
import { findStaff } from '../../estimator/planning/solve.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadHandler } from '../../store/types.ts';
import { unitsIn } from '../estimate/unitsIn.ts';
import { stillToCome } from './appliedPlan.ts';
import { backtestOf } from './backtest.ts';
import { projectPlan, savedPlans } from './projectPlan.ts';
import { startPlans } from './start.ts';
import { toEngine } from './toEngine.ts';

type Reads = 'plans.list' | 'plans.project' | 'plans.backtest' | 'plans.findStaff';

export const planReads: { readonly [K in Reads]: ReadHandler<K> } = {
  'plans.list': async (db) => ({
    plans: await savedPlans(db),
  }),

  'plans.project': projectPlan,

  'plans.backtest': async (db, input, context) => {
    const unitIds = await unitsIn(db, input.scope, input.lastMonth, context);
    return backtestOf(db, unitIds, input, context);
  },

  'plans.findStaff': async (db, input, context) => {
    const { basis, vacancies, units } = await startPlans(db, [input.scope.unitId], input, context);
    if (basis === null || units.length === 0) return { found: null, refusal: 'not_planned' };
    const { units: tried } = await backtestOf(db, [input.scope.unitId], input, context);
    const verdict = tried[0]?.verdict ?? 'too_short';
    if (verdict !== 'passed') return { found: null, refusal: `backtest_${verdict}` };
    const { from, by } = input.search;
    const lastMonth = basis.lastMonth as Month;
    const [first, last] = [addMonths(lastMonth, 1), addMonths(lastMonth, planMonths)];
    if (from < first || by < from || by > last) throw new StoreFailure('invalid_input');
    const { plan } = stillToCome(input.plan, lastMonth);
    const search = { ...input.search, unitId: input.scope.unitId, most: mostFte };
    const found = findStaff(basis, toEngine(plan, vacancies), search, planMonths);
    const { probability, probabilityWithNone, probabilityWithMost } = found;
    return {
      found: {
        ...found,
        probability: cappedProbability(probability),
        probabilityWithNone: cappedProbability(probabilityWithNone),
        probabilityWithMost: cappedProbability(probabilityWithMost),
        reached: found.reached as Month | null,
      },
      refusal: null,
    };
  },
};
