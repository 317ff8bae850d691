import { Textarea } from '@mantine/core';
import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { blanksAsNull, withBlanks } from '../../../lib/blanks.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface DescribeDialogProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly described: HandoverDetail['described'];
  readonly onClose: () => void;
}

export function DescribeDialog({ unitId, officer, described, onClose }: DescribeDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('handover.describe', {
    values: withBlanks({ leavesOn: '', documentOn: '', trainingNotes: '' }, described),
    toInput: (values) => ({ ...blanksAsNull(values), unitId, userId: officer, version: described.version }),
    names: {
      leavesOn: t('fileWork:handover.leavesOn'),
      documentOn: t('fileWork:handover.documentOn'),
      trainingNotes: t('fileWork:handover.training'),
    },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('fileWork:handover.written')}
      submit={t('fileWork:handover.save')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <DateField
          label={t('fileWork:handover.leavesOn')}
          tense="ahead"
          data-autofocus
          {...form.getInputProps('leavesOn')}
        />
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
