import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { ListQuery, SavedView } from '#contract/casework/lists';
import { useSearch } from 'wouter';
import { useRead, useWrite } from '../bridge/queries.ts';
import { arranged, type Arrangement } from './arrangement.ts';
import { useKeptState } from './keptState.ts';

/** A view that every user has: named by the list, not kept in the store. */
export interface ShippedView {
  readonly key: string;
  readonly name: string;
  readonly query: ListQuery;
}

interface SetupOptions<C> {
  /** All that the list can show. */
  readonly columns: readonly C[];
  readonly query: ListQuery;
  readonly onQuery: (query: ListQuery) => void;
  readonly shipped: readonly ShippedView[];
  /** Without the view that the user opens this kind of list with. */
  readonly opensAsItself?: boolean;
}

/** What a list is drawn by. */
export interface ListLayout<C> {
  /** Null: a list without views, whose rows are not copied. */
  readonly query: ListQuery | null;
  readonly columns: readonly C[];
  readonly arrangement: Arrangement;
  /** Null: its columns stay as they are. */
  readonly arrange: ((next: Arrangement) => void) | null;
  readonly onShown: (ids: readonly string[]) => void;
}

export interface ListSetup<C> extends ListLayout<C> {
  readonly query: ListQuery;
  readonly arrange: (next: Arrangement) => void;
  /** The columns for which there is room now, in their order. */
  readonly shown: readonly string[];
  readonly shipped: readonly ShippedView[];
  readonly saved: readonly SavedView[];
  /** The view whose rows, order and columns these are; null where they were changed since. */
  readonly current: ShippedView | SavedView | null;
  readonly open: (view: ShippedView | SavedView) => void;
  readonly opensWith: string | null;
}

const unheard = () => undefined;

/** What leaves the screen: the columns that are shown and, since on screen it is in the number, the unit. */
export function leavingColumns<C extends { readonly id: string }>(
  columns: readonly C[],
  shown: readonly string[],
): C[] {
  return columns.filter(({ id }) => shown.includes(id) || id === 'unit');
}

/** Of a list whose columns nobody arranges. */
export function fixedLayout<C>(columns: readonly C[]): ListLayout<C> {
  return { query: null, columns, arrangement: null, arrange: null, onShown: unheard };
}

export function keyOf(view: ShippedView | SavedView): string {
  return 'key' in view ? view.key : view.id;
}

/** The same rows in the same order, however the parts of the filter were come by. */
function textOf(query: ListQuery): string {
  const filter = Object.entries(query.filter).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([query.list, filter, 'sort' in query ? [query.sort.column, query.sort.descending] : null]);
}

const restAfterArranging = 600;

/** Columns as they were last arranged: at once on screen, and in the store once the hand rests. */
function useArrangement(list: ListQuery['list'], held: Arrangement) {
  const keep = useWrite('lists.keepColumns');
  const [own, setOwn] = useKeptState<{ readonly columns: Arrangement } | null>(`${list}.columns`, null);
  const save = useDebouncedCallback(
    (columns: Arrangement) => {
      keep.mutate({ list, columns: columns === null ? null : [...columns] });
    },
    { delay: restAfterArranging, flushOnUnmount: true },
  );
  const arrange = (columns: Arrangement) => {
    setOwn({ columns });
    save(columns);
  };
  return [own === null ? held : own.columns, arrange] as const;
}

/** Views and columns of a list, as its user keeps them. */
export function useListSetup<C extends { readonly id: string; readonly width: number }>(
  options: SetupOptions<C>,
): ListSetup<C> {
  const { query, onQuery, shipped } = options;
  const { list } = query;
  const held = useRead('lists.get', { list }).data;
  const saved = held?.views ?? noViews;
  const [arrangement, arrange] = useArrangement(list, held?.columns ?? null);
  const columns = useMemo(() => arranged(options.columns, arrangement), [options.columns, arrangement]);
  const [shown, onShown] = useState<readonly string[]>([]);
  const open = (view: ShippedView | SavedView) => {
    onQuery(view.query);
    if ('id' in view && view.columns !== null) arrange(view.columns);
  };
  const opensWith = options.opensAsItself === true ? undefined : held?.opensWith;
  useOpening(list, opensWith, [...shipped, ...saved], open);

  const isCurrent = (view: ShippedView | SavedView) =>
    textOf(view.query) === textOf(query) &&
    (!('id' in view) || view.columns === null || JSON.stringify(view.columns) === JSON.stringify(arrangement));
  return {
    query,
    columns,
    arrangement,
    arrange,
    shown,
    onShown,
    shipped,
    saved,
    current: [...saved, ...shipped].find(isCurrent) ?? null,
    open,
    opensWith: held?.opensWith ?? null,
  };
}

const noViews: readonly SavedView[] = [];

/** The first time that the list is come to, and not by a link that says what it wants to show. */
function useOpening(
  list: ListQuery['list'],
  opensWith: string | null | undefined,
  views: readonly (ShippedView | SavedView)[],
  open: (view: ShippedView | SavedView) => void,
): void {
  const search = useSearch();
  const [wasLinked] = useState(search !== '');
  const [isOpened, setIsOpened] = useKeptState(`${list}.isOpened`, false);
  useEffect(() => {
    if (isOpened || opensWith === undefined) return;
    setIsOpened(true);
    const view = wasLinked ? undefined : views.find((each) => keyOf(each) === opensWith);
    if (view !== undefined) open(view);
    // oxlint-disable-next-line react/exhaustive-deps -- once, as soon as it is known
  }, [isOpened, opensWith]);
}
