import { Textarea } from '@mantine/core';
import type { CorrectionRow } from '#contract/casework/corrections';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { ReasonField } from './ReasonField.tsx';

interface CorrectionDialogProps {
  readonly row: CorrectionRow;
  readonly onClose: () => void;
}

function useTitle(step: 'review' | 'restore', row: CorrectionRow): string {
  const t = useText();
  const format = useFormat();
  return t(`corrections:${step}.for`, {
    record: t(`codes:correctedRecord.${row.record}`),
    at: format.instant(row.at),
  });
}

/** A second person looks at a correction. Its own author says why nobody else could. */
export function ReviewDialog({ row, onClose }: CorrectionDialogProps) {
  const t = useText();
  const { user } = useSession();
  const isOwn = row.by === user.id;
  const { form, sending } = useMethodForm('corrections.review', {
    values: { note: '' },
    toInput: ({ note }) => ({ file: row.file, correctionId: row.id, version: row.version, note: orNull(note) }),
    onDone: onClose,
  });
  return (
    <FormDialog title={useTitle('review', row)} submit={t('corrections:review.submit')} {...sending} onClose={onClose}>
      <p>{t(isOwn ? 'corrections:review.own' : 'corrections:review.text')}</p>
      <Textarea
        label={t(isOwn ? 'corrections:review.why' : 'codes:field.reviewNote')}
        withAsterisk={isOwn}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}

/** Puts back what was taken out by mistake. */
export function RestoreDialog({ row, onClose }: CorrectionDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('corrections.restore', {
    values: { reason: '' },
    toInput: ({ reason }) => ({ file: row.file, correctionId: row.id, reason }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={useTitle('restore', row)}
      submit={t('corrections:restore.submit')}
      {...sending}
      onClose={onClose}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
