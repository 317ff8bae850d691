import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UnitId } from '#contract/ground/ids';
import { contract, type Input, type Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface PolicyDialogProps {
  readonly unitId: UnitId;
  readonly policy: Output<'tallies.get'>['policy'];
  readonly onClose: () => void;
}

interface PolicyValues {
  readonly enabled: boolean;
  readonly authority: string;
  readonly decidedOn: string;
}

export function PolicyDialog({ unitId, policy, onClose }: PolicyDialogProps) {
  const t = useText();
  const save = useWrite('tallies.setPolicy');
  const toInput = (values: PolicyValues): Input<'tallies.setPolicy'> => ({
    ...values,
    unitId,
    version: policy?.version ?? null,
  });
  const form = useForm<PolicyValues>({
    initialValues: {
      enabled: policy?.enabled ?? false,
      authority: policy?.authority ?? '',
      decidedOn: policy?.decidedOn ?? today(),
    },
    validate: validateWith(contract['tallies.setPolicy'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('victims:policy.title')}
      submit={t('victims:policy.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Checkbox
        label={t('victims:policy.enabled')}
        description={t('victims:policy.enabledHint')}
        data-autofocus
        {...form.getInputProps('enabled', { type: 'checkbox' })}
      />
      <TextInput label={t('victims:policy.authority')} {...form.getInputProps('authority')} />
      <DateField label={t('victims:policy.decidedOn')} w={160} {...form.getInputProps('decidedOn')} />
    </FormDialog>
  );
}
