import type { SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';
import { usePreferences } from '../bridge/preferences.ts';
import { useServer } from '../bridge/server.ts';
import { useText, type Translate } from '../i18n/text.ts';
import { useRegisteredActions, type ScreenAction } from '../lib/screenKeys.ts';
import { useGo } from '../lib/useGo.ts';
import { Palette, toEntry } from '../ui/Palette.tsx';
import type { Screen } from './screen.ts';
import { lock } from './lock.ts';
import { exactFirst, paletteStore } from './palette.ts';
import { useFoundFiles } from './useFoundFiles.tsx';

/** Ctrl+K: finds any file, goes anywhere, and runs what the screen in view has registered. */
export function CommandPalette({ screens }: { readonly screens: readonly Screen[] }) {
  const t = useText();
  const go = useGo();
  const registered = useRegisteredActions();
  const application = useApplicationActions(t);
  const [query, setQuery] = useState('');
  const seesFiles = screens.some((screen) => screen.path === '/referrals');
  const { groups: found, isLooking } = useFoundFiles(query, seesFiles);
  // A server knows words by their hashes, and so no beginning of one.
  const findsWhole = typeof useServer() === 'string' && seesFiles;
  const groups = [
    ...found,
    {
      group: t('shell:group.screen'),
      actions: registered.filter(isInPalette).map(toEntry),
    },
    {
      group: t('shell:group.goTo'),
      actions: screens.map((screen) => ({
        id: screen.path,
        label: t(screen.navKey),
        leftSection: <screen.icon size={16} stroke={1.5} />,
        onClick: go(screen.path),
      })),
    },
    { group: t('common:vigie'), actions: application },
  ].filter((group) => group.actions.length > 0);

  return (
    <Palette
      store={paletteStore}
      label={t('shell:palette')}
      hint={t(hintOf(seesFiles, findsWhole))}
      nothingFound={t(findsWhole ? 'shell:searchWholeNone' : 'common:noResults')}
      query={query}
      onQuery={setQuery}
      isLooking={isLooking}
      actions={exactFirst(groups, query)}
      shortcut="mod + K"
    />
  );
}

function hintOf(seesFiles: boolean, findsWhole: boolean) {
  if (!seesFiles) return 'shell:searchHint';
  return findsWhole ? 'shell:searchWholeHint' : 'shell:searchFilesHint';
}

/** The many forms that "Add" finds by their names would hide the rest. */
const isInPalette = ({ isToldOnly, isAddition, keys }: ScreenAction): boolean =>
  isToldOnly !== true && !(isAddition === true && keys === undefined);

function useApplicationActions(t: Translate): SpotlightActionData[] {
  const { preferences, change } = usePreferences();
  const other = preferences.locale === 'en' ? 'fr' : 'en';
  const themes = (['auto', 'light', 'dark'] as const).filter((theme) => theme !== preferences.theme);
  const density = preferences.density === 'compact' ? 'comfortable' : 'compact';
  return [
    { id: 'lock', label: t('shell:lock'), onClick: lock },
    {
      id: 'language',
      label: t(`codes:locale.${other}`),
      onClick: () => {
        change({ locale: other });
      },
    },
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: t('shell:preferences.useTheme', { name: t(`codes:theme.${theme}`) }),
      onClick: () => {
        change({ theme });
      },
    })),
    {
      id: 'density',
      label: t('shell:preferences.useDensity', { name: t(`codes:density.${density}`) }),
      onClick: () => {
        change({ density });
      },
    },
  ];
}
