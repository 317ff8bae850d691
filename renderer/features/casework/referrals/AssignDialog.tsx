import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { OfficerChoice } from './OfficerChoice.tsx';
import { RefusedFiles } from './RefusedFiles.tsx';
import { undoableRows, type StepProps } from './steps.ts';
import { useKept } from './useKept.ts';
import { useOfficersOf } from './useOfficersOf.ts';
import { useStepTitle } from './useStepTitle.ts';

export function AssignDialog({ targets: asked, onClose, onDone }: StepProps) {
  const t = useText();
  const [targets, leaveOut] = useKept(asked);
  const title = useStepTitle('assign', targets);
  const from = targets.map((row) => row.assignedTo);
  const { officers, chosen, unlisted } = useOfficersOf(targets, from);
  const { form, sending } = useMethodForm('referrals.assign', {
    values: { userId: chosen, on: today() },
    toInput: (values) => ({
      referralIds: targets.map((row) => row.id),
      from,
      userId: orNull(values.userId),
      on: values.on,
    }),
    onDone: (moved) => {
      onDone(undoableRows(moved));
    },
  });
  return (
    <FormDialog title={title} size="lg" submit={title} {...sending} onClose={onClose}>
      <RefusedFiles sending={sending} files={{ referralIds: targets }} onLeaveOut={leaveOut} />
      <OfficerChoice
        officers={officers}
        label={t('referrals:assign.to')}
        description={unlisted}
        {...form.getInputProps('userId')}
        chosen={form.values.userId}
      />
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
