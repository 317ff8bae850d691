import { z } from 'zod';
import { line, nothing, version } from '../ground/common.ts';
import { month, type Month } from '../ground/dates.ts';
import { locale } from '../ground/codes.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, jobId, planId, unitId } from '../ground/ids.ts';
import { grade, gradeReason, refusalCode, scope } from './estimate.ts';
import { basis, quantiles, summary } from './evidence.ts';

/** Months that a plan looks ahead, and those at which its numbers are given. */
export const planMonths = 36;
export const planMarks = [12, 24, 36] as const;
/** Plans that are shown with the drawn one. */
export const mostCompared = 3;
/** The most funded FTE that a search tries. */
export const mostFte = 20;

/** Staff that a plan adds to a unit, or takes from it: below 0, base staff who leave. */
export const planLine = z
  .object({
    unitId,
    from: month,
    /** Last month in post; null = to the end, but no longer than the agreement where the line is funded. */
    to: month.nullable(),
    fte: z.number().min(-50).max(50).multipleOf(0.01),
    funded: z.boolean(),
    /** Months until full productivity; null = as the estimate found. */
    rampMonths: z.int().min(0).max(24).nullable(),
  })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'], error: 'ends_before_it_begins' })
  .refine(({ fte, funded }) => !funded || fte > 0, { path: ['fte'] });
export type PlanLine = z.infer<typeof planLine>;

/** What a plan says of the months to come. What it leaves out stays as it is. */
export const plan = z.object({
  lines: z.array(planLine).max(60),
  /** Last month of the agreement; null = not looked at. Whether funded staff and overtime go on after it. */
  agreementEnds: month.nullable(),
  renewed: z.boolean(),
  /** Growth of the inflow in a year, as a share; null = as in the last 36 months. */
  growth: z.number().min(-0.2).max(0.6).nullable(),
  /** A change of the inflow from a month on, as a share. */
  step: z.object({ from: month, share: z.number().min(-0.5).max(1) }).nullable(),
  /** Hours a month for each unit; null = as in the last 12 months. */
  overtimeBase: z.number().min(0).max(5000).nullable(),
  overtimeFunded: z.number().min(0).max(5000).nullable(),
  /** Share of the positions that come which stay empty; null = each unit's own. */
  vacancyShare: z.number().min(0).max(1).nullable(),
});
export type Plan = z.infer<typeof plan>;

export const noChange: Plan = {
  lines: [],
  agreementEnds: null,
  renewed: true,
  growth: null,
  step: null,
  overtimeBase: null,
  overtimeFunded: null,
  vacancyShare: null,
};

/** Whether the plan leaves everything as it is. */
export function isNoChange(plan: Plan): boolean {
  const { lines, renewed, agreementEnds, growth, step, overtimeBase, overtimeFunded } = plan;
  const isEnded = !renewed && agreementEnds !== null;
  return lines.length === 0 && !isEnded && [growth, step, overtimeBase, overtimeFunded].every((each) => each === null);
}

/** Last month of funded staff, where they leave with the agreement between the last known month and another; null where they do not. */
export function leavesWith({ agreementEnds, renewed }: Plan, lastMonth: Month, before: Month): Month | null {
  const isBetween = agreementEnds !== null && agreementEnds > lastMonth && agreementEnds < before;
  return isBetween && !renewed ? agreementEnds : null;
}

export const savedPlan = z.object({
  id: planId,
  version,
  name: line(80),
  scope,
  plan,
  savedBy: z.string(),
  savedAt: z.int(),
});
export type SavedPlan = z.infer<typeof savedPlan>;

const mark = z.object({
  ahead: z.int(),
  month,
  backlog: summary,
  /** Sums from the first planned month on, in files. Administrative closures go on at the unit's own rate: no plan changes it. */
  inflow: summary,
  investigated: summary,
  administrative: summary,
  /** Months in which today's base staff would close that backlog if nothing else came in; null without base staff. */
  monthsOfWork: summary.nullable(),
});
export type PlanMark = z.infer<typeof mark>;

