import { Radio, Stack } from '@mantine/core';
import { waitingState } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { today } from '../../../lib/today.ts';
import { useUsedNames } from '../../../lib/useUsedNames.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KnownNameInput } from '../../../ui/KnownNameInput.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FileDialogProps } from './fileSteps.ts';

export function WaitDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { providers } = useUsedNames(file.unitId);
  const { form, sending } = useMethodForm('investigations.wait', {
    values: { state: file.waiting, since: today(), on: file.waitingOn ?? '' },
    toInput: ({ state, since, on }) => ({
      investigationId: file.id,
      version: file.version,
      state,
      since,
      ...(on.trim() === '' ? {} : { on }),
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('investigations:wait.title', { number: fileNumber(file) })}
      submit={t('investigations:wait.submit')}
      {...sending}
      onClose={onClose}
    >
      <Radio.Group label={t('codes:field.state')} {...form.getInputProps('state')}>
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
      <DateField label={t('codes:field.since')} w={160} {...form.getInputProps('since')} />
      <KnownNameInput
        label={t('investigations:column.on')}
        description={t('investigations:wait.onHint')}
        names={form.values.state === 'provider' ? providers : []}
        {...form.getInputProps('on')}
      />
    </FormDialog>
  );
}
