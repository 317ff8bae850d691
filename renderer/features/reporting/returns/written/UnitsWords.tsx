import { Button } from '@mantine/core';
import { locale as locales } from '#contract/ground/codes';
import type { Pair } from '#contract/reporting/returnTexts';
import { useText } from '../../../../i18n/text.ts';
import classes from './TextPair.module.css';
import { withUnitWords, type UnitWords } from './unitWords.ts';

interface UnitsWordsProps {
  readonly units: readonly UnitWords[];
  /** As it is in the fields. */
  readonly text: Pair;
  readonly maximum: number;
  readonly onUse: (text: Pair) => void;
}

/** What units wrote of the same indicator, to read, and to copy into the agreement's text. */
export function UnitsWords({ units, text, maximum, onUse }: UnitsWordsProps) {
  const t = useText();
  if (units.length === 0) return null;
  return (
    <details className={classes.previous}>
      <summary>{t('returns:written.ofUnits', { count: units.length })}</summary>
      {units.map((unit) => {
        const next = withUnitWords(text, unit, maximum);
        return (
          <div key={unit.unitCode}>
            {locales.options.map((language) => (
              <p key={language} className={classes.theirs} lang={language}>
                {unit.text[language]}
              </p>
            ))}
            <Button
              size="compact-sm"
              variant="default"
              disabled={next === null}
              onClick={() => {
                if (next !== null) onUse(next);
              }}
            >
              {t('returns:written.useUnit', { unit: unit.unitCode })}
            </Button>
          </div>
        );
      })}
    </details>
  );
}