const outlook = z.object({ fan: z.array(quantiles), marks: z.array(mark) });
export type PlanOutlook = z.infer<typeof outlook>;

/** Why a unit has no plan: its estimate is refused or of grade D, or its last known backlog is too old. */
const notPlanned = z.object({
  unitId,
  code: z.string(),
  reason: z.enum(['refused', 'no_grade', 'grade_d', 'not_recent']),
  refusals: z.array(refusalCode),
  gradeReasons: z.array(gradeReason),
});
export type NotPlanned = z.infer<typeof notPlanned>;

/** Of 80 %, in files. */
const ends = z.object({ low: z.number(), high: z.number() });

const plannedUnit = z.object({
  unitId,
  code: z.string(),
  grade,
  /** Month of its last known backlog: before `lastMonth` where the unit is behind the others. */
  asOf: month,
  backlog: z.number(),
  baseFte: z.number(),
  fundedFte: z.number(),
  /** Of the unit's funded positions of the last 12 months, the share of FTE-days in which nobody was in them; null without a register. */
  ownVacancyShare: z.number().nullable(),
});
export type PlannedUnit = z.infer<typeof plannedUnit>;

/** Share of the positions that come to a unit which stay empty: the plan's, else the unit's own, else none. */
export function vacancyOf(
  { vacancyShare }: Pick<Plan, 'vacancyShare'>,
  unit: Pick<PlannedUnit, 'ownVacancyShare'> | undefined,
): number {
  return vacancyShare ?? unit?.ownVacancyShare ?? 0;
}

const namedStaff = z.object({ code: z.string(), from: month, fte: z.number() });

/** What a projection does not apply of a plan. */
const notApplied = z.object({
  /** In or before the last known month: the data hold it, where it happened. */
  passed: z.object({ lines: z.array(namedStaff), step: plan.shape.step, agreementEnds: month.nullable() }),
  /** Staff to come of units without a plan. */
  unplanned: z.array(namedStaff),
});
export type NotApplied = z.infer<typeof notApplied>;

/** How forecasts of months that have passed did for a unit. */
const testedUnit = z.object({
  unitId,
  code: z.string(),
  /** Forecasts 12 months ahead, and how many missed their 80 % interval. */
  forecasts: z.int(),
  missed: z.int(),
  verdict: z.enum(['passed', 'failed', 'too_short']),
});
export type TestedUnit = z.infer<typeof testedUnit>;

export const projection = z.object({
  /** Where the productivity of the funded staff comes from, and how many draws were made. */
  basis,
  draws: z.int(),
  /** The last month known; the plan's months follow it. */
  lastMonth: month,
  months: z.array(month),
  /** The drawn plan as it is projected: without what is not applied. */
  applied: plan,
  notApplied,
  units: z.array(plannedUnit),
  notPlanned: z.array(notPlanned),
  /** The planned units in the test on earlier months, as `plans.backtest` has it; null where it was not made of these data yet. */
  tested: z.array(testedUnit).nullable(),
  /** Actual backlog of the planned units together, up to `lastMonth`; null where one of them did not report. */
  history: z.object({ months: z.array(month), backlog: z.array(z.number().nullable()) }),
  backlogNow: z.number(),
  /** Inflow of the last 12 months over that of the 12 before, minus 1; null where either is not whole. */
  growthObserved: z.number().nullable(),
  /** Files avoided by now of the planned units as the estimate says, and as it says starting from no effect of funded staff (80 %); null where there is no second. */
  sceptic: z.object({ estimate: ends, sceptic: ends }).nullable(),
  noChange: outlook,
  drawn: outlook,
  /** The drawn plan with the agreement renewed and not, and the difference in each draw; null where no end is given. */
  renewal: z
    .object({ renewed: outlook, ended: outlook, more: z.array(z.object({ ahead: z.int(), files: summary })) })
    .nullable(),
  compared: z.array(z.object({ id: planId, name: z.string(), outlook, notApplied })),
  /** Plans saved of the same units, the compared among them. */
  plansSaved: z.int(),
  inputsHash: z.string(),
});
export type Projection = z.infer<typeof projection>;

