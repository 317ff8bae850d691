import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import classes from './Records.module.css';

/** Of imported referrals whose day of conclusion is not known: from when their retention counts, and who set it. */
export function HistoricRetention({ unitId }: { readonly unitId: UnitId }) {
  const t = useText();
  const { data } = useRead('retention.historic', { unitId });
  const maySet = useHasRole('supervisor', 'records_officer');
  const [isOpen, dialog] = useDisclosure();
  if (data === undefined || data.referrals === 0) return null;
  const { referrals: count, from, by } = data;
  return (
    <div className={classes.toolbar}>
      <p className={classes.note}>
        {from === null
          ? t('records:historic.notSet', { count })
          : t('records:historic.set', { count, from, by: by ?? '' })}
      </p>
      {maySet && (
        <Button variant="default" size="xs" onClick={dialog.open}>
          {t('records:historic.button')}
        </Button>
      )}
      {isOpen && <HistoricDialog unitId={unitId} from={from ?? today()} onClose={dialog.close} />}
    </div>
  );
}

interface HistoricDialogProps {
  readonly unitId: UnitId;
  readonly from: string;
  readonly onClose: () => void;
}

function HistoricDialog({ unitId, from, onClose }: HistoricDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('retention.setHistoric', {
    values: { from },
    toInput: (values) => ({ ...values, unitId }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('records:historic.title')}
      submit={t('records:historic.submit')}
      {...sending}
      onClose={onClose}
    >
      <DateField
        label={t('records:historic.from')}
        description={t('records:historic.hint')}
        data-autofocus
        {...form.getInputProps('from')}
      />
    </FormDialog>
  );
}
