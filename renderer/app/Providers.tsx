import { MantineProvider, useMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Preferences } from '#contract/store/shell';
import { call } from '../bridge/bridge.ts';
import { PreferencesContext } from '../bridge/preferences.ts';
import { setLanguage } from '../i18n/i18n.ts';
import { makeQueryClient } from './queryClient.ts';
import { cssVariables, theme } from './theme.ts';

/** The theme is kept by main with the other preferences, so Mantine keeps nothing. */
const keepNothing: MantineColorSchemeManager = {
  get: (value) => value,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

interface ProvidersProps {
  readonly initial: Preferences;
  readonly children: ReactNode;
}

export function Providers({ initial, children }: ProvidersProps) {
  const [client] = useState(makeQueryClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={initial.theme}
      colorSchemeManager={keepNothing}
    >
      <QueryClientProvider client={client}>
        <PreferencesProvider initial={initial}>
          <Router hook={useHashLocation}>{children}</Router>
        </PreferencesProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function PreferencesProvider({ initial, children }: ProvidersProps) {
  const [preferences, setPreferences] = useState(initial);
  const { setColorScheme } = useMantineColorScheme();

  const change = useCallback((changes: Partial<Preferences>) => {
    setPreferences((before) => ({ ...before, ...changes }));
    // Shown already; a computer that cannot keep it asks again next time.
    call('app.setPreferences', changes).catch(() => undefined);
  }, []);

  useEffect(() => void setLanguage(preferences.locale), [preferences.locale]);
  useEffect(() => {
    setColorScheme(preferences.theme);
  }, [preferences.theme, setColorScheme]);
  useEffect(() => {
    document.documentElement.dataset['density'] = preferences.density;
  }, [preferences.density]);

  const value = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}
