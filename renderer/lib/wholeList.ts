import type { LongList } from './useLongList.ts';

const nothing = () => undefined;

/** A list whose rows are all here at once: there is no window to read. `place` differs for each choice of rows. */
export function wholeList<Row>(rows: readonly Row[], isPrevious: boolean, place: string): LongList<Row> {
  return {
    rows,
    total: { value: rows.length, exact: true },
    isLoading: false,
    isPrevious,
    failure: null,
    hasPrevious: false,
    hasNext: false,
    loadPrevious: nothing,
    loadNext: nothing,
    jump: nothing,
    from: { at: 'start' },
    place,
  };
}
