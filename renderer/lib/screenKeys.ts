import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that the screen in view can do. It is in the command palette and, where it has keys, under `?`. */
export interface ScreenAction {
  readonly label: string;
  /** As in `@mantine/hooks`: 'C', 'shift+A', 'mod+Enter'. Without keys the action is in the palette alone. */
  readonly keys?: string;
  /** Other words by which it is found. */
  readonly words?: string;
  readonly run: () => void;
  /** Listed under `?` alone: what has the focus hears the keys by itself. */
  readonly isToldOnly?: boolean;
  /** Opens a form that adds to the record in view: "Add" lists it. Without keys it is nowhere else. */
  readonly isAddition?: boolean;
}

let registered: readonly { readonly owner: symbol; readonly actions: readonly ScreenAction[] }[] = [];
let flat: readonly ScreenAction[] = [];
const listeners = new Set<() => void>();

function publish(next: typeof registered): void {
  registered = next;
  flat = next.flatMap((entry) => entry.actions);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the mounted screens have registered, in the order of mounting. */
export function useRegisteredActions(): readonly ScreenAction[] {
  return useSyncExternalStore(subscribe, () => flat);
}

/**
 * Registers the screen's actions while it is mounted: `useScreenKeys([{ keys: 'C', label: t('...'), run: open }])`.
 * Plain letters are silent in text fields, under a dialog and where the user has switched them off.
 */
export function useScreenKeys(actions: readonly ScreenAction[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  // Labels and keys decide what is shown; `run` is looked up when it is wanted, so a new closure costs nothing.
  const shown = actions.map((action) => `${action.keys ?? ''}\t${action.label}`).join('\n');
  useEffect(() => {
    const owner = Symbol('screen');
    const stable = latest.current.map((action, index) => ({
      ...action,
      run: () => {
        latest.current[index]?.run();
      },
    }));
    publish([...registered, { owner, actions: stable }]);
    return () => {
      publish(registered.filter((entry) => entry.owner !== owner));
    };
  }, [shown]);
}