const search = z.object({
  from: month,
  by: month,
  target: z.int().min(0).max(1_000_000),
  probability: z.number().min(0.5).max(0.95),
});

/** Funded FTE added to the plan's own, in quarters; null = more than the range. */
const found = z.object({
  fte: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  probability: z.number(),
  probabilityWithNone: z.number(),
  probabilityWithMost: z.number(),
  /** First month from which, until `by`, the target is reached with the probability asked, with that staff. */
  reached: month.nullable(),
  /** Files more at the month asked were that staff to come a month later. */
  delay: summary.nullable(),
});
export type FoundStaff = z.infer<typeof found>;

const scores = z.object({
  forecasts: z.int(),
  /** Shares of the months whose backlog lay inside the intervals. */
  cover50: z.number(),
  cover80: z.number(),
  cover95: z.number(),
  /** Mean continuous ranked probability scores, in files: of plans, the last value, and the same month of the year before. */
  crps: z.number(),
  lastValue: z.number(),
  seasonal: z.number(),
});
export type ForecastScores = z.infer<typeof scores>;

/** What plans would have said of months that have passed, 6 and 12 months ahead. */
export const planBacktest = z.object({
  units: z.array(testedUnit),
  ahead6: scores.nullable(),
  ahead12: scores.nullable(),
});
export type PlanBacktest = z.infer<typeof planBacktest>;

const analysts = { roles: ['supervisor', 'coordinator'] } as const;
const scoped = { ...analysts, scope: { unit: 'scope.unitId', agreement: 'scope.agreementId' } } as const;

const projecting = { scope, lastMonth: month, plan, compare: z.array(planId).max(mostCompared), jobId };

export const planMethods = {
  /** Plans whose units may all be seen. */
  'plans.list': read(nothing, z.object({ plans: z.array(savedPlan) }), { ...analysts, audited: { not: 'reference' } }),
  /** `conflict: name_taken` where the name is used and no version is given; with its version the plan is replaced. */
  'plans.save': write(
    z.object({ name: line(80), scope, plan, version: version.optional() }),
    z.object({ id: planId }),
    { ...scoped, touches: ['plans'] },
  ),
  'plans.remove': write(z.object({ id: planId, version }), nothing, { ...analysts, touches: ['plans'] }),
  /** What may come, if nothing changes and under the plan; the first time, the fit runs in a worker thread. */
  'plans.project': read(z.object(projecting), projection, { ...scoped, audited: { not: 'figures' } }),
  /**
   * The annex of two pages for a renewal request, in one language: the plan and no change, the end of the agreement, what it rests on, and
   * the forecasts of earlier months. `printing_unavailable` where this run has no window to print with.
   */
  'plans.print': action(z.object({ ...projecting, file: fileGrant, locale }), nothing, scoped),
  /** A forecast from each of ten earlier months, fitted to what was known then: it takes several times as long as the estimate. */
  'plans.backtest': read(z.object({ scope, lastMonth: month, jobId }), planBacktest, {
    ...scoped,
    audited: { not: 'figures' },
  }),
  /** `refusal` instead of an answer where the unit has no plan, or its past forecasts missed too often or are too few. */
  'plans.findStaff': read(
    z.object({ scope: z.object({ unitId }), lastMonth: month, plan, search, jobId }),
    z.object({
      found: found.nullable(),
      refusal: z.enum(['not_planned', 'backtest_failed', 'backtest_too_short']).nullable(),
    }),
    { roles: analysts.roles, scope: { unit: 'scope.unitId' }, audited: { not: 'figures' } },
  ),
};
