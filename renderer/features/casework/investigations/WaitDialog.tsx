import { Radio, Stack } from '@mantine/core';
import { waitingState } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useUsedNames } from '../../../lib/useUsedNames.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KnownNameInput } from '../../../ui/KnownNameInput.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { seenOf, type GroupDialogProps } from './fileGroups.ts';
import { RefusedFiles } from '../referrals/RefusedFiles.tsx';
import { useKept } from '../referrals/useKept.ts';
import { useGroupTitle } from './useGroupTitle.ts';

/** What the files wait for, by one act. */
export function WaitDialog({ files: chosen, onClose, onDone }: GroupDialogProps) {
  const t = useText();
  const [files, leaveOut] = useKept(chosen);
  const title = useGroupTitle('wait', files);
  const [first] = files;
  const { providers } = useUsedNames(first?.unitId ?? ('' as never));
  const { form, sending } = useMethodForm('investigations.wait', {
    values: { state: first?.waiting ?? 'active', since: today(), on: (files.length === 1 && first?.waitingOn) || '' },
    toInput: ({ state, since, on }) => ({
      files: seenOf(files),
      state,
      since,
      ...(on.trim() === '' ? {} : { on }),
    }),
    onDone: (input) => {
      onDone({ method: 'investigations.undoWait', input, count: input.files.length });
    },
  });
  return (
    <FormDialog title={title} submit={t('investigations:step.wait')} {...sending} onClose={onClose}>
      <RefusedFiles sending={sending} files={{ files }} onLeaveOut={leaveOut} />
      <Radio.Group label={t('codes:field.state')} {...form.getInputProps('state')}>
        <Stack gap={6} mt={4}>
          {waitingState.options.map((state) => (
            <Radio
              key={state}
              value={state}
              label={t(`codes:waitingState.${state}`)}
              data-autofocus={state === form.values.state || undefined}
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
