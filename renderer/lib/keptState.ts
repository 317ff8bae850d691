import { useCallback, useMemo, useState } from 'react';
import { useSession } from '../bridge/session.ts';

// In memory alone: a lock reloads the page and forgets it.
const kept = new Map<string, unknown>();

/** State that outlives its screen: filters and the order of a list are found again on return. */
export function useKeptState<T>(name: string, initial: T): readonly [T, (next: T) => void] {
  const session = useSession();
  const key = `${session.workspace.id} ${session.user.id} ${name}`;
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const change = useCallback(
    (next: T) => {
      kept.set(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, change];
}

interface KeptNote<T> {
  readonly read: () => T | null;
  readonly write: (next: T) => void;
}

/** Kept like a state, for what changes often and is not drawn: where a list was scrolled to. */
export function useKeptNote<T>(name: string): KeptNote<T> {
  const session = useSession();
  const key = `${session.workspace.id} ${session.user.id} ${name}`;
  return useMemo(
    () => ({
      read: () => (kept.get(key) as T | undefined) ?? null,
      write: (next) => {
        kept.set(key, next);
      },
    }),
    [key],
  );
}
