import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import type { Chosen } from './useChosen.ts';

interface ReassignDialogProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

interface ReassignValues {
  readonly to: string;
  readonly on: string;
}

export function ReassignDialog({ unitId, officer, chosen, onClose }: ReassignDialogProps) {
  const t = useText();
  const people = useNames()
    .peopleOf(unitId)
    .filter((each) => each.id !== officer);
  const reassign = useWrite('handover.reassign');
  const toInput = ({ to, on }: ReassignValues): Input<'handover.reassign'> => ({
    unitId,
    from: officer,
    to,
    on,
    investigationIds: chosen.investigationIds,
    referralIds: chosen.referralIds,
    taskIds: chosen.taskIds,
  });
  const form = useForm<ReassignValues>({
    initialValues: { to: '', on: today() },
    validate: validateWith(contract['handover.reassign'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    reassign.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('fileWork:handover.dialog.title', { count: chosen.count })}
      submit={t('fileWork:handover.dialog.submit')}
      isBusy={reassign.isPending}
      failure={reassign.error?.failure ?? null}
      onSubmit={submit}
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
      <DateField label={t('lists:on')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
