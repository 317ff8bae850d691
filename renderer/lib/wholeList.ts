import type { LongList } from './useLongList.ts';

const nothing = () => undefined;
const noRows: readonly never[] = [];

/** A list whose rows come all at once, null until then: there is no window to read. `place` differs for each choice of rows. */
export function wholeList<Row>(read: readonly Row[] | null, isPrevious: boolean, place: string): LongList<Row> {
  const rows = read ?? noRows;
  return {
    rows,
    total: read && { value: rows.length, exact: true },
    isLoading: read === null,
    isPrevious,
    failure: null,
    hasPrevious: false,
    hasNext: false,
    isWhole: true,
    loadPrevious: nothing,
    loadNext: nothing,
    jump: nothing,
    from: { at: 'start' },
    place,
  };
}
