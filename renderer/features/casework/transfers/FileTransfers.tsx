import { Button } from '@mantine/core';
import { unbroken } from '#contract/ground/period';
import type { TransferRow } from '#contract/casework/transfers';
import type { CaseFile } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { latest } from '../../../lib/latest.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import shared from '../../../ui/Shared.module.css';
import { CorrectTransferDialog } from './CorrectTransferDialog.tsx';
import classes from './Transfers.module.css';
import { useTransferName } from './useTransferName.ts';

export function useTransfersOf(file: CaseFile): readonly TransferRow[] {
  return useRead('transfers.ofFile', { file }).data?.transfers ?? [];
}

/** By which transfers a file left or came, each with what its side may put right. */
export function FileTransfers({ rows }: { readonly rows: readonly TransferRow[] }) {
  const [opened, dialog] = useOpened<TransferRow>();
  const correcting = latest(rows, opened);
  return (
    <>
      <ul className={shared.list}>
        {rows.map((row) => (
          <FileTransfer key={row.id} row={row} onCorrect={dialog.open} />
        ))}
      </ul>
      {correcting !== null && <CorrectTransferDialog transfer={correcting} onClose={dialog.close} />}
    </>
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
