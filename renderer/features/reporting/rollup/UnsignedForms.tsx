import { Checkbox } from '@mantine/core';
import { IconSignatureOff } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Rollup.module.css';
import type { ChosenSource } from './useSources.ts';

interface UnsignedFormsProps {
  readonly sources: readonly ChosenSource[];
  readonly accepted: boolean;
  readonly onChange: (accepted: boolean) => void;
}

/** Nothing proves a form: whoever takes it in says so. */
export function UnsignedForms({ sources, accepted, onChange }: UnsignedFormsProps) {
  const t = useText();
  const names = sources.filter((each) => each.verdict === 'unsigned').map((each) => each.name);
  if (names.length === 0) return null;
  return (
    <Notice tone="dueSoon" icon={IconSignatureOff} title={t('rollup:unsigned.title', { names: names.join(', ') })}>
      <p className={classes.lead}>{t('rollup:unsigned.text')}</p>
      <Checkbox
        mt="sm"
        label={t('rollup:unsigned.accept')}
        checked={accepted}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
    </Notice>
  );
}
