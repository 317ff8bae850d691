import { Textarea } from '@mantine/core';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { listedDays } from './listedDays.ts';

interface ClosedDaysDialogProps {
  readonly closedDays: Output<'clockSettings.get'>['closedDays'];
  readonly onClose: () => void;
}

/** The days on which courts and registries are closed where the unit is: they make one act earlier and move no date. */
export function ClosedDaysDialog({ closedDays, onClose }: ClosedDaysDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('clockSettings.setClosedDays', {
    values: { days: closedDays.join('\n') },
    toInput: ({ days }) => ({ days: listedDays(days, today()) }),
    // The contract checks one day after the other; the form has one field for all.
    errors: (found) => Object.fromEntries(Object.values(found).map((problem) => ['days', problem])),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('due:closed.title')} submit={t('due:closed.submit')} {...sending} onClose={onClose}>
      <p>{t('due:closed.text')}</p>
      <Textarea
        label={t('common:days')}
        description={t('due:closed.daysHint')}
        data-autofocus
        autosize
        minRows={6}
        maxRows={14}
        {...form.getInputProps('days')}
      />
    </FormDialog>
  );
}
