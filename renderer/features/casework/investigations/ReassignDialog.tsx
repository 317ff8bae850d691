import type { UnitId, UserId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useOfficerOptions } from '../../../lib/useLeaves.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { Undoable } from '../../../ui/useUndo.tsx';

/** What goes to the next officer. */
export type Passed = Pick<Input<'handover.reassign'>, 'investigationIds' | 'referralIds' | 'taskIds' | 'hearingIds'>;

interface ReassignDialogProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly passed: Passed;
  readonly onClose: () => void;
  readonly onDone: (undoable: Undoable) => void;
}

export function ReassignDialog({ unitId, officer, passed, onClose, onDone }: ReassignDialogProps) {
  const t = useText();
  const people = useOfficerOptions(unitId).filter(({ value }) => value !== officer);
  const count =
    passed.investigationIds.length + passed.referralIds.length + passed.taskIds.length + passed.hearingIds.length;
  const { form, sending } = useMethodForm('handover.reassign', {
    values: { to: '', on: today() },
    toInput: (values) => ({ ...values, ...passed, unitId, from: officer }),
    onDone: ({ id: reassignmentId }) => {
      onDone({ method: 'handover.undo', input: { unitId, reassignmentId }, count });
    },
  });
  return (
    <FormDialog
      title={t('fileWork:handover.dialog.title', { count })}
      submit={t('fileWork:handover.dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('fileWork:handover.dialog.text')}</p>
      <Choice
        label={t('fileWork:handover.dialog.to')}
        empty={t('fileWork:handover.dialog.choose')}
        data-autofocus
        options={people}
        {...form.getInputProps('to')}
      />
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
