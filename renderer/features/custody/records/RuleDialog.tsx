import { NumberInput, TextInput } from '@mantine/core';
import type { UnitId } from '#contract/ground/ids';
import { retentionClass } from '#contract/custody/retention';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface RuleDialogProps {
  readonly unitId: UnitId;
  readonly onClose: () => void;
}

export function RuleDialog({ unitId, onClose }: RuleDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('retention.setRule', {
    values: { class: 'not_charged', offence: '', years: '', validFrom: today() },
    toInput: ({ offence, years, ...values }) => ({
      ...values,
      unitId,
      offence: orNull(offence),
      // Years left empty end the rule.
      years: years === '' ? null : Number(years),
    }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('records:rules.add')} submit={t('records:rules.submit')} {...sending} onClose={onClose}>
      <Choice
        label={t('common:files')}
        options={retentionClass.options.map((each) => ({ value: each, label: t(`codes:retentionClass.${each}`) }))}
        data-autofocus
        {...form.getInputProps('class')}
      />
      <TextInput
        label={t('codes:field.offence')}
        description={t('records:rules.offenceHint')}
        {...form.getInputProps('offence')}
      />
      <NumberInput
        label={t('records:rules.years')}
        description={t('records:rules.yearsHint')}
        min={1}
        max={150}
        allowDecimal={false}
        {...form.getInputProps('years')}
      />
      <DateField label={t('codes:heading.inForceFrom')} tense="either" {...form.getInputProps('validFrom')} />
    </FormDialog>
  );
}
