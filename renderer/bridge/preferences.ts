import { createContext, useContext } from 'react';
import type { Preferences } from '#contract/store/shell';

export interface PreferencesValue {
  readonly preferences: Preferences;
  /** Applied at once and kept on this computer. */
  readonly change: (changes: Partial<Preferences>) => void;
}

export const defaultPreferences: Preferences = { locale: 'en', theme: 'auto', density: 'compact', letterKeys: true };

export const PreferencesContext = createContext<PreferencesValue>({
  preferences: defaultPreferences,
  change: () => undefined,
});

export function usePreferences(): PreferencesValue {
  return useContext(PreferencesContext);
}
