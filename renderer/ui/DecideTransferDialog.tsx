import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { TransferRow } from '#contract/casework/transfers';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { today } from '../lib/today.ts';
import { DateField } from './DateField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';

export type Decision = 'accept' | 'refuse' | 'withdraw';

interface DecideTransferDialogProps {
  readonly transfer: TransferRow;
  readonly decision: Decision;
  readonly onClose: () => void;
}

interface DecideValues {
  readonly on: string;
  readonly reason: string;
}

export function DecideTransferDialog({ transfer, decision, onClose }: DecideTransferDialogProps) {
  const t = useText();
  const accept = useWrite('transfers.accept');
  const refuse = useWrite('transfers.refuse');
  const withdraw = useWrite('transfers.withdraw');
  const write = { accept, refuse, withdraw }[decision];
  const toAccept = ({ on }: DecideValues): Input<'transfers.accept'> => ({
    transferId: transfer.id,
    version: transfer.version,
    on,
  });
  const toRefuse = (values: DecideValues): Input<'transfers.refuse'> => ({
    ...toAccept(values),
    reason: values.reason,
  });
  const form = useForm<DecideValues>({
    initialValues: { on: today(), reason: '' },
    validate:
      decision === 'refuse'
        ? validateWith(contract['transfers.refuse'].input, toRefuse)
        : validateWith(contract['transfers.accept'].input, toAccept),
  });
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    if (decision === 'refuse') refuse.mutate(toRefuse(values), then);
    else if (decision === 'accept') accept.mutate(toAccept(values), then);
    else withdraw.mutate(toAccept(values), then);
  }, focusFirstError);
  return (
    <FormDialog
      title={t(`fileWork:transfers.${decision}.title`, { number: transfer.number })}
      submit={t(`fileWork:transfers.${decision}.submit`)}
      isBusy={write.isPending}
      failure={write.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {t(
          transfer.toUnitId === null && decision === 'accept'
            ? 'fileWork:transfers.accept.outside'
            : `fileWork:transfers.${decision}.text`,
        )}
      </p>
      <DateField label={t('lists:on')} w={160} data-autofocus {...form.getInputProps('on')} />
      {decision === 'refuse' && (
        <Textarea
          label={t('lists:reason')}
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
