import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import classes from './Navigation.module.css';
import { palette } from './palette.ts';
import type { Screen } from './screen.ts';

export function Navigation({ screens }: { readonly screens: readonly Screen[] }) {
  const t = useText();
  const [location] = useLocation();
  const current = screens.find((screen) => location === screen.path || location.startsWith(`${screen.path}/`));

  // The title names the page and nothing of a file.
  const title = current === undefined ? null : t(current.navKey);
  useEffect(() => {
    document.title = title === null ? 'Vigie' : `${title} – Vigie`;
  }, [title]);

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
        {screens.map((screen, index) => (
          <li key={screen.path} data-first={index > 0 && screens[index - 1]?.section !== screen.section}>
            <Tooltip label={t(screen.navKey)} position="right" classNames={{ tooltip: classes.tooltip ?? '' }}>
              <Link
                href={screen.path}
                className={classes.link ?? ''}
                aria-current={screen === current ? 'page' : undefined}
              >
                <screen.icon size={16} stroke={1.5} aria-hidden />
                <span className={classes.label}>{t(screen.navKey)}</span>
                <Suspense fallback={null}>{screen.badge && <screen.badge />}</Suspense>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
