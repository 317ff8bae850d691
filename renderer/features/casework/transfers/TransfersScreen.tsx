import { Button } from '@mantine/core';
import { unbroken } from '#contract/ground/period';
import type { SealedTransfer, TransferRow } from '#contract/casework/transfers';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { latest } from '../../../lib/latest.ts';
import { useGo } from '../../../lib/useGo.ts';
import { actionColumn } from '../../../ui/actionColumn.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { DecideTransferDialog, type Decision } from '../../../ui/DecideTransferDialog.tsx';
import shared from '../../../ui/Shared.module.css';
import { CorrectTransferDialog } from './CorrectTransferDialog.tsx';
import { SealedTransfers } from './FileTransfers.tsx';
import classes from './Transfers.module.css';
import { useTransferName } from './useTransferName.ts';

interface Deciding {
  readonly transfer: TransferRow;
  readonly decision: Decision | 'correct';
}

/** What is on its way to or from the units of who is signed in, and what was. */
export function TransfersScreen() {
  const t = useText();
  const read = useRead('transfers.list', { pendingOnly: false });
  const [deciding, dialog] = useOpened<Deciding>();
  const { transfers: rows = [], sealed = [] } = read.data ?? {};
  // The longest wait first; what is decided is the latest first, as it is read.
  const pending = rows.filter((row) => row.state === 'pending').toReversed();
  const decided = rows.filter((row) => row.state !== 'pending');
  const decide = (transfer: TransferRow, decision: Deciding['decision']) => {
    dialog.open({ transfer, decision });
  };
  return (
    <>
      <PageHeader
        title={t('fileWork:transfers.nav')}
        context={read.data && t('fileWork:transfers.summary', { count: pending.length })}
      />
      <div className={classes.page}>
        {read.error !== null && <FailureAlert failure={read.error.failure} />}
        {read.data !== undefined && rows.length + sealed.length === 0 && (
          <EmptyState title={t('fileWork:transfers.empty.title')} text={t('fileWork:transfers.empty.text')} />
        )}
        {pending.length > 0 && (
          <section aria-label={t('fileWork:transfers.pending')}>
            <h2 className={shared.headingAbove}>{t('fileWork:transfers.pending')}</h2>
            <ul className={shared.list}>
              {pending.map((row) => (
                <Pending key={row.id} row={row} onDecide={decide} />
              ))}
            </ul>
          </section>
        )}
        {decided.length + sealed.length > 0 && <Decided rows={decided} sealed={sealed} onDecide={decide} />}
      </div>
      {deciding !== null && <Dialog {...deciding} rows={rows} onClose={dialog.close} />}
    </>
  );
}

interface DialogProps extends Deciding {
  readonly rows: readonly TransferRow[];
  readonly onClose: () => void;
}

function Dialog({ transfer, decision, rows, onClose }: DialogProps) {
  return decision === 'correct' ? (
    <CorrectTransferDialog transfer={latest(rows, transfer) ?? transfer} onClose={onClose} />
  ) : (
    <DecideTransferDialog transfer={transfer} decision={decision} onClose={onClose} />
  );
}

interface PendingProps {
  readonly row: TransferRow;
  readonly onDecide: (transfer: TransferRow, decision: Deciding['decision']) => void;
}

function Pending({ row, onDecide }: PendingProps) {
  const t = useText();
  const sentence = useTransferName()(row);
  const button = (decision: Decision, isMain: boolean) => (
    <Button
      size="xs"
      variant={isMain ? 'filled' : 'default'}
      aria-label={t('fileWork:actionIn', { action: t(`fileWork:transfers.${decision}.button`), section: sentence })}
      onClick={() => {
        onDecide(row, decision);
      }}
    >
      {t(`fileWork:transfers.${decision}.button`)}
    </Button>
  );
  return (
    <li className={classes.transfer}>
      <div className={classes.words}>
        <p className={classes.sentence}>{sentence}</p>
        <p className={classes.quiet}>
          {t('fileWork:transfers.proposed', {
            by: row.proposedBy,
            on: unbroken(row.proposedOn),
            began: unbroken(row.beganOn),
          })}
        </p>
        {row.message !== null && <HiddenText label={t('codes:field.message')} text={row.message} />}
      </div>
      <div className={classes.buttons}>
        {row.mayDecide && button('accept', true)}
        {row.mayDecide && button('refuse', false)}
        {row.mayWithdraw && button('withdraw', false)}
        {row.mayCorrectOffer && (
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('corrections:correctFor', { name: sentence })}
            onClick={() => {
              onDecide(row, 'correct');
            }}
          >
            {t('corrections:correct')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface DecidedProps extends Pick<PendingProps, 'onDecide'> {
  readonly rows: readonly TransferRow[];
  readonly sealed: readonly SealedTransfer[];
}

function Decided({ rows, sealed, onDecide }: DecidedProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const sentence = useTransferName();
  const go = useGo();
  return (
    <section aria-label={t('fileWork:transfers.decided')}>
      <h2 className={shared.headingAbove}>{t('fileWork:transfers.decided')}</h2>
      {rows.length > 0 && (
        <DataTable
          caption={t('fileWork:transfers.decided')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'what', header: t('fileWork:transfers.what'), value: sentence },
            {
              key: 'state',
              header: t('fileWork:transfers.state'),
              narrow: true,
              value: (row) => t(`codes:transferState.${row.state}`),
            },
            { key: 'on', header: t('codes:heading.date'), narrow: true, value: (row) => row.decidedOn },
            { key: 'by', header: t('codes:field.by'), narrow: true, value: (row) => row.decidedBy },
            {
              key: 'received',
              header: t('fileWork:transfers.received'),
              narrow: true,
              cell: (row) =>
                row.receivedId !== null && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={go(`/${row.fileKind === 'referral' ? 'referrals' : 'investigations'}/${row.receivedId}`)}
                  >
                    {fileNumber({ unitId: row.toUnitId, number: row.receivedNumber ?? '' })}
                  </Button>
                ),
            },
            actionColumn<TransferRow>({
              label: t('corrections:correct'),
              name: (row) => t('corrections:correctFor', { name: sentence(row) }),
              isOffered: (row) => row.mayCorrectOffer || row.mayCorrectAnswer,
              run: (row) => {
                onDecide(row, 'correct');
              },
            }),
          ]}
        />
      )}
      {sealed.length > 0 && (
        <ul className={shared.list}>
          <SealedTransfers rows={sealed} />
        </ul>
      )}
    </section>
  );
}
