import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { OfficerChoice } from './OfficerChoice.tsx';
import { undoableRows, type StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

interface AssignValues {
  readonly userId: string;
  readonly on: string;
}

export function AssignDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const title = useStepTitle('assign', targets);
  const { user } = useSession();
  const officers = useOfficersOfAll(targets);
  const assign = useWrite('referrals.assign');
  const toInput = (values: AssignValues): Input<'referrals.assign'> => ({
    referralIds: targets.map((row) => row.id),
    userId: values.userId === '' ? null : values.userId,
    on: values.on,
  });
  const form = useForm<AssignValues>({
    initialValues: { userId: targets[0]?.assignedTo ?? user.id, on: today() },
    validate: validateWith(contract['referrals.assign'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    assign.mutate(toInput(values), {
      onSuccess: (moved) => {
        onDone(undoableRows(moved));
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t('referrals:assign.submit')}
      isBusy={assign.isPending}
      failure={assign.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <OfficerChoice
        officers={officers}
        label={t('referrals:assign.to')}
        {...form.getInputProps('userId')}
        chosen={form.values.userId}
      />
      <DateField label={t('lists:on')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}

/** Who may have all of them, with what each has open in these units: referrals of several units go to someone of each. */
function useOfficersOfAll(targets: readonly ReferralRow[]) {
  const { people } = useNames();
  const unitIds = [...new Set(targets.map((row) => row.unitId))];
  const workload = useRead('referrals.workload', { unitIds }).data?.officers;
  return people
    .filter((person) => unitIds.every((unitId) => person.unitIds.includes(unitId)))
    .map(({ id, displayName }) => ({ id, displayName, work: workload?.find(({ userId }) => userId === id) }));
}
