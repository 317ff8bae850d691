import { monthsBetween, type Month, month } from '#contract/ground/dates';
import type { UnitPanel } from '../../../estimator/panel.ts';
import type { CapacityColumns } from '../../../statistics/estimate/replication/specification.ts';
import { InputFailure } from '../outcome.ts';
import { twinsAmong } from './twins.ts';
import { amountsOf, countsOf, lineOf, namesOf, numbersOf, textsOf, type Table } from './method.ts';

type Values = (number | null)[];

function monthsOf(table: Table, column: string): readonly Month[] {
  return textsOf(table, column).map((text, index) => {
    const parsed = month.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InputFailure('analyse.notMonth', { column, row: lineOf(table, index), value: text });
  });
}

/** Whether a part alone of each row's month is counted. */
function partialOf(table: Table, column: string | null): readonly boolean[] {
  if (column === null) return [];
  return numbersOf(table, column).map((value, index) => {
    if (value === null || value === 0 || value === 1) return value === 1;
    throw new InputFailure('analyse.notMark', { column, row: lineOf(table, index), value: String(value) });
  });
}

/**
 * All of Canada receives some 10,000 reports a month: a unit with ten times that has a wrong column. The time of a fit grows with the counts,
 * so that the bound also bounds it.
 */
const largest = { flow: 100_000, backlog: 10_000_000 } as const;

/** One panel for each unit, in the order of their names, so that the order of the rows changes nothing. A month without a row is a month that was not reported. */
export function panelsOf(table: Table, columns: CapacityColumns): readonly UnitPanel[] {
  const unitIds = namesOf(table, columns.unit);
  const months = monthsOf(table, columns.month);
  const none = unitIds.map(() => null);
  const counts = (column: string | null, most: number = largest.flow): readonly (number | null)[] =>
    column === null ? none : countsOf(table, column, most);
  const amounts = (column: string | null): readonly (number | null)[] =>
    column === null ? none : amountsOf(table, column);
  const outflow = counts(columns.outflow);
  const administrative =
    columns.administrative === null
      ? outflow.map((value) => (value === null ? null : 0))
      : counts(columns.administrative);
  const series = {
    inflowReferred: counts(columns.inflow),
    inflowProactive: counts(columns.proactive),
    outflowInvestigated: outflow,
    outflowAdministrative: administrative,
    backlog: counts(columns.backlog, largest.backlog),
    fteBase: amounts(columns.fteBase),
    fteFunded: amounts(columns.fteFunded),
    overtimeBase: amounts(columns.overtimeBase),
    overtimeFunded: amounts(columns.overtimeFunded),
  } as const;
  const partial = partialOf(table, columns.partial);
  const definitions = columns.definition === null ? null : textsOf(table, columns.definition);
  const panels = [...new Set(unitIds)].sort().map((unitId) => {
    const rows = new Map(unitIds.flatMap((id, row) => (id === unitId ? [[months[row], row] as const] : [])));
    const own = [...rows.keys()].filter((each) => each !== undefined).sort();
    const twice = unitIds.findIndex((id, row) => id === unitId && rows.get(months[row]) !== row);
    if (twice >= 0) throw new InputFailure('analyse.monthTwice', { unit: unitId, month: String(months[twice]) });
    const all = monthsBetween(own[0] as Month, own.at(-1) as Month);
    const column = (values: readonly (number | null)[]): Values =>
      all.map((each) => values[rows.get(each) ?? -1] ?? null);
    const partialMonths = all.flatMap((each, t) => (partial[rows.get(each) ?? -1] ? [t] : []));
    return {
      ...(partialMonths.length > 0 && { partialMonths }),
      unitId,
      months: all,
      inflowReferred: column(series.inflowReferred),
      inflowProactive: column(series.inflowProactive),
      outflowInvestigated: column(series.outflowInvestigated),
      outflowAdministrative: column(series.outflowAdministrative),
      backlog: column(series.backlog),
      fteBase: column(series.fteBase),
      fteFunded: column(series.fteFunded),
      overtimeBase: column(series.overtimeBase),
      overtimeFunded: column(series.overtimeFunded),
      definitionId: all.map((each) => definitions?.[rows.get(each) ?? -1] ?? null),
    };
  });
  const twins = twinsAmong(panels);
  if (twins) throw new InputFailure('analyse.unitTwice', { unit: twins[0], other: twins[1] });
  return panels;
}
