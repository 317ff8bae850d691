import type { Command } from 'commander';
import {
  assumptions as assumptionsSchema,
  defaultAssumptions,
  type Assumptions,
  backlogDefinition,
  pooling,
} from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import type { Input } from '#contract/index';
import { publishedOf, publishedRows } from '../../../reporting/returns/published.ts';
import { estimateLines, sensitivityLines } from '../estimateLines.ts';
import { agreementIdOf, unitIdsOf } from '../lookUp.ts';
import { lastMonthOf } from '../lastMonth.ts';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { monthFrom, numberBetween, oneOf } from '../parse.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type Access, type OpenWorkspace } from '../workspace.ts';

interface CounterfactualOptions extends Access {
  readonly unit?: string;
  readonly agreement?: string;
  readonly all?: boolean;
  readonly lastMonth?: Month;
  readonly rampMonths?: string;
  readonly overtimeProductivity?: number;
  readonly substitutionShare?: number;
  readonly inducedInflowShare?: number;
  readonly pooling?: Assumptions['pooling'];
  readonly capacityExponent?: number;
  readonly coupling?: Assumptions['coupling'];
  readonly backlogDefinition?: Assumptions['backlogDefinition'];
  readonly sensitivity?: true;
}

type Scope = Input<'counterfactual.run'>['scope'];

export function requireOneScope({
  unit,
  agreement,
  all,
}: Pick<CounterfactualOptions, 'unit' | 'agreement' | 'all'>): void {
  if ([unit, agreement, all].filter((each) => each !== undefined).length !== 1) throw new InputFailure('oneScope');
}

/** Of one unit, an agreement, or all: exactly one is given. */
export async function scopeOf(
  workspace: OpenWorkspace,
  { unit, agreement }: Pick<CounterfactualOptions, 'unit' | 'agreement'>,
): Promise<Scope> {
  if (agreement !== undefined) return { agreementId: await agreementIdOf(workspace, agreement) };
  const [unitId] = unit === undefined ? [] : await unitIdsOf(workspace, [unit]);
  return unitId === undefined ? { all: true } : { unitId };
}

function assumptionsOf(options: CounterfactualOptions): Assumptions {
  const { rampMonths } = options;
  const chosen = {
    ...defaultAssumptions,
    ...options,
    ...(rampMonths !== undefined && { rampMonths: Number(rampMonths) }),
  };
  return assumptionsSchema.parse(chosen);
}

/** A refusal of the method is an answer, with its reasons: the command has done what was asked. */
async function estimate(tools: Tools, options: CounterfactualOptions): Promise<Outcome> {
  requireOneScope(options);
  const assumptions = assumptionsOf(options);
  return inWorkspace(tools, options, async (workspace) => {
    const scope = await scopeOf(workspace, options);
    const { lastMonth, behind } = await lastMonthOf(tools.words, workspace, scope, options.lastMonth);
    const question = { scope, lastMonth, assumptions };
    const answer = await workspace.run('counterfactual.run', (jobId) => ({ ...question, jobId }));
    const result = { ...answer, ...publishedOf(answer) };
    const lines = [...estimateLines(tools.words, result), ...behind];
    if (options.sensitivity !== true) return done(result, lines);
    const { rows } = await workspace.run('counterfactual.sensitivity', (jobId) => ({ ...question, jobId }));
    const sensitivity = publishedRows(answer, rows);
    return done({ ...result, sensitivity }, [...lines, ...sensitivityLines(tools.words, sensitivity)]);
  });
}

export function addCounterfactualCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(program.command('counterfactual').description(say('help.counterfactual')), tools.words)
    .option(`--unit <${say('arg.code')}>`, say('option.oneUnit'))
    .option(`--agreement <${say('arg.code')}>`, say('option.agreementUnits'))
    .option('--all', say('option.allUnits'))
    .option(`--last-month <${say('arg.month')}>`, say('option.lastMonth'), monthFrom)
    .option(
      '--ramp-months <3|6|9|12|18>',
      say('option.rampMonths'),
      oneOf('--ramp-months', ['3', '6', '9', '12', '18']),
    )
    .option(
      `--overtime-productivity <${say('arg.number')}>`,
      say('option.overtimeProductivity'),
      numberBetween('--overtime-productivity', 0.5, 1.5),
    )
    .option(
      `--substitution-share <${say('arg.number')}>`,
      say('option.substitutionShare'),
      numberBetween('--substitution-share', 0, 0.9),
    )
    .option(
      `--induced-inflow-share <${say('arg.number')}>`,
      say('option.inducedInflowShare'),
      numberBetween('--induced-inflow-share', 0, 0.5),
    )
    .option('--pooling <none|partial|complete>', say('option.pooling'), oneOf('--pooling', pooling.options))
    .option(
      `--capacity-exponent <${say('arg.number')}>`,
      say('option.capacityExponent'),
      numberBetween('--capacity-exponent', 0.5, 1),
    )
    .option(
      '--coupling <shared|independent>',
      say('option.coupling'),
      oneOf('--coupling', ['shared', 'independent'] as const),
    )
    .option(
      '--backlog-definition <as_counted|with_court>',
      say('option.backlogDefinition'),
      oneOf('--backlog-definition', backlogDefinition.options),
    )
    .option('--sensitivity', say('option.sensitivity'))
    .action(tools.runs(estimate));
}
