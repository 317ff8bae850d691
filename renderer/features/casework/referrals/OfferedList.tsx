import type { ReactNode } from 'react';
import type { TransferRow } from '#contract/casework/transfers';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DecideTransferDialog, type Decision } from '../../../ui/DecideTransferDialog.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Offered } from './IncomingTransfers.tsx';
import classes from './Referrals.module.css';
import { useIncoming } from './useIncoming.ts';

interface OfferedListProps {
  readonly title: string;
  readonly context: ReactNode;
  readonly tabs: ReactNode;
}

/** Every file that other units offer, the longest waiting first. */
export function OfferedList({ title, context, tabs }: OfferedListProps) {
  const t = useText();
  const offers = useIncoming();
  const { fileNumber } = useNames();
  const [deciding, dialog] = useOpened<{ transfer: TransferRow; decision: Decision }>();
  return (
    <>
      <PageHeader title={title} context={context} />
      <div className={classes.incoming}>{tabs}</div>
      {offers.length === 0 && <p className={classes.incoming}>{t('triage:inbox.noneOffered')}</p>}
      {offers.map((transfer) => (
        <Offered
          key={transfer.id}
          transfer={transfer}
          title={fileNumber({ unitId: transfer.fromUnitId, number: transfer.number })}
          onDecide={(decision) => {
            dialog.open({ transfer, decision });
          }}
        />
      ))}
      {deciding !== null && <DecideTransferDialog {...deciding} onClose={dialog.close} />}
    </>
  );
}
