import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UnitId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { backlogDefinition, countingRule } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface RuleDialogProps {
  readonly unitId: UnitId;
  readonly onClose: () => void;
}

/** A new statement never replaces an old one: from its date on the series shows a break. */
export function RuleDialog({ unitId, onClose }: RuleDialogProps) {
  const t = useText();
  const save = useWrite('countingRules.save');
  const form = useForm<Input<'countingRules.save'>>({
    initialValues: {
      unitId,
      validFrom: '',
      backlogDefinition: 'exclude_court',
      statement: { en: '', fr: '' },
    },
    validate: validateWith(countingRule),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(values, {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <Dialog onClose={onClose} size="lg" title={t('admin:rules.add')}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          {save.error !== null && <FailureAlert failure={save.error.failure} />}
          <DateField
            label={t('admin:rules.validFrom')}
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
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('admin:rules.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
