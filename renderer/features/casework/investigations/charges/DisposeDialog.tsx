import { disposition } from '#contract/ground/codes';
import type { ChargeRow } from '#contract/casework/charges';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../../i18n/text.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';

interface DisposeDialogProps {
  readonly file: InvestigationRow;
  readonly charge: ChargeRow;
  readonly onClose: () => void;
}

/** Records how a charge laid ended. */
export function DisposeDialog({ file, charge, onClose }: DisposeDialogProps) {
  const t = useText();
  const format = useFormat();
  const { form, sending } = useMethodForm('charges.dispose', {
    values: {
      outcome: { disposition: charge.disposition ?? '', disposedOn: charge.disposedOn ?? today() },
      reason: '',
    },
    toInput: ({ outcome, reason }) => ({
      investigationId: file.id,
      chargeId: charge.id,
      version: charge.version,
      outcome: outcome.disposition === '' ? null : outcome,
      reason: orNull(reason),
    }),
    onDone: onClose,
  });
  const { outcome } = form.values;
  return (
    <FormDialog
      title={t('investigations:dispose.title', { section: format.section(charge.section) })}
      submit={t('investigations:dispose.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('common:outcome')}
          empty={t('investigations:dispose.none')}
          options={disposition.options.map((code) => ({ value: code, label: t(`codes:disposition.${code}`) }))}
          data-autofocus
          {...form.getInputProps('outcome.disposition')}
        />
        <DateField label={t('investigations:dispose.on')} {...form.getInputProps('outcome.disposedOn')} />
      </FieldRow>
      <CorrectionReason
        before={charge}
        after={outcome.disposition === '' ? { disposition: null } : outcome}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
