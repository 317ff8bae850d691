import { IconArchive, IconDots, IconReportAnalytics, type Icon } from '@tabler/icons-react';
import type { TextKey } from '../i18n/text.ts';
import type { MenuGroup, Screen } from './screen.ts';

interface Group {
  readonly group: MenuGroup;
  readonly navKey: TextKey;
  readonly icon: Icon;
  readonly screens: readonly Screen[];
}

export type MenuPart = Screen | Group;

export const isGroup = (part: MenuPart): part is Group => 'group' in part && 'screens' in part;

const groups = [
  { group: 'more', navKey: 'shell:menu.more', icon: IconDots },
  { group: 'reporting', navKey: 'shell:menu.reporting', icon: IconReportAnalytics },
  { group: 'records', navKey: 'shell:menu.records', icon: IconArchive },
] as const;

/** Who works cases sees each day's work first, and the rest in groups; everybody else has few screens, one below the other. */
export function menuOf(screens: readonly Screen[], worksCases: boolean): readonly MenuPart[] {
  const listed = screens.filter((screen) => screen.under === undefined);
  if (!worksCases) return listed;
  const alone = listed.filter((screen) => screen.group === undefined);
  return [
    ...alone.filter((screen) => screen.section !== 'workspace'),
    ...groups
      .map((each) => ({ ...each, screens: listed.filter((screen) => screen.group === each.group) }))
      .filter((each) => each.screens.length > 0),
    ...alone.filter((screen) => screen.section === 'workspace'),
  ];
}
