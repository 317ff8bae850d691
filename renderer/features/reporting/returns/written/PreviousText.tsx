import { Button } from '@mantine/core';
import { locale as locales } from '#contract/ground/codes';
import type { Pair } from '#contract/reporting/returnTexts';
import { useText } from '../../../../i18n/text.ts';
import classes from './TextPair.module.css';

interface PreviousTextProps {
  readonly previous: Pair;
  /** As it is in the fields. */
  readonly text: Pair;
  readonly onUse: (text: Pair) => void;
}

/** Last quarter's text to read, and to copy into the languages that are still blank. */
export function PreviousText({ previous, text, onUse }: PreviousTextProps) {
  const t = useText();
  const blanks = locales.options.filter((language) => text[language] === '' && previous[language] !== '');
  if (previous.en === '' && previous.fr === '') return null;
  return (
    <details className={classes.previous}>
      <summary>{t('returns:written.previous')}</summary>
      {locales.options.map((language) => (
        <p key={language} className={classes.theirs} lang={language}>
          {previous[language]}
        </p>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        disabled={blanks.length === 0}
        onClick={() => {
          onUse({ ...text, ...Object.fromEntries(blanks.map((language) => [language, previous[language]])) });
        }}
      >
        {t('returns:written.usePrevious')}
      </Button>
    </details>
  );
}
