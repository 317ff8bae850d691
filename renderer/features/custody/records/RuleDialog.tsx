import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UnitId } from '#contract/ground/ids';
import { contract } from '#contract/index';
import { retentionClass } from '#contract/custody/retention';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

const { input } = contract['retention.setRule'];

interface RuleDialogProps {
  readonly unitId: UnitId;
  readonly onClose: () => void;
}

interface RuleValues {
  readonly class: string;
  readonly offence: string;
  readonly years: string | number;
  readonly validFrom: string;
}

/** A form has no null: years left empty end the rule. */
const ruleOf = ({ offence, years, ...values }: RuleValues, unitId: UnitId) => ({
  ...values,
  unitId,
  offence: offence.trim() === '' ? null : offence,
  years: years === '' ? null : Number(years),
});

export function RuleDialog({ unitId, onClose }: RuleDialogProps) {
  const t = useText();
  const save = useWrite('retention.setRule');
  const form = useForm<RuleValues>({
    initialValues: { class: 'not_charged', offence: '', years: '', validFrom: today() },
    validate: validateWith(input, (values: RuleValues) => ruleOf(values, unitId)),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(input.parse(ruleOf(values, unitId)), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('records:rules.add')}
      submit={t('records:rules.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choice
        label={t('records:column.class')}
        options={retentionClass.options.map((each) => ({ value: each, label: t(`records:class.${each}`) }))}
        data-autofocus
        {...form.getInputProps('class')}
      />
      <TextInput
        label={t('records:column.offence')}
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
      <DateField label={t('records:column.validFrom')} {...form.getInputProps('validFrom')} />
    </FormDialog>
  );
}
