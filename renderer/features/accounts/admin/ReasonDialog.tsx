import { Checkbox, TextInput } from '@mantine/core';
import { clearanceOutcome, type ClearanceReason } from '#contract/casework/clearance';
import { useText } from '../../../i18n/text.ts';
import { orNull, withBlanks } from '../../../lib/blanks.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface ReasonDialogProps {
  readonly reason: (ClearanceReason & { readonly version: number | null }) | null;
  readonly onClose: () => void;
}

const blank = { code: '', outcome: 'otherwise', name: { en: '', fr: '' }, letter: '', active: true };

export function ReasonDialog({ reason, onClose }: ReasonDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('clearanceReasons.save', {
    values: withBlanks(blank, reason),
    toInput: ({ letter, ...values }) => ({ ...values, letter: orNull(letter), version: reason?.version ?? null }),
    names: { name: t('codes:field.name'), letter: t('admin:reasons.letter') },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(reason === null ? 'admin:reasons.add' : 'admin:reasons.changeTitle')}
      submit={t('admin:reasons.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput
          label={t('codes:heading.code')}
          description={t('admin:reasons.codeHint')}
          disabled={reason !== null}
          data-autofocus={reason === null || undefined}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t('admin:reasons.letter')}
          description={t('common:optional')}
          data-autofocus={reason !== null || undefined}
          {...form.getInputProps('letter')}
        />
      </FieldRow>
      <Choice
        label={t('common:outcome')}
        options={clearanceOutcome.options.map((each) => ({
          value: each,
          label: t(`codes:clearanceOutcome.${each}`),
        }))}
        {...form.getInputProps('outcome')}
      />
      <TextInput label={t('admin:units.nameEn')} {...form.getInputProps('name.en')} />
      <TextInput label={t('admin:units.nameFr')} {...form.getInputProps('name.fr')} />
      <Checkbox label={t('admin:reasons.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  );
}
