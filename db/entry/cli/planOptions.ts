import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Plan } from '#contract/statistics/plans';
import { InputFailure } from './outcome.ts';
import { requireMonthsInOrder } from './planMonths.ts';
import type { Access } from './workspace.ts';

export interface PlanOptions extends Access {
  readonly unit?: string;
  readonly agreement?: string;
  readonly all?: boolean;
  readonly lastMonth?: Month;
  readonly plan?: string;
  readonly growth?: number;
  readonly step?: number;
  readonly stepFrom?: Month;
  readonly agreementEnds?: Month;
  readonly renewed?: true;
  readonly fundedFte?: number;
  readonly from?: Month;
  readonly vacancies?: number;
  readonly target?: number;
  readonly by?: Month;
  readonly probability?: number;
  readonly pdf?: string;
  readonly backtest?: true;
}

const isOfStaffIn = ({ fundedFte, target }: PlanOptions): boolean => fundedFte !== undefined || target !== undefined;

function checkStaff(options: PlanOptions): void {
  const { unit, from } = options;
  const isOfStaff = isOfStaffIn(options);
  if (isOfStaff && unit === undefined) throw new InputFailure('planOneUnit');
  if (isOfStaff && from === undefined) throw new InputFailure('planNeedsFrom');
  if (!isOfStaff && from !== undefined) throw new InputFailure('planFromAlone');
}

function checkTarget({ target, by, probability }: PlanOptions): void {
  if (target !== undefined && by === undefined) throw new InputFailure('planNeedsBy');
  const isOfTarget = by !== undefined || probability !== undefined;
  if (target === undefined && isOfTarget) throw new InputFailure('planNeedsTarget');
}

/** @throws InputFailure where an option lacks what it needs, or would change nothing */
export function checkPlanOptions(options: PlanOptions): void {
  const { plan, step, stepFrom, renewed, agreementEnds, vacancies } = options;
  checkStaff(options);
  checkTarget(options);
  if (vacancies !== undefined && plan === undefined && !isOfStaffIn(options))
    throw new InputFailure('planVacanciesAlone');
  if ((step === undefined) !== (stepFrom === undefined)) throw new InputFailure('planStepNeedsBoth');
  if (renewed === true && agreementEnds === undefined && plan === undefined) throw new InputFailure('planNeedsEnd');
  requireMonthsInOrder(options);
}

function linesOf(unitId: UnitId | undefined, { fundedFte, from }: PlanOptions): Plan['lines'] {
  if (fundedFte === undefined || from === undefined || unitId === undefined) return [];
  return [{ unitId, from, to: null, fte: fundedFte, funded: true, rampMonths: null }];
}

type End = Pick<Plan, 'agreementEnds' | 'renewed'>;

function endOf(start: Plan, { agreementEnds, renewed }: PlanOptions): End {
  if (agreementEnds !== undefined) return { agreementEnds, renewed: renewed === true };
  if (renewed === undefined) return start;
  if (start.agreementEnds === null) throw new InputFailure('planNeedsEnd');
  return { agreementEnds: start.agreementEnds, renewed };
}

/** A saved plan, or the one without a change, with what the options change of it. */
export function planWith(start: Plan, unitId: UnitId | undefined, options: PlanOptions): Plan {
  const { growth, step, stepFrom, vacancies } = options;
  const { agreementEnds, renewed } = endOf(start, options);
  return {
    ...start,
    agreementEnds,
    renewed,
    lines: [...start.lines, ...linesOf(unitId, options)],
    ...(growth !== undefined && { growth }),
    ...(vacancies !== undefined && { vacancyShare: vacancies }),
    ...(step !== undefined && stepFrom !== undefined && { step: { from: stepFrom, share: step } }),
  };
}
