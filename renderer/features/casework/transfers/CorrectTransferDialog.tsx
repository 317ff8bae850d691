import { Textarea, TextInput } from '@mantine/core';
import type { TransferRow } from '#contract/casework/transfers';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../corrections/ReasonField.tsx';
import { useStrike } from '../corrections/useStrike.tsx';
import { useTransferName } from './useTransferName.ts';

interface CorrectTransferDialogProps {
  readonly transfer: TransferRow;
  readonly onClose: () => void;
}

interface Typed {
  readonly proposedOn: string;
  readonly decidedOn: string;
  readonly toService: string;
  readonly message: string;
  readonly refusal: string;
}

/** What this side of the transfer wrote, and no more. */
function ownOf({ mayCorrectOffer, mayCorrectAnswer, toUnitId, state }: TransferRow, typed: Typed) {
  const { proposedOn, decidedOn, toService, message, refusal } = typed;
  return {
    ...(mayCorrectOffer && { proposedOn, message: orNull(message) }),
    ...(mayCorrectOffer && toUnitId === null && { toService }),
    ...(mayCorrectAnswer && { decidedOn }),
    ...(mayCorrectAnswer && state === 'refused' && { refusal }),
  };
}

function useTransferForm({ transfer, onClose }: CorrectTransferDialogProps) {
  const t = useText();
  const { id: transferId, version, proposedOn, decidedOn, toService, message, reason: refusal } = transfer;
  return useMethodForm('transfers.change', {
    values: {
      proposedOn,
      decidedOn: decidedOn ?? '',
      toService: toService ?? '',
      message: message ?? '',
      refusal: refusal ?? '',
      reason: '',
    },
    toInput: ({ reason, ...typed }) => ({ transferId, version, reason: orNull(reason), ...ownOf(transfer, typed) }),
    names: {
      proposedOn: t('fileWork:transfers.proposedOn'),
      decidedOn: t('codes:field.answeredOn'),
      toService: t('fileWork:transfers.toService'),
      message: t('codes:field.message'),
      refusal: t('fileWork:transfers.refusal'),
    },
    onDone: onClose,
  });
}

/** Puts right the days, the service and the texts of a transfer. One to a service outside that never was is taken out. */
export function CorrectTransferDialog({ transfer, onClose }: CorrectTransferDialogProps) {
  const t = useText();
  const name = useTransferName()(transfer);
  const { form, sending } = useTransferForm({ transfer, onClose });
  const { fileKind, fileId, toUnitId, state, mayCorrectOffer, mayCorrectAnswer } = transfer;
  const mayStrike = mayCorrectOffer && toUnitId === null && state !== 'pending';
  const then = state === 'accepted' && { then: t('fileWork:transfers.backAgain') };
  const struck = mayStrike ? { record: 'transfer' as const, row: transfer, name, ...then } : null;
  const file = { kind: fileKind, id: fileId } as Parameters<typeof useStrike>[0];
  const [striking, aside] = useStrike(file, struck, onClose);
  if (striking !== null) return striking;
  return (
    <FormDialog
      title={t('corrections:correctFor', { name })}
      submit={t('common:save')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        {mayCorrectOffer && (
          <DateField label={t('fileWork:transfers.proposedOn')} data-autofocus {...form.getInputProps('proposedOn')} />
        )}
        {mayCorrectAnswer && (
          <DateField
            label={t('codes:field.answeredOn')}
            data-autofocus={!mayCorrectOffer || undefined}
            {...form.getInputProps('decidedOn')}
          />
        )}
      </FieldRow>
      {mayCorrectOffer && toUnitId === null && (
        <TextInput label={t('fileWork:transfers.toService')} {...form.getInputProps('toService')} />
      )}
      {mayCorrectOffer && (
        <Textarea
          label={t('codes:field.message')}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('message')}
        />
      )}
      {mayCorrectAnswer && state === 'refused' && (
        <Textarea
          label={t('fileWork:transfers.refusal')}
          withAsterisk
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('refusal')}
        />
      )}
      <CorrectionReason
        before={{ ...transfer, refusal: transfer.reason }}
        after={ownOf(transfer, form.values)}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
