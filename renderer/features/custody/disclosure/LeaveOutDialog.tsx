import type { PaperRecord } from '#contract/custody/disclosure';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { Deciding } from './decideInput.ts';
import { GroundFields } from './GroundFields.tsx';
import { useDecision } from './useDecision.ts';

interface LeaveOutDialogProps extends Deciding {
  readonly records: readonly PaperRecord[];
  readonly onClose: () => void;
}

/** Leaves records out of a paper, on a ground that its list will name. */
export function LeaveOutDialog({ records, onClose, ...deciding }: LeaveOutDialogProps) {
  const t = useText();
  const { form, sending } = useDecision(deciding, records, { way: 'leave_out', fields: [], spans: [] }, onClose);
  return (
    <FormDialog
      title={t('papers:leaveOut.title', { count: records.length })}
      submit={t('papers:leaveOut.submit')}
      {...sending}
      onClose={onClose}
    >
      <GroundFields form={form} hasFocus />
    </FormDialog>
  );
}
