import { useState } from 'react';
import type { UnitId, UserId } from '#contract/ground/ids';
import type { HandoverDetail } from '#contract/casework/handover';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useOfficerOptions } from '../../../lib/useLeaves.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { Undoable } from '../../../ui/useUndo.tsx';
import { useKept } from '../referrals/useKept.ts';
import { RefusedFiles } from '../referrals/RefusedFiles.tsx';

/** What goes to the next officer. */
export type Passed = {
  readonly [Part in 'investigations' | 'referrals' | 'tasks' | 'hearings']: readonly HandoverDetail[Part][number][];
};

const idsOf = <Id,>(rows: readonly { readonly id: Id }[]) => rows.map(({ id }) => id);

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
  // As the user saw it: a refusal names files by their places, and what is gone leaves the list.
  const [seen] = useState(passed);
  const [investigations, leaveFiles] = useKept(seen.investigations);
  const [referrals, leaveReferrals] = useKept(seen.referrals);
  const { tasks, hearings } = seen;
  const count = investigations.length + referrals.length + tasks.length + hearings.length;
  const { form, sending } = useMethodForm('handover.reassign', {
    values: { to: '', on: today() },
    toInput: (values) => ({
      ...values,
      unitId,
      from: officer,
      investigationIds: idsOf(investigations),
      referralIds: idsOf(referrals),
      taskIds: idsOf(tasks),
      hearingIds: idsOf(hearings),
    }),
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
      <RefusedFiles
        sending={sending}
        files={{ investigationIds: investigations, referralIds: referrals }}
        onLeaveOut={(ids) => {
          leaveFiles(ids);
          leaveReferrals(ids);
        }}
      />
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
