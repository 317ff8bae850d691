import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  type SpotlightStore,
} from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { ScreenAction } from '../lib/screenKeys.ts';
import { saying } from '../lib/saying.ts';
import { takeFocus } from '../lib/takeFocus.ts';
import { KeyHint } from './KeyHint.tsx';
import classes from './Palette.module.css';

interface PaletteProps {
  readonly store: SpotlightStore;
  readonly label: string;
  readonly hint: string;
  readonly nothingFound: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The entries are still those of what was typed before. */
  readonly isLooking?: boolean;
  readonly actions: readonly (SpotlightActionData | SpotlightActionGroupData)[];
  readonly shortcut: string | null;
}

/** A list that one types into: what is typed leaves the entries that say it, and Enter runs the chosen one. */
export function Palette(props: PaletteProps) {
  const { store, label, hint, nothingFound, query, onQuery, isLooking = false, actions, shortcut } = props;
  useChosenEntry(store, query);
  useEarlyEnter(store, query, isLooking);
  useEarlyLetters(store, query, onQuery);
  const before = useRef<Element | null>(null);
  return (
    <Spotlight
      store={store}
      actions={[...actions]}
      query={query}
      onQueryChange={onQuery}
      shortcut={shortcut}
      filter={saying}
      nothingFound={nothingFound}
      highlightQuery
      scrollable
      classNames={{ action: classes.action ?? '' }}
      attributes={{ content: { 'aria-label': label } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      maxHeight={400}
      // A dialog that an entry opens keeps the focus: the library would take it back to where it was.
      returnFocus={false}
      onSpotlightOpen={() => {
        before.current = document.activeElement;
      }}
      transitionProps={{
        duration: 100,
        onExited: () => {
          if (before.current instanceof HTMLElement) takeFocus(before.current);
        },
      }}
      searchProps={{
        leftSection: <IconSearch size={16} stroke={1.5} />,
        placeholder: hint,
        'aria-label': label,
      }}
    />
  );
}

/** An entry of the palette that does what a screen has registered. */
export function toEntry({ label, keys, words, run }: ScreenAction, index: number): SpotlightActionData {
  return {
    id: `${String(index)} ${label}`,
    label,
    onClick: run,
    ...(words !== undefined && { keywords: words }),
    rightSection: keys === undefined ? null : <KeyHint keys={keys} />,
  };
}

/** Letters typed before the field has the cursor are the palette's too: they would be keys of the page under it. */
function useEarlyLetters(store: SpotlightStore, query: string, onQuery: (query: string) => void): void {
  const typed = useRef(query);
  useEffect(() => {
    typed.current = query;
    const listen = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const isInField = target instanceof HTMLInputElement && target.closest('[role="dialog"]') !== null;
      if (!store.getState().opened || isInField || key.length !== 1 || ctrlKey || metaKey || altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      typed.current += key;
      // The field takes the next letter after those that it shows.
      flushSync(() => {
        onQuery(typed.current);
      });
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      window.removeEventListener('keydown', listen, true);
    };
  }, [store, query, onQuery]);
}

/**
 * Keeps an entry chosen for the Enter key. The palette chooses the first as something is typed, and forgets it where the files that
 * are found a moment later take that entry's place: Enter would then do nothing.
 */
function useChosenEntry(store: SpotlightStore, query: string): void {
  useEffect(() => {
    if (query === '') return;
    const list = document.getElementById(store.getState().listId);
    if (list === null || list.querySelector('[data-selected]') !== null) return;
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  });
}

/** Enter pressed while the entries are those of what was typed before runs the first of the right ones; a letter after it takes it back. */
function useEarlyEnter(store: SpotlightStore, query: string, isLooking: boolean): void {
  const entered = useRef<string>(undefined);
  useEffect(() => {
    if (!isLooking) {
      const isWanted = entered.current === query && store.getState().opened;
      entered.current = undefined;
      const list = document.getElementById(store.getState().listId);
      if (isWanted) list?.querySelector<HTMLElement>('[data-action]')?.click();
      return undefined;
    }
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || !store.getState().opened) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      entered.current = query;
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      window.removeEventListener('keydown', listen, true);
    };
  }, [store, query, isLooking]);
}
