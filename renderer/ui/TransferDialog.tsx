import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import { useRead, useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { today } from '../lib/today.ts';
import { useDraft } from '../lib/useDraft.ts';
import { Choice } from './Choice.tsx';
import { DateField } from './DateField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';

interface TransferDialogProps {
  readonly number: string;
  readonly unitId: UnitId;
  readonly referralId: ReferralId | null;
  readonly investigationId: InvestigationId | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface TransferValues {
  readonly toUnitId: string;
  readonly toService: string;
  readonly on: string;
  readonly message: string;
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

/** Offers a file to another unit or names the service that it is sent to. It stays until it is accepted. */
export function TransferDialog({ number, unitId, referralId, investigationId, onClose, onDone }: TransferDialogProps) {
  const t = useText();
  const units = useRead('units.list', {}).data?.units ?? [];
  const propose = useWrite('transfers.propose');
  const others = units.filter((each) => each.active && each.id !== unitId);
  const toInput = ({ toUnitId, toService, on, message }: TransferValues): Input<'transfers.propose'> => ({
    referralId,
    investigationId,
    toUnitId: orNull(toUnitId),
    toService: toUnitId === '' ? orNull(toService) : null,
    on,
    message: orNull(message),
  });
  const form = useForm<TransferValues>({
    initialValues: { toUnitId: '', toService: '', on: today(), message: '' },
    validate: validateWith(contract['transfers.propose'].input, toInput),
  });
  const draft = useDraft(form, { form: 'transfer', subject: referralId ?? investigationId ?? '', unitId });
  const submit = form.onSubmit((values) => {
    propose.mutate(toInput(values), {
      onSuccess: () => {
        draft.forget();
        onDone();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('fileWork:transfers.dialog.title', { number })}
      submit={t('fileWork:transfers.dialog.submit')}
      isBusy={propose.isPending}
      failure={propose.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
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
      <DateField label={t('lists:on')} w={160} {...form.getInputProps('on')} />
      <Textarea
        label={t('fileWork:transfers.message')}
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('message')}
      />
    </FormDialog>
  );
}
