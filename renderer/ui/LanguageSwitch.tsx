import { UnstyledButton } from '@mantine/core';
import { usePreferences } from '../bridge/preferences.ts';
import { useText } from '../i18n/text.ts';
import classes from './LanguageSwitch.module.css';

const locales = ['en', 'fr'] as const;

/** Both languages in sight; the one on screen is marked. */
export function LanguageSwitch() {
  const t = useText();
  const { preferences, change } = usePreferences();
  return (
    <div className={classes.switch} role="group" aria-label={t('codes:heading.language')}>
      {locales.map((locale) => (
        <UnstyledButton
          key={locale}
          className={classes.choice}
          aria-pressed={preferences.locale === locale}
          lang={locale}
          onClick={() => {
            change({ locale });
          }}
        >
          {locale.toUpperCase()}
          <span className="visually-hidden">{t(`codes:locale.${locale}`)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
