import type { UnitMonthCell } from '#contract/backlog';
import { ledgerTerm, outcomeMeasure, type Measure, type ValueStatus } from '#contract/codes';
import type { Month } from '#contract/dates';

export const countedMeasures: readonly Measure[] = [...ledgerTerm.options, ...outcomeMeasure.options];

/** How a month's counted figures stand together; `open` is a month on which nobody has given a word yet. */
export type MonthState = ValueStatus | 'open' | 'none';

export interface MonthFigures {
  readonly month: Month;
  readonly cells: ReadonlyMap<Measure, UnitMonthCell>;
  readonly state: MonthState;
}

function stateOf(cells: readonly UnitMonthCell[]): MonthState {
  if (cells.length === 0) return 'none';
  const counted = cells.filter((cell) => countedMeasures.includes(cell.measure));
  if (counted.some((cell) => cell.status === 'not_available')) return 'not_available';
  if (counted.some((cell) => cell.status === 'partial')) return 'partial';
  return counted.length < countedMeasures.length ? 'open' : 'complete';
}

/** Latest month first. */
export function monthFigures(months: readonly Month[], cells: readonly UnitMonthCell[]): readonly MonthFigures[] {
  return months.toReversed().map((month) => {
    const own = cells.filter((cell) => cell.month === month);
    return { month, cells: new Map(own.map((cell) => [cell.measure, cell])), state: stateOf(own) };
  });
}

/** Null where the figure is not to be read: no record, or said not to be available. */
export function valueIn({ cells }: MonthFigures, measure: Measure): number | null {
  const cell = cells.get(measure);
  return cell === undefined || cell.status === 'not_available' ? null : cell.value;
}
