import { Textarea } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface WithdrawDialogProps {
  readonly packId: string;
  readonly onClose: () => void;
}

export function WithdrawDialog({ packId, onClose }: WithdrawDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('packs.withdraw', {
    values: { reason: '' },
    toInput: ({ reason }) => ({ packId, reason }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('packs:withdraw.title')} submit={t('packs:withdraw.submit')} {...sending} onClose={onClose}>
      <p>{t('packs:withdraw.text')}</p>
      <Textarea label={t('codes:field.reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

interface RevokeDialogProps {
  readonly fingerprint: string;
  readonly onClose: () => void;
}

export function RevokeDialog({ fingerprint, onClose }: RevokeDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('keys.revoke', {
    values: { reason: '' },
    toInput: ({ reason }) => ({ fingerprint, reason }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('packs:revoke.title')} submit={t('packs:revoke.submit')} {...sending} onClose={onClose}>
      <p>{t('packs:revoke.text')}</p>
      <Textarea label={t('codes:field.reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
