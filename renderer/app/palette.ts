import { createSpotlight } from '@mantine/spotlight';
import { useEffect } from 'react';

/** The one command palette: its state, and `palette.open()`. */
export const [paletteStore, palette] = createSpotlight();

/**
 * Keeps an entry chosen for the Enter key. The palette chooses the first as something is typed, and forgets it where the files that
 * are found a moment later take that entry's place: Enter would then do nothing.
 */
export function useChosenEntry(query: string): void {
  useEffect(() => {
    if (query === '') return;
    const list = document.getElementById(paletteStore.getState().listId);
    if (list === null || list.querySelector('[data-selected]') !== null) return;
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  });
}
