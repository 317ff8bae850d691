import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import shared from '../../../ui/Shared.module.css';
import { RefusedFiles } from './RefusedFiles.tsx';
import { firstOf, useHeads, type Head } from './useHeads.ts';
import { undoableRows, type Alike, type StepProps } from './steps.ts';
import { useKept } from './useKept.ts';
import { useStepTitle } from './useStepTitle.ts';

/** Under which referral: one of several to be bundled, or those that may be about the same as one, each with the reason; others are found by number. */
export function BundleDialog({ targets: chosen, onClose, onDone }: StepProps<Alike>) {
  const t = useText();
  const [targets, leaveOut] = useKept(chosen);
  const title = useStepTitle('bundle', targets);
  const [typed, setTyped] = useState('');
  const heads = useHeads(typed, targets);
  const names = useNames();
  const facts = ({ receivedOn, source, externalNumber, reasons }: Head) =>
    [
      t(externalNumber === null ? 'referrals:received' : 'referrals:receivedFrom', {
        on: receivedOn,
        source: t(`codes:referralSource.${source}`),
        number: externalNumber ?? '',
      }),
      ...reasons.map((reason) => t(`codes:sharedReason.${reason}`)),
    ].join(' · ');
  const bundled = (headId: string) => targets.filter(({ id }) => id !== headId);
  const { form, sending } = useMethodForm('referrals.bundle', {
    values: { headId: firstOf(targets)?.id ?? '', on: today() },
    toInput: ({ headId, on }) => ({ headId, referralIds: bundled(headId).map(({ id }) => id), on }),
    onDone: (moved) => {
      onDone(undoableRows(moved));
    },
  });
  return (
    <FormDialog
      title={title}
      submit={t('referrals:bundle.submit')}
      isDisabled={form.values.headId === ''}
      {...sending}
      onClose={onClose}
    >
      <RefusedFiles sending={sending} files={{ referralIds: bundled(form.values.headId) }} onLeaveOut={leaveOut} />
      <TextInput
        label={t('referrals:bundle.find')}
        description={t('referrals:bundle.hint')}
        value={typed}
        maxLength={60}
        data-autofocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Radio.Group label={t('referrals:bundle.under')} {...form.getInputProps('headId')}>
        <Stack gap="sm" mt={4}>
          {heads.length === 0 && <p className={shared.none}>{t('common:noResults')}</p>}
          {heads.map((row) => (
            <Radio key={row.id} value={row.id} label={names.fileNumber(row)} description={facts(row)} />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
