import { Textarea, TextInput } from '@mantine/core';
import type { SealRow } from '#contract/custody/seals';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface UnsealDialogProps {
  readonly seal: SealRow;
  readonly onClose: () => void;
}

/** By whose authority records come back into sight, and why. */
export function UnsealDialog({ seal, onClose }: UnsealDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('seals.unseal', {
    values: { authority: '', reason: '' },
    toInput: (values) => ({ ...values, sealId: seal.id }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('records:unseal.buttonFor', { number: fileNumber(seal) })}
      submit={t('records:unseal.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('records:unseal.text')}</p>
      <TextInput
        label={t('records:unseal.authority')}
        description={t('records:unseal.authorityHint')}
        data-autofocus
        {...form.getInputProps('authority')}
      />
      <Textarea label={t('codes:field.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
