import { Textarea } from '@mantine/core';
import { locale as locales } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import { useText } from '../../../../i18n/text.ts';
import classes from '../Returns.module.css';

interface BothLanguagesProps {
  readonly value: Bilingual;
  readonly onChange: (value: Bilingual) => void;
  readonly maxLength: number;
  readonly minRows: number;
}

/** One text side by side in English and French. */
export function BothLanguages({ value, onChange, maxLength, minRows }: BothLanguagesProps) {
  const t = useText();
  return (
    <div className={classes.reasonFields}>
      {locales.options.map((language) => (
        <Textarea
          key={language}
          label={t(`codes:locale.${language}`)}
          lang={language}
          autosize
          minRows={minRows}
          maxLength={maxLength}
          value={value[language]}
          onChange={(event) => {
            onChange({ ...value, [language]: event.currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}
