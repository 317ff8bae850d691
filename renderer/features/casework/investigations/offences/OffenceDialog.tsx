import { Checkbox, Select } from '@mantine/core';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { today } from '../../../../lib/today.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { isOffenceOf, useOffenceNames } from './useOffenceNames.ts';

/** The dates come first: what can be chosen is what was an offence then. */
export function OffenceDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const names = useOffenceNames();
  const { form, sending } = useMethodForm('offences.add', {
    values: { offence: '', firstOn: today(), lastOn: '', attempted: false },
    toInput: (values) => ({
      investigationId: file.id,
      ...values,
      lastOn: values.lastOn === '' ? values.firstOn : values.lastOn,
    }),
    onDone: onClose,
  });
  const { firstOn, lastOn } = form.values;
  const offered = names.all.filter((each) => isOffenceOf(each, firstOn, lastOn === '' ? firstOn : lastOn));
  return (
    <FormDialog
      title={t('offences:dialog.title', { number: fileNumber(file) })}
      submit={t('offences:dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <DateField label={t('offences:dialog.firstOn')} data-autofocus {...form.getInputProps('firstOn')} />
        <DateField
          label={t('codes:field.lastOn')}
          description={t('offences:dialog.lastHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('lastOn')}
        />
      </FieldRow>
      <Select
        label={t('codes:field.offence')}
        description={t('offences:dialog.hint')}
        data={offered.map((each) => ({ value: each.code, label: names.label(each) }))}
        filter={({ options, search }) =>
          options.filter((option) => 'value' in option && names.isFound(option.value, search))
        }
        nothingFoundMessage={t('offences:dialog.nothing')}
        searchable
        error={form.errors['offence']}
        data-path="offence"
        value={form.values.offence === '' ? null : form.values.offence}
        onChange={(code: string | null) => {
          form.setFieldValue('offence', code ?? '');
        }}
      />
      <Checkbox label={t('offences:dialog.attempted')} {...form.getInputProps('attempted', { type: 'checkbox' })} />
    </FormDialog>
  );
}
