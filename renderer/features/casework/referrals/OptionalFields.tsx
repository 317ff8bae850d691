import { TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { riskBand } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { useFocusOnMount } from '../../../lib/useFocusOnMount.ts';
import { Choice } from '../../../ui/Choice.tsx';
import classes from './Referrals.module.css';
import type { QuickValues } from './useQuickEntry.ts';

/** What may follow later; the cursor goes to its first field. */
export function OptionalFields({ form }: { readonly form: UseFormReturnType<QuickValues> }) {
  const t = useText();
  const first = useFocusOnMount<HTMLInputElement>();
  return (
    <div className={classes.more}>
      <TextInput ref={first} label={t('referrals:priorityReceived')} {...form.getInputProps('priorityReceived')} />
      <TextInput
        label={t('codes:field.receivedTime')}
        placeholder={t('common:timeForm')}
        maxLength={5}
        autoComplete="off"
        {...form.getInputProps('receivedTime')}
      />
      <Choice
        label={t('codes:field.riskBand')}
        empty={t('referrals:noBand')}
        options={riskBand.options.map((band) => ({ value: band, label: t(`codes:riskBand.${band}`) }))}
        {...form.getInputProps('riskBand')}
      />
      <Textarea
        label={t('codes:field.summary')}
        placeholder={t('referrals:summaryHint')}
        autosize
        minRows={1}
        maxRows={5}
        {...form.getInputProps('summary')}
      />
      <Textarea
        label={t('referrals:identifiers')}
        description={t('referrals:identifiersHint')}
        autosize
        minRows={1}
        maxRows={6}
        spellCheck={false}
        {...form.getInputProps('identifiers')}
      />
    </div>
  );
}
