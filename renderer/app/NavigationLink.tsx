import { Tooltip } from '@mantine/core';
import { Suspense } from 'react';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { forgetDrillDowns } from '../lib/drillDown.ts';
import classes from './Navigation.module.css';
import type { Screen } from './screen.ts';

interface NavigationLinkProps {
  readonly screen: Screen;
  readonly isCurrent: boolean;
}

export function NavigationLink({ screen, isCurrent }: NavigationLinkProps) {
  const t = useText();
  return (
    <Tooltip label={t(screen.navKey)} position="right" classNames={{ tooltip: classes.tooltip ?? '' }}>
      <Link
        href={screen.path}
        className={classes.link ?? ''}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={forgetDrillDowns}
      >
        <screen.icon size={16} stroke={1.5} aria-hidden />
        <span className={classes.label}>{t(screen.navKey)}</span>
        <Suspense fallback={null}>{screen.badge && <screen.badge />}</Suspense>
      </Link>
    </Tooltip>
  );
}
