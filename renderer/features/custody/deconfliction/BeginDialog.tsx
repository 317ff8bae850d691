import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { contract } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { SharedKeyDialog } from './SharedKeyDialog.tsx';

const { input } = contract['exchanges.begin'];

/** What the exchange is called and until when; then the key, this once. */
export function BeginDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { units } = useNames();
  const begin = useWrite('exchanges.begin');
  const [sharedKey, setSharedKey] = useState<string | null>(null);
  const form = useForm({
    initialValues: { unitId: '', name: '', expiresOn: '' },
    transformValues: (values) => ({ ...values, unitId: values.unitId === '' ? (units[0]?.id ?? '') : values.unitId }),
    validate: (values) =>
      validateWith(input)({ ...values, unitId: values.unitId === '' ? (units[0]?.id ?? '') : values.unitId }),
  });
  const submit = form.onSubmit((values) => {
    begin.mutate(input.parse(values), {
      onSuccess: (begun) => {
        setSharedKey(begun.sharedKey);
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  if (sharedKey !== null) return <SharedKeyDialog sharedKey={sharedKey} onClose={onClose} />;
  return (
    <FormDialog
      title={t('exchanges:begin.title')}
      submit={t('exchanges:begin.submit')}
      isBusy={begin.isPending}
      failure={begin.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      {units.length > 1 && (
        <Choice
          label={t('exchanges:begin.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          {...form.getInputProps('unitId')}
        />
      )}
      <TextInput
        label={t('exchanges:begin.name')}
        description={t('exchanges:begin.nameHint')}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <DateField
        label={t('exchanges:begin.expiresOn')}
        description={t('exchanges:begin.expiresHint')}
        {...form.getInputProps('expiresOn')}
      />
    </FormDialog>
  );
}
