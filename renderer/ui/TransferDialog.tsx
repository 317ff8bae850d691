import { Textarea, TextInput } from '@mantine/core';
import type { InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import { useRead } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import { blanksAsNull, orNull } from '../lib/blanks.ts';
import { today } from '../lib/today.ts';
import { Choice } from './Choice.tsx';
import { DateField } from './DateField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useMethodForm } from './useMethodForm.ts';

interface TransferDialogProps {
  readonly number: string;
  readonly unitId: UnitId;
  readonly referralId: ReferralId | null;
  readonly investigationId: InvestigationId | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Offers a file to another unit or names the service that it is sent to. It stays until it is accepted. */
export function TransferDialog({ number, unitId, referralId, investigationId, onClose, onDone }: TransferDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const units = useRead('units.list', {}).data?.units ?? [];
  const others = units.filter((each) => each.active && each.id !== unitId);
  const { form, sending } = useMethodForm('transfers.propose', {
    values: { toUnitId: '', toService: '', on: today(), message: '' },
    toInput: (values) => ({
      ...blanksAsNull(values),
      toService: values.toUnitId === '' ? orNull(values.toService) : null,
      on: values.on,
      referralId,
      investigationId,
    }),
    draft: { form: 'transfer', subject: referralId ?? investigationId ?? '', unitId },
    onDone: () => {
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('fileWork:transfers.dialog.title', { number: fileNumber({ unitId, number }) })}
      submit={t('fileWork:transfers.dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('fileWork:transfers.dialog.text')}</p>
      {others.length > 0 && (
        <Choice
          label={t('fileWork:transfers.toUnit')}
          empty={t('fileWork:transfers.outside')}
          data-autofocus
          options={others.map((each) => ({ value: each.id, label: each.code }))}
          {...form.getInputProps('toUnitId')}
        />
      )}
      {form.values.toUnitId === '' && (
        <TextInput
          label={t('fileWork:transfers.toService')}
          data-autofocus={others.length === 0 || undefined}
          {...form.getInputProps('toService')}
        />
      )}
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
      <Textarea label={t('codes:field.message')} autosize minRows={2} maxRows={6} {...form.getInputProps('message')} />
    </FormDialog>
  );
}
