import { Button } from '@mantine/core';
import { unbroken } from '#contract/ground/period';
import type { SealedTransfer, TransferRow } from '#contract/casework/transfers';
import type { CaseFile } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { latest } from '../../../lib/latest.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import shared from '../../../ui/Shared.module.css';
import { CorrectTransferDialog } from './CorrectTransferDialog.tsx';
import classes from './Transfers.module.css';
import { useTransferName } from './useTransferName.ts';

type Transfers = Output<'transfers.ofFile'>;

export function useTransfersOf(file: CaseFile): Transfers & { readonly isEmpty: boolean } {
  const { transfers = [], sealed = [] } = useRead('transfers.ofFile', { file }).data ?? {};
  return { transfers, sealed, isEmpty: transfers.length + sealed.length === 0 };
}

/** By which transfers a file left or came, each with what its side may put right. */
export function FileTransfers({ transfers: rows, sealed }: Transfers) {
  const [opened, dialog] = useOpened<TransferRow>();
  const correcting = latest(rows, opened);
  return (
    <>
      <ul className={shared.list}>
        {rows.map((row) => (
          <FileTransfer key={row.id} row={row} onCorrect={dialog.open} />
        ))}
        <SealedTransfers rows={sealed} />
      </ul>
      {correcting !== null && <CorrectTransferDialog transfer={correcting} onClose={dialog.close} />}
    </>
  );
}

/** Those that the other unit sealed its side of. */
export function SealedTransfers({ rows }: { readonly rows: readonly SealedTransfer[] }) {
  // Nothing but its place tells one from another of the same day.
  return rows.map((row, index) => <SealedTransferLine key={index} row={row} />);
}

function SealedTransferLine({ row: { fileKind, fromUnitId, toUnitId, on } }: { readonly row: SealedTransfer }) {
  const t = useText();
  const { unitCode } = useNames();
  return (
    <li className={classes.transfer}>
      <div className={classes.words}>
        <p className={classes.name}>
          {t('fileWork:transfers.sentence', {
            kind: t(`codes:fileKind.${fileKind}`),
            number: t('fileWork:transfers.sealedNumber'),
            from: unitCode(fromUnitId),
            to: unitCode(toUnitId),
          })}
        </p>
        <p className={classes.quiet}>{t('fileWork:transfers.sealed', { on: unbroken(on) })}</p>
      </div>
    </li>
  );
}

interface FileTransferProps {
  readonly row: TransferRow;
  readonly onCorrect: (row: TransferRow) => void;
}

function FileTransfer({ row, onCorrect }: FileTransferProps) {
  const t = useText();
  const name = useTransferName()(row);
  const { state, message, reason, decidedOn } = row;
  return (
    <li className={classes.transfer}>
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <p className={classes.quiet}>
          {t('fileWork:transfers.offered', { by: row.proposedBy, on: unbroken(row.proposedOn) })}
        </p>
        <p className={classes.quiet}>
          {decidedOn === null
            ? t(`codes:transferState.${state}`)
            : t('fileWork:transfers.answered', {
                answer: t(`codes:transferState.${state}`),
                by: row.decidedBy ?? '',
                on: unbroken(decidedOn),
              })}
        </p>
        {message !== null && <HiddenText label={t('codes:field.message')} text={message} />}
        {reason !== null && <HiddenText label={t('codes:field.reason')} text={reason} />}
      </div>
      {(row.mayCorrectOffer || row.mayCorrectAnswer) && (
        <div className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('corrections:correctFor', { name })}
            onClick={() => {
              onCorrect(row);
            }}
          >
            {t('corrections:correct')}
          </Button>
        </div>
      )}
    </li>
  );
}
