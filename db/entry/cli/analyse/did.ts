import { z } from 'zod';
import { at } from '../../../estimator/numbers.ts';
import { estimateStaggered } from '../../../estimator/staggered/estimate.ts';
import { cohortSizes } from '../../../estimator/staggered/groupTime.ts';
import { assemblePanel, type PanelRow } from '../../../estimator/staggered/panel.ts';
import { InputFailure } from '../outcome.ts';
import { defineMethod, lineOf, namesOf, numbersOf, wholeColumn, type Table } from './method.ts';

const aggregation = z.enum(['simple', 'dynamic', 'group', 'calendar']);

const bootstrap = z.strictObject({
  draws: z.int().min(100).max(100_000).default(999).describe('Number of bootstrap draws.'),
  seed: z
    .int()
    .min(0)
    .max(0xffffffff)
    .default(1)
    .describe('Start of the random numbers: the same seed gives the same bands.'),
  level: z.number().gt(0).lt(1).default(0.95).describe('Coverage of all estimates of a series together.'),
});

const specification = z.strictObject({
  id: z.string().describe('Column that names the unit.'),
  time: z.string().describe('Column of the period, a number.'),
  outcome: z.string().describe('Column of the outcome, a number; empty or NA = not observed.'),
  group: z.string().describe('Column of the first treated period, in the units of `time`; 0 = never treated.'),
  control: z
    .enum(['never', 'notYet'])
    .default('never')
    .describe('Compare with units never treated, or also with units not yet treated.'),
  aggregations: z
    .array(aggregation)
    .default(() => [...aggregation.options])
    .describe('Which aggregations of ATT(g,t) are returned.'),
  unbalanced: z
    .enum(['refuse', 'balancedSubset'])
    .default('refuse')
    .describe('Where a unit lacks a period: refuse, or leave that unit out.'),
  bootstrap: bootstrap.nullable().default(null).describe('Multiplier bootstrap for uniform bands; null = none.'),
});

type Specification = z.infer<typeof specification>;

/** A first treated period before or after those of the table is read as always or never treated in it; one between two of them is none. */
function requirePeriods(table: Table, column: string, cohorts: readonly number[], periods: readonly number[]): void {
  const known = new Set(periods);
  const [first, last] = [periods.reduce((a, b) => Math.min(a, b)), periods.reduce((a, b) => Math.max(a, b))];
  const wrong = cohorts.findIndex((cohort) => cohort !== 0 && !known.has(cohort) && cohort > first && cohort < last);
  if (wrong < 0) return;
  throw new InputFailure('analyse.notPeriod', { column, row: lineOf(table, wrong), value: String(at(cohorts, wrong)) });
}

function rowsOf(table: Table, { id, time, outcome, group }: Specification): readonly PanelRow[] {
  const units = namesOf(table, id);
  const periods = wholeColumn(table, time);
  const cohorts = wholeColumn(table, group);
  requirePeriods(table, group, cohorts, periods);
  return numbersOf(table, outcome).map((value, row) => {
    const cohort = at(cohorts, row);
    return { unit: at(units, row), period: at(periods, row), cohort: cohort === 0 ? null : cohort, outcome: value };
  });
}

function runDid(table: Table, options: Specification): unknown {
  const assembled = assemblePanel(rowsOf(table, options), options.unbalanced);
  if ('reason' in assembled) return { status: 'refused', ...assembled };
  const { panel, dropped } = assembled;
  const result = estimateStaggered(panel, { ...options, controls: options.control });
  if (result === null) return { status: 'refused', reason: 'nothing_to_compare', units: [] };
  const sizes = cohortSizes(panel.cohorts);
  return {
    status: 'estimated',
    control: options.control,
    bootstrap: options.bootstrap,
    units: panel.cohorts.length,
    neverTreated: panel.cohorts.filter((cohort) => cohort === Infinity).length,
    groups: [...sizes].map(([group, units]) => ({ group, units })),
    times: panel.periods,
    dropped,
    ...result,
  };
}

/** Callaway-Sant'Anna difference-in-differences on a long table, one row for each unit and period. Documented in docs/analyse/did.md. */
export const did = defineMethod('did', specification, runDid);
