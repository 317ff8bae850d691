import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { waitingState, type WaitingState } from '#contract/ground/codes';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import type { FileDialogProps } from './fileSteps.ts';

interface WaitValues {
  readonly state: WaitingState;
  readonly since: string;
  readonly on: string;
}

export function WaitDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const wait = useWrite('investigations.wait');
  const toInput = ({ state, since, on }: WaitValues): Input<'investigations.wait'> => ({
    investigationId: file.id,
    version: file.version,
    state,
    since,
    ...(on.trim() === '' ? {} : { on }),
  });
  const form = useForm<WaitValues>({
    initialValues: { state: file.waiting, since: today(), on: file.waitingOn ?? '' },
    validate: validateWith(contract['investigations.wait'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    wait.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('investigations:wait.title', { number: file.number })}
      submit={t('investigations:wait.submit')}
      isBusy={wait.isPending}
      failure={wait.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t('investigations:column.waiting')} {...form.getInputProps('state')}>
        <Stack gap={6} mt={4}>
          {waitingState.options.map((state) => (
            <Radio
              key={state}
              value={state}
              label={t(`codes:waitingState.${state}`)}
              data-autofocus={state === file.waiting || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('investigations:column.since')} w={160} {...form.getInputProps('since')} />
      <TextInput
        label={t('investigations:column.on')}
        description={t('investigations:wait.onHint')}
        {...form.getInputProps('on')}
      />
    </FormDialog>
  );
}
