import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { WindowFrom } from '#contract/ground/common';
import type { Failure } from '#contract/ground/errors';
import type { Input, Output } from '#contract/index';
import type { CallError } from '../bridge/bridge.ts';
import { useReadWindow } from '../bridge/queries.ts';
import { useKeptState } from './keptState.ts';

type ListName = 'referrals.list' | 'investigations.list';
type Wanted<M extends ListName> = Omit<Input<M>, 'from' | 'size'>;
export type ListRow<M extends ListName> = Output<M>['rows'][number];

export interface ListTotal {
  readonly value: number;
  readonly exact: boolean;
}

export interface LongList<Row, Wanted = never> {
  readonly rows: readonly Row[];
  readonly total: ListTotal | null;
  /** Nothing was answered yet. */
  readonly isLoading: boolean;
  /** The rows are still those of the filter, order or place before. */
  readonly isPrevious: boolean;
  readonly failure: Failure | null;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** Nothing lies beyond the rows. */
  readonly isWhole: boolean;
  readonly loadPrevious: () => void;
  readonly loadNext: () => void;
  /** Another part of the list: its start, its end, a day; with `then`, in the filter and order that are about to be asked. */
  readonly jump: (to: WindowFrom, then?: Wanted) => void;
  readonly from: WindowFrom;
  /** Differs for each filter, order and jump, so that the view knows when to start again. */
  readonly place: string;
}

interface Asked {
  readonly data: { readonly pages: readonly { readonly total: ListTotal }[] } | undefined;
  readonly error: CallError | null;
  readonly isPlaceholderData: boolean;
}

function stateOfQuery({ data, error, isPlaceholderData }: Asked) {
  return {
    total: data?.pages.at(-1)?.total ?? null,
    isLoading: data === undefined && error === null,
    isPrevious: isPlaceholderData,
    failure: error?.failure ?? null,
  };
}

interface Jumped {
  readonly key: string;
  readonly from: WindowFrom;
  readonly count: number;
}

const atStart: WindowFrom = { at: 'start' };
const windowRows = 100;

/** A list of any length, read in windows around what is in view. */
export function useLongList<M extends ListName>(method: M, wanted: Wanted<M>): LongList<ListRow<M>, Wanted<M>> {
  const client = useQueryClient();
  const key = JSON.stringify(wanted);
  const [jumped, setJumped] = useKeptState<Jumped>(`${method}.jumped`, { key, from: atStart, count: 0 });
  // Another filter or order begins at the start again.
  const from = jumped.key === key ? jumped.from : atStart;
  const input = { ...wanted, size: windowRows } as Omit<Input<M>, 'from'>;
  const query = useReadWindow(method, input, from);
  const { data, hasNextPage, hasPreviousPage, isFetching, fetchNextPage, fetchPreviousPage } = query;

  const rows = useMemo(() => (data?.pages ?? []).flatMap((page) => page.rows as ListRow<M>[]), [data]);
  const jump = useCallback(
    (to: WindowFrom, then: Wanted<M> = wanted) => {
      setJumped({ key: JSON.stringify(then), from: to, count: jumped.count + 1 });
      // The first windows of a place that was asked before may have been dropped: it is read again.
      void client.resetQueries({ queryKey: [method, { ...then, size: windowRows }, to], exact: true });
    },
    // oxlint-disable-next-line react/exhaustive-deps -- `key` replaces `wanted`, which is new on every render
    [client, method, key, jumped.count],
  );
  const isPastEnd = from.at === 'date' && data !== undefined && !query.isPlaceholderData && rows.length === 0;
  useEffect(() => {
    if (isPastEnd) jump({ at: 'end' });
  }, [isPastEnd, jump]);

  return {
    rows,
    ...stateOfQuery(query),
    hasPrevious: hasPreviousPage,
    hasNext: hasNextPage,
    isWhole: data !== undefined && !query.isPlaceholderData && !hasPreviousPage && !hasNextPage,
    loadPrevious: () => {
      if (hasPreviousPage && !isFetching) void fetchPreviousPage();
    },
    loadNext: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
    jump,
    from,
    place: `${key} ${JSON.stringify(from)} ${String(jumped.count)}`,
  };
}
