import { addMonths, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { rangeOf, readPeriod } from './period.ts';

/** The two answers of a page of figures: the months in view, and the ledger of the period. */
export function useBoards(last: Month, unitIds: readonly UnitId[] | null) {
  const [filter] = useFigureFilter();
  const units = unitIds === null ? {} : { unitIds: [...unitIds] };
  const range = rangeOf(readPeriod(filter.period, last), last, filter.span);
  const series = useRead(
    'backlog.board',
    { ...units, from: addMonths(last, 1 - filter.span), to: last },
    { keepPrevious: true },
  );
  const ledger = useRead('backlog.board', { ...units, ...range }, { keepPrevious: true });
  return { series, ledger, range, isReading: series.isPending || ledger.isPending };
}
