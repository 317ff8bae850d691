import { app, nativeTheme } from 'electron';
import { preferences as schema, type Preferences } from '#contract/store/shell';
import { readJson, writeJson } from './jsonFile.ts';

export interface PreferencesFile {
  readonly current: () => Preferences;
  readonly change: (changes: { [K in keyof Preferences]?: Preferences[K] | undefined }) => Promise<Preferences>;
}

/** Per computer, outside any workspace. */
export function openPreferences(path: string, onChange: (now: Preferences) => void): PreferencesFile {
  const kept = schema.partial().safeParse(readJson(path));
  let current: Preferences = schema.parse({ ...defaults(), ...(kept.success ? kept.data : {}) });
  applyTheme(current.theme);
  return {
    current: () => current,
    change: async (changes) => {
      current = schema.parse({ ...current, ...changes });
      applyTheme(current.theme);
      onChange(current);
      await writeJson(path, current);
      return current;
    },
  };
}

function defaults(): Preferences {
  const locale = app.getLocale().startsWith('fr') ? 'fr' : 'en';
  return { locale, theme: 'auto', density: 'compact', letterKeys: true };
}

function applyTheme(theme: Preferences['theme']): void {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
}
