import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { today } from '../lib/today.ts';

interface DatedForm<V extends object> {
  readonly getValues: () => V;
  readonly setValues: (values: V) => void;
  readonly isTouched: (path?: string) => boolean;
}

interface Turn {
  readonly before: string;
  readonly day: string;
  readonly isChosen: (path: string) => boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is typed, with the new day where a form that opened now would have it and nobody chose the day before. */
export function onNewDay<V>(typed: V, fresh: unknown, turn: Turn, path = ''): V {
  if (isRecord(typed) && isRecord(fresh)) {
    const fields = Object.entries(typed).map(([field, value]) => {
      return [field, onNewDay(value, fresh[field], turn, path === '' ? field : `${path}.${field}`)];
    });
    return Object.fromEntries(fields) as V;
  }
  const follows = typed === turn.before && fresh === turn.day && !turn.isChosen(path);
  return follows ? (fresh as V) : typed;
}

function eachSecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => {
    clearInterval(timer);
  };
}

/**
 * A form left open over midnight is of the day on which it is sent.
 * @param fresh its values if it opened now; a recorded day is the same there and stays
 * @param onUntyped is given the new values where nothing was typed, so that no draft is kept of them
 */
export function useFollowDay<V extends object>(form: DatedForm<V>, fresh: Partial<V>, onUntyped?: (values: V) => void) {
  const day = useSyncExternalStore(eachSecond, today, today);
  const seen = useRef(day);
  useLayoutEffect(() => {
    if (seen.current === day) return;
    const turn = { before: seen.current, day, isChosen: form.isTouched };
    seen.current = day;
    const values = onNewDay(form.getValues(), fresh, turn);
    onUntyped?.(values);
    form.setValues(values);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each day; what is typed is looked up then
  }, [day]);
}
