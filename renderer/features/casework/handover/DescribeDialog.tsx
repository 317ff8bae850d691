import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { HandoverDetail } from '#contract/casework/handover';
import { contract, type Input } from '#contract/index';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface DescribeDialogProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly described: HandoverDetail['described'];
  readonly onClose: () => void;
}

interface DescribeValues {
  readonly leavesOn: string;
  readonly documentOn: string;
  readonly trainingNotes: string;
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

export function DescribeDialog({ unitId, officer, described, onClose }: DescribeDialogProps) {
  const t = useText();
  const describe = useWrite('handover.describe');
  const toInput = (values: DescribeValues): Input<'handover.describe'> => ({
    unitId,
    userId: officer,
    version: described.version,
    leavesOn: orNull(values.leavesOn),
    documentOn: orNull(values.documentOn),
    trainingNotes: orNull(values.trainingNotes),
  });
  const form = useForm<DescribeValues>({
    initialValues: {
      leavesOn: described.leavesOn ?? '',
      documentOn: described.documentOn ?? '',
      trainingNotes: described.trainingNotes ?? '',
    },
    validate: validateWith(contract['handover.describe'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    describe.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('fileWork:handover.written')}
      submit={t('fileWork:handover.save')}
      isBusy={describe.isPending}
      failure={describe.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <DateField label={t('fileWork:handover.leavesOn')} data-autofocus {...form.getInputProps('leavesOn')} />
        <DateField label={t('fileWork:handover.documentOn')} {...form.getInputProps('documentOn')} />
      </FieldRow>
      <Textarea
        label={t('fileWork:handover.training')}
        description={t('fileWork:handover.trainingHint')}
        autosize
        minRows={4}
        maxRows={12}
        {...form.getInputProps('trainingNotes')}
      />
    </FormDialog>
  );
}
