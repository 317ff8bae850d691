import type { StruckRecord } from '#contract/casework/corrections';
import type { CaseFile } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { ReasonField } from './ReasonField.tsx';

export interface Struck {
  readonly record: StruckRecord;
  readonly row: { readonly id: string; readonly version: number };
  /** What the record is called. */
  readonly name: string;
}

interface StrikeDialogProps {
  readonly file: CaseFile;
  readonly struck: Struck;
  readonly onClose: () => void;
}

/** Takes out what was never true, with the reason. It can be put back from the file's corrections. */
export function StrikeDialog({ file, struck: { record, row, name }, onClose }: StrikeDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('corrections.strike', {
    values: { reason: '' },
    toInput: ({ reason }) => ({ file, record, recordId: row.id, version: row.version, reason }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('corrections:strike.title', { name })}
      submit={t('corrections:strike.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('corrections:strike.text')}</p>
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
