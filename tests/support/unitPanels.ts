import { nextMonth, type UnitPanel } from '../../db/estimator/panel.ts';

export function monthsFrom(first: string, count: number): string[] {
  const months = [first];
  while (months.length < count) months.push(nextMonth(months[months.length - 1]!));
  return months;
}

/** A fictitious unit of 5 FTE that is never short of work: 30 files in, 25 out each month, 2 funded FTE from month `start` on. */
export function steadyPanel(length: number, start: number, changes: Partial<UnitPanel> = {}): UnitPanel {
  const fill = <T>(value: T): T[] => Array.from({ length }, () => value);
  return {
    unitId: 'U01',
    months: monthsFrom('2017-04', length),
    inflowReferred: fill(30),
    inflowProactive: fill(null),
    outflowInvestigated: fill(22),
    outflowAdministrative: fill(3),
    backlog: fill(0).map((_, t) => 400 + 5 * (t + 1)),
    fteBase: fill(5),
    fteFunded: fill(0).map((_, t) => (t >= start ? 2 : 0)),
    overtimeBase: fill(null),
    overtimeFunded: fill(null),
    definitionId: fill('open files, version 1'),
    ...changes,
  };
}

export function replaceAt<T>(values: readonly T[], indices: readonly number[], value: T): T[] {
  return values.map((old, index) => (indices.includes(index) ? value : old));
}

/** The same panel with everything that a unit reports of those months missing; its staff stays known. */
export function withoutReports(panel: UnitPanel, indices: readonly number[]): UnitPanel {
  return {
    ...panel,
    inflowReferred: replaceAt(panel.inflowReferred, indices, null),
    inflowProactive: replaceAt(panel.inflowProactive, indices, null),
    outflowInvestigated: replaceAt(panel.outflowInvestigated, indices, null),
    outflowAdministrative: replaceAt(panel.outflowAdministrative, indices, null),
    backlog: replaceAt(panel.backlog, indices, null),
  };
}
