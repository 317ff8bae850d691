import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useKeptState } from './keptState.ts';

interface Drilled {
  readonly filter: object;
  /** The page with the figure; null where it is the list's own. */
  readonly from: string | null;
}

let drilled: ReadonlyMap<string, Drilled> = new Map();
let here = '';
let before: string | null = null;
const listeners = new Set<() => void>();

function put(list: string, next: Drilled | null): void {
  const others = [...drilled].filter(([name]) => name !== list);
  drilled = new Map(next === null ? others : [...others, [list, next]]);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** By the menu one comes to each list as one left it. */
export function forgetDrillDowns(): void {
  for (const list of drilled.keys()) put(list, null);
}

const screenOf = (path: string) => path.split('/')[1] ?? '';

/** Notes which screen one comes from, for the way back to a figure. */
export function useTrail(): void {
  const [location] = useLocation();
  if (location === here) return;
  if (screenOf(location) !== screenOf(here)) before = here === '' ? null : here;
  here = location;
}

export interface DrillDown {
  readonly from: string | null;
  /** Shows the list as its user left it. */
  readonly end: () => void;
}

interface ListFilterOptions<F extends object> {
  readonly list: string;
  /** Under which it is kept while one works elsewhere. */
  readonly kept: string;
  readonly first: F;
  /** The filter that the end of an address names; null where it names none. */
  readonly read: (search: string) => F | null;
}

/** The filter of a list as its user left it or, until it is ended, that of a figure whose link led here: this one is not remembered. */
export function useListFilter<F extends object>({ list, kept, first, read }: ListFilterOptions<F>) {
  const [own, setOwn] = useKeptState<F>(kept, first);
  const search = useSearch();
  const [location, navigate] = useLocation();
  const taken = useSyncExternalStore(subscribe, () => drilled).get(list) ?? null;
  const linked = search === '' ? null : read(search);
  const isArriving = useRef(true);
  useEffect(() => {
    // Only a figure of another page has a way back: one on the list's own page filters the list in view.
    const from = isArriving.current ? before : null;
    isArriving.current = false;
    if (search === '') return;
    const filter = read(search);
    if (filter !== null) put(list, { filter, from });
    // Taken over: the address would otherwise bring it back after the user has changed it.
    navigate(`${location}?`, { replace: true });
  }, [search, location, navigate, list, read]);
  const from = taken?.from ?? null;
  const isDrilled = linked !== null || taken !== null;
  const change = useCallback(
    (next: F) => {
      if (isDrilled) put(list, { filter: next, from });
      else setOwn(next);
    },
    [isDrilled, list, from, setOwn],
  );
  const end = useCallback(() => {
    put(list, null);
  }, [list]);
  return {
    // Only this list puts a filter under its name.
    filter: linked ?? (taken?.filter as F | undefined) ?? own,
    setFilter: change,
    drill: isDrilled ? { from, end } : null,
  };
}
