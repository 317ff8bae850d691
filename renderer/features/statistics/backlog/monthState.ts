import type { UnitMonthCell } from '#contract/statistics/backlog';
import { ledgerTerm, outcomeMeasure, type Measure, type ValueStatus } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { NotKept } from '#contract/ledger/notKept';

export const countedMeasures: readonly Measure[] = [...ledgerTerm.options, ...outcomeMeasure.options];

/** Status of all of a month's counted figures; `open` is a month that nobody has confirmed yet. */
export type MonthState = ValueStatus | 'open' | 'none';

export interface MonthFigures {
  readonly month: Month;
  readonly cells: ReadonlyMap<Measure, UnitMonthCell>;
  /** Measures that the unit has said it does not keep. */
  readonly notKept: ReadonlySet<Measure>;
  readonly state: MonthState;
}

function stateOfMonth(cells: readonly UnitMonthCell[], asked: readonly Measure[]): MonthState {
  if (cells.length === 0) return 'none';
  const counted = cells.filter((cell) => asked.includes(cell.measure));
  if (counted.some((cell) => cell.status === 'not_available')) return 'not_available';
  if (counted.some((cell) => cell.status === 'partial')) return 'partial';
  return counted.length < asked.length ? 'open' : 'complete';
}

/** Latest month first. Of what the unit does not keep no word is asked, and no figure is read. */
export function monthFigures(
  months: readonly Month[],
  cells: readonly UnitMonthCell[],
  notKept: readonly NotKept[],
): readonly MonthFigures[] {
  return months.toReversed().map((month) => {
    const without = new Set<Measure>(notKept.filter(({ from }) => from <= month).map(({ measure }) => measure));
    const own = cells.filter((cell) => cell.month === month && !without.has(cell.measure));
    const asked = countedMeasures.filter((measure) => !without.has(measure));
    return {
      month,
      cells: new Map(own.map((cell) => [cell.measure, cell])),
      notKept: without,
      state: stateOfMonth(own, asked),
    };
  });
}

/** Null where the figure is not to be read: no record, or said not to be available. */
export function valueIn({ cells }: MonthFigures, measure: Measure): number | null {
  const cell = cells.get(measure);
  return cell === undefined || cell.status === 'not_available' ? null : cell.value;
}
