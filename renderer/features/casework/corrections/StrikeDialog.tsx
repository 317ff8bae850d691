import type { StruckRecord } from '#contract/casework/corrections';
import type { CaseFile } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useUndo } from '../../../ui/useUndo.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { ReasonField } from './ReasonField.tsx';

export interface Struck {
  readonly record: StruckRecord;
  readonly row: { readonly id: string; readonly version: number };
  /** What the record is called. */
  readonly name: string;
  /** What else follows. */
  readonly then?: string | undefined;
}

interface StrikeDialogProps {
  readonly file: CaseFile;
  readonly struck: Struck;
  readonly onClose: () => void;
}

/** Takes out what was never true, with the reason. It can be put back from the file's corrections. */
export function StrikeDialog({ file, struck: { record, row, name, then }, onClose }: StrikeDialogProps) {
  const t = useText();
  const offerUndo = useUndo();
  const { form, sending } = useMethodForm('corrections.strike', {
    values: { reason: '' },
    toInput: ({ reason }) => ({ file, record, recordId: row.id, version: row.version, reason }),
    onDone: ({ id }) => {
      const back = { file, correctionId: id, reason: t('common:undo') };
      offerUndo({ method: 'corrections.restore', input: back, count: 1 });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('corrections:strike.title', { name })}
      submit={t('corrections:strike.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>
        {t('corrections:strike.text')} {then}
      </p>
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
