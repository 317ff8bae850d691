import { useState } from 'react';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { OfficerChoice } from './OfficerChoice.tsx';
import { undoableRows, type StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

export function AssignDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const title = useStepTitle('assign', targets);
  const { user } = useSession();
  // As the user saw it: others may assign it while this is open.
  const [from] = useState(() => targets.map((row) => row.assignedTo));
  const { officers, elsewhere, units } = useOfficersOfAll(targets);
  const { form, sending } = useMethodForm('referrals.assign', {
    values: { userId: targets[0]?.assignedTo ?? user.id, on: today() },
    toInput: (values) => ({
      ...{ referralIds: targets.map((row) => row.id), from },
      ...{ userId: orNull(values.userId), on: values.on },
    }),
    onDone: (moved) => {
      onDone(undoableRows(moved));
    },
  });
  return (
    <FormDialog title={title} size="lg" submit={title} {...sending} onClose={onClose}>
      <OfficerChoice
        officers={officers}
        label={t('referrals:assign.to')}
        description={elsewhere > 0 && t('referrals:assign.elsewhere', { count: elsewhere, units })}
        {...form.getInputProps('userId')}
        chosen={form.values.userId}
      />
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}

/** Who may have all of them, with what each has open in these units: referrals of several units go to someone of each. `elsewhere`: those of some of the units only. */
function useOfficersOfAll(targets: readonly ReferralRow[]) {
  const { people, unitCode } = useNames();
  const unitIds = [...new Set(targets.map((row) => row.unitId))];
  const workload = useRead('referrals.workload', { unitIds }).data?.officers;
  const ofSome = people.filter((person) => unitIds.some((unitId) => person.unitIds.includes(unitId)));
  const ofAll = ofSome.filter((person) => unitIds.every((unitId) => person.unitIds.includes(unitId)));
  return {
    officers: ofAll.map(({ id, displayName }) => ({
      ...{ id, displayName },
      work: workload?.find(({ userId }) => userId === id),
    })),
    elsewhere: ofSome.length - ofAll.length,
    units: unitIds.map(unitCode).toSorted().join(', '),
  };
}
