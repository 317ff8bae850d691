import { TextInput } from '@mantine/core';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface PeriodsDialogProps {
  readonly parameters: Output<'clockSettings.get'>['parameters'];
  readonly onClose: () => void;
}

/** Sets a number that the law leaves to the unit, from a day on: clocks that began before keep theirs. */
export function PeriodsDialog({ parameters, onClose }: PeriodsDialogProps) {
  const t = useText();
  const format = useFormat();
  const { form, sending } = useMethodForm('clockSettings.setParameter', {
    values: { code: parameters[0]?.code ?? '', validFrom: today(), value: '' },
    toInput: ({ value, ...rest }) => ({ ...rest, value: value.trim() === '' ? null : Number(value) }),
    onDone: onClose,
  });
  const chosen = parameters.find((each) => each.code === form.values.code);
  const none = t('common:noneAt');
  const standing = [
    t('due:periods.default', { value: chosen?.default ?? none }),
    ...(chosen?.set ?? []).map(({ validFrom, value, by }) =>
      t('due:periods.since', { on: validFrom, value: value ?? none, by }),
    ),
  ];
  return (
    <FormDialog title={t('due:periods.title')} submit={t('common:setTimeLimit')} {...sending} onClose={onClose}>
      <p>{t('due:periods.text')}</p>
      <Choice
        label={t('common:timeLimit')}
        options={parameters.map(({ code, name }) => ({ value: code, label: format.bilingual(name) }))}
        description={standing.join(' ')}
        data-autofocus
        {...form.getInputProps('code')}
      />
      <FieldRow>
        <DateField label={t('codes:heading.inForceFrom')} tense="either" {...form.getInputProps('validFrom')} />
        <TextInput
          label={t('common:days')}
          description={t('due:periods.daysHint')}
          inputMode="numeric"
          {...form.getInputProps('value')}
        />
      </FieldRow>
    </FormDialog>
  );
}
