import { Radio, Stack, Textarea } from '@mantine/core';
import type { UnitId } from '#contract/ground/ids';
import { backlogDefinition } from '#contract/accounts/people';
import { useText } from '../../../i18n/text.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface RuleDialogProps {
  readonly unitId: UnitId;
  readonly onClose: () => void;
}

/** A new statement never replaces an old one: from its date on the series shows a break. */
export function RuleDialog({ unitId, onClose }: RuleDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('countingRules.save', {
    values: { validFrom: '', backlogDefinition: 'exclude_court', statement: { en: '', fr: '' } },
    toInput: (values) => ({ ...values, unitId }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('admin:rules.add')} size="lg" submit={t('admin:rules.save')} {...sending} onClose={onClose}>
      <DateField
        label={t('codes:heading.inForceFrom')}
        tense="either"
        description={t('admin:rules.validFromHint')}
        maw={200}
        data-autofocus
        {...form.getInputProps('validFrom')}
      />
      <Radio.Group label={t('admin:rules.definition')} {...form.getInputProps('backlogDefinition')}>
        <Stack gap="xs" mt={4}>
          {backlogDefinition.options.map((definition) => (
            <Radio key={definition} value={definition} label={t(`admin:rules.backlog.${definition}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <FieldRow>
        <Textarea
          label={t('admin:rules.statementEn')}
          lang="en"
          autosize
          minRows={4}
          {...form.getInputProps('statement.en')}
        />
        <Textarea
          label={t('admin:rules.statementFr')}
          lang="fr"
          autosize
          minRows={4}
          {...form.getInputProps('statement.fr')}
        />
      </FieldRow>
    </FormDialog>
  );
}
