import { Textarea } from '@mantine/core';
import type { TransferRow } from '#contract/casework/transfers';
import { useText } from '../i18n/text.ts';
import { today } from '../lib/today.ts';
import { useNames } from '../lib/useNames.ts';
import { DateField } from './DateField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useMethodForm } from './useMethodForm.ts';

export type Decision = 'accept' | 'refuse' | 'withdraw';

interface DecideTransferDialogProps {
  readonly transfer: TransferRow;
  readonly decision: Decision;
  readonly onClose: () => void;
}

export function DecideTransferDialog({ transfer, decision, onClose }: DecideTransferDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm(`transfers.${decision}`, {
    values: { on: today(), reason: '' },
    toInput: ({ on, reason }) => ({
      transferId: transfer.id,
      version: transfer.version,
      on,
      ...(decision === 'refuse' && { reason }),
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(`fileWork:transfers.${decision}.title`, {
        number: fileNumber({ unitId: transfer.fromUnitId, number: transfer.number }),
      })}
      submit={t(`fileWork:transfers.${decision}.submit`)}
      {...sending}
      onClose={onClose}
    >
      <p>
        {t(
          transfer.toUnitId === null && decision === 'accept'
            ? 'fileWork:transfers.accept.outside'
            : `fileWork:transfers.${decision}.text`,
        )}
      </p>
      <DateField label={t('codes:heading.date')} w={160} data-autofocus {...form.getInputProps('on')} />
      {decision === 'refuse' && (
        <Textarea
          label={t('codes:field.reason')}
          withAsterisk
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('reason')}
        />
      )}
    </FormDialog>
  );
}
