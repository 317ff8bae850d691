import type { Command } from 'commander';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { noChange, vacancyOf, type Plan, type Projection } from '#contract/statistics/plans';
import { lastMonthOf } from '../lastMonth.ts';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { monthFrom, numberBetween, wholeBetween } from '../parse.ts';
import { backtestLines, foundStaffLines, planLines } from '../planLines.ts';
import { requireNewFile } from '../paths.ts';
import { requirePlannedMonths } from '../planMonths.ts';
import { checkPlanOptions, planWith, type PlanOptions } from '../planOptions.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type OpenWorkspace } from '../workspace.ts';
import { requireOneScope, scopeOf } from './counterfactual.ts';

type Scope = Awaited<ReturnType<typeof scopeOf>>;

async function savedPlan(workspace: OpenWorkspace, scope: Scope, name: string): Promise<Plan> {
  const { plans } = await workspace.call('plans.list', {});
  const found = plans.find((each) => each.name === name && JSON.stringify(each.scope) === JSON.stringify(scope));
  if (found === undefined) throw new InputFailure('planNotFound', { name });
  return found.plan;
}

async function planOf(workspace: OpenWorkspace, scope: Scope, options: PlanOptions): Promise<Plan> {
  const start = options.plan === undefined ? noChange : await savedPlan(workspace, scope, options.plan);
  return planWith(start, 'unitId' in scope ? (scope.unitId as UnitId) : undefined, options);
}

type Tested = Omit<Input<'plans.backtest'>, 'jobId'>;
type Question = Omit<Input<'plans.print'>, 'file' | 'locale' | 'jobId' | 'compare'>;

/** The annex of two pages, in the language of the command line. */
async function printAnnex({ words }: Tools, workspace: OpenWorkspace, path: string, question: Question) {
  const file = workspace.grant(path);
  await workspace.run('plans.print', (jobId) => ({ ...question, compare: [], file, locale: words.locale, jobId }));
  return words.say('planPrinted', { path });
}

/** What such forecasts would have said, where that is asked for; the value is what `--json` adds to the plan. */
async function testOf({ words }: Tools, workspace: OpenWorkspace, isAsked: boolean, question: Tested) {
  if (!isAsked) return { value: {}, lines: [] };
  const backtest = await workspace.run('plans.backtest', (jobId) => ({ ...question, jobId }));
  return { value: { backtest }, lines: backtestLines(words, backtest) };
}

interface Searched extends Pick<Projection, 'units'> {
  readonly scope: Scope;
  readonly lastMonth: Month;
  readonly plan: Plan;
}

/** The staff that a backlog needs, where a target is given for one unit. */
async function searchOf(
  { words }: Tools,
  workspace: OpenWorkspace,
  { target, from, by, probability = 0.8 }: PlanOptions,
  { scope, units, ...question }: Searched,
) {
  if (target === undefined || from === undefined || by === undefined || !('unitId' in scope))
    return { value: {}, lines: [] };
  const search = { target, from, by, probability };
  const answer = await workspace.run('plans.findStaff', (jobId) => ({ scope, ...question, search, jobId }));
  const vacancyShare = vacancyOf(question.plan, units[0]);
  return { value: answer, lines: foundStaffLines(words, answer, { ...question, from, by, vacancyShare }) };
}

/** A unit without a plan is an answer, with its reasons: the command has done what was asked. */
async function project(tools: Tools, options: PlanOptions): Promise<Outcome> {
  requireOneScope(options);
  checkPlanOptions(options);
  const pdf = options.pdf === undefined ? null : requireNewFile(options.pdf);
  // Before a workspace is opened or anything is computed.
  if (pdf !== null && !tools.options.print) throw new InputFailure('planPdfNeedsApplication');
  return inWorkspace(tools, options, async (workspace) => {
    const scope = await scopeOf(workspace, options);
    const { lastMonth, behind } = await lastMonthOf(tools.words, workspace, scope, options.lastMonth);
    const plan = await planOf(workspace, scope, options);
    const question = { scope, lastMonth, plan };
    const projected = () => workspace.run('plans.project', (jobId) => ({ ...question, compare: [], jobId }));
    const first = await projected();
    requirePlannedMonths(options, first.months);
    const test = await testOf(tools, workspace, options.backtest === true, { scope, lastMonth });
    const printed = pdf === null ? [] : [await printAnnex(tools, workspace, pdf, question)];
    const found = await searchOf(tools, workspace, options, { ...question, units: first.units });
    // Each of these makes the test on earlier months: its verdicts belong to the plan.
    const isTested = options.backtest === true || pdf !== null || options.target !== undefined;
    const projection = first.tested === null && isTested ? await projected() : first;
    const lines = [
      ...planLines(tools.words, projection.applied, projection),
      ...behind,
      ...test.lines,
      ...printed,
      ...found.lines,
    ];
    return done({ ...projection, ...test.value, ...found.value }, lines);
  });
}

export function addPlanCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(program.command('plan').description(say('help.plan')), tools.words)
    .option(`--unit <${say('arg.code')}>`, say('option.oneUnit'))
    .option(`--agreement <${say('arg.code')}>`, say('option.agreementUnits'))
    .option('--all', say('option.allUnits'))
    .option(`--last-month <${say('arg.month')}>`, say('option.lastMonth'), monthFrom)
    .option(`--plan <${say('arg.name')}>`, say('option.planName'))
    .option(`--growth <${say('arg.number')}>`, say('option.growth'), numberBetween('--growth', -0.2, 0.6))
    .option(`--step <${say('arg.number')}>`, say('option.step'), numberBetween('--step', -0.5, 1))
    .option(`--step-from <${say('arg.month')}>`, say('option.stepFrom'), monthFrom)
    .option(`--agreement-ends <${say('arg.month')}>`, say('option.agreementEnds'), monthFrom)
    .option('--renewed', say('option.renewed'))
    .option(`--funded-fte <${say('arg.number')}>`, say('option.fundedFte'), numberBetween('--funded-fte', 0.25, 50))
    .option(`--vacancies <${say('arg.number')}>`, say('option.vacancies'), numberBetween('--vacancies', 0, 1))
    .option('--backtest', say('option.backtest'))
    .option(`--pdf <${say('arg.file')}>`, say('option.planPdf'))
    .option(`--from <${say('arg.month')}>`, say('option.fundedFrom'), monthFrom)
    .option(`--target <${say('arg.number')}>`, say('option.target'), wholeBetween('--target', 0, 1_000_000))
    .option(`--by <${say('arg.month')}>`, say('option.targetBy'), monthFrom)
    .option(
      `--probability <${say('arg.number')}>`,
      say('option.targetProbability'),
      numberBetween('--probability', 0.5, 0.95),
    )
    .action(tools.runs(project));
}
