import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { isGroup, menuOf, type MenuPart } from './menu.ts';
import classes from './Navigation.module.css';
import { NavigationGroup } from './NavigationGroup.tsx';
import { NavigationLink } from './NavigationLink.tsx';
import { palette } from './palette.ts';
import type { Screen } from './screen.ts';

interface NavigationProps {
  readonly screens: readonly Screen[];
  readonly worksCases: boolean;
}

/** Entries of one section are not parted by a line; each day's work is one. */
function sectionOf(part: MenuPart | undefined, worksCases: boolean): string | undefined {
  if (part === undefined) return undefined;
  if (isGroup(part)) return part.group === 'more' ? 'daily' : 'groups';
  return worksCases && part.section !== 'workspace' ? 'daily' : part.section;
}

export function Navigation({ screens, worksCases }: NavigationProps) {
  const t = useText();
  const [location] = useLocation();
  const shown = screens.find((screen) => location === screen.path || location.startsWith(`${screen.path}/`));
  const current = shown?.under === undefined ? shown : screens.find((screen) => screen.path === shown.under);

  // The title names the page and nothing of a file.
  const title = shown === undefined ? null : t(shown.navKey);
  useEffect(() => {
    document.title = title === null ? 'Vigie' : `${title} – Vigie`;
  }, [title]);

  const parts = menuOf(screens, worksCases);
  return (
    <nav className={classes.nav} aria-label={t('shell:navigation')}>
      <UnstyledButton className={classes.search} onClick={palette.open}>
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span className={classes.label}>{t('shell:search')}</span>
        <span className={classes.hint}>
          <KeyHint keys="mod+K" />
        </span>
      </UnstyledButton>
      <ul className={classes.list}>
        {parts.map((part, index) => (
          <li
            key={part.navKey}
            data-first={index > 0 && sectionOf(parts[index - 1], worksCases) !== sectionOf(part, worksCases)}
          >
            {isGroup(part) ? (
              <NavigationGroup {...part} current={current} />
            ) : (
              <NavigationLink screen={part} isCurrent={part === current} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
