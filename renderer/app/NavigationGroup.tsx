import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, type Icon } from '@tabler/icons-react';
import { Suspense, useId } from 'react';
import { useText, type TextKey } from '../i18n/text.ts';
import { useKeptState } from '../lib/keptState.ts';
import classes from './Navigation.module.css';
import { NavigationLink } from './NavigationLink.tsx';
import type { MenuGroup, Screen } from './screen.ts';

interface NavigationGroupProps {
  readonly group: MenuGroup;
  readonly navKey: TextKey;
  readonly icon: Icon;
  readonly screens: readonly Screen[];
  readonly current: Screen | undefined;
}

/** Closed, it still shows what waits behind its entries; it opens by itself where one of them is in view. */
export function NavigationGroup({ group, navKey, icon: GroupIcon, screens, current }: NavigationGroupProps) {
  const t = useText();
  const id = useId();
  const holdsCurrent = current !== undefined && screens.includes(current);
  const [chosen, choose] = useKeptState<boolean | null>(`menu.${group}`, null);
  const isOpen = chosen ?? holdsCurrent;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Tooltip label={t(navKey)} position="right" classNames={{ tooltip: classes.tooltip ?? '' }}>
        <UnstyledButton
          className={classes.link ?? ''}
          aria-expanded={isOpen}
          aria-controls={id}
          data-holds-current={holdsCurrent && !isOpen}
          onClick={() => {
            choose(!isOpen);
          }}
        >
          <GroupIcon size={16} stroke={1.5} aria-hidden />
          <span className={classes.label}>{t(navKey)}</span>
          <Suspense fallback={null}>
            {!isOpen && screens.map((screen) => screen.badge && <screen.badge key={screen.path} />)}
          </Suspense>
          <Chevron className={classes.chevron} size={14} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Tooltip>
      <ul id={id} className={`${classes.list ?? ''} ${classes.within ?? ''}`} hidden={!isOpen}>
        {isOpen &&
          screens.map((screen) => (
            <li key={screen.path}>
              <NavigationLink screen={screen} isCurrent={screen === current} />
            </li>
          ))}
      </ul>
    </>
  );
}
