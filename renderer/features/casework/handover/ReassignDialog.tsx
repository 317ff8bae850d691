import type { UnitId, UserId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { Chosen } from './useChosen.ts';

interface ReassignDialogProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

export function ReassignDialog({ unitId, officer, chosen, onClose }: ReassignDialogProps) {
  const t = useText();
  const people = useNames()
    .peopleOf(unitId)
    .filter((each) => each.id !== officer);
  const { form, sending } = useMethodForm('handover.reassign', {
    values: { to: '', on: today() },
    toInput: (values) => ({
      ...values,
      unitId,
      from: officer,
      investigationIds: chosen.investigationIds,
      referralIds: chosen.referralIds,
      taskIds: chosen.taskIds,
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('fileWork:handover.dialog.title', { count: chosen.count })}
      submit={t('fileWork:handover.dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('fileWork:handover.dialog.text')}</p>
      <Choice
        label={t('fileWork:handover.dialog.to')}
        empty={t('fileWork:handover.dialog.choose')}
        data-autofocus
        options={people.map((each) => ({ value: each.id, label: each.displayName }))}
        {...form.getInputProps('to')}
      />
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
