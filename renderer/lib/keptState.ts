import { useCallback, useState } from 'react';
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
