import { Button } from '@mantine/core';
import { useState } from 'react';
import { useServer } from '../../../../bridge/server.ts';
import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Admin.module.css';
import type { Output } from '#contract/index';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { MoveForm } from './MoveForm.tsx';
import { MoveReport } from './MoveReport.tsx';

interface MoveDialogProps {
  readonly to: 'server' | 'folder';
  readonly onClose: () => void;
}

/** Where to; then what was copied and compared; then, once that is confirmed, by which folder the workspace is opened. */
function MoveDialog({ to, onClose }: MoveDialogProps) {
  const t = useText();
  const [report, setReport] = useState<Output<'workspace.move'> | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isWaiting = report !== null || isBusy;
  return (
    <Dialog
      title={t(`admin:move.title.${to}`)}
      size="lg"
      isBusy={isWaiting}
      withCloseButton={!isWaiting}
      onClose={onClose}
    >
      {report === null ? (
        <MoveForm to={to} onBusy={setIsBusy} onCopied={setReport} onClose={onClose} />
      ) : (
        <MoveReport report={report} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** From a folder to a server, or back; a demonstration stays where it is. */
export function MoveSection() {
  const t = useText();
  const server = useServer();
  const { demonstration, movedTo } = useSession().workspace;
  const [isMoving, setIsMoving] = useState(false);
  // The dialog stays to say what was done.
  if (server === undefined || demonstration || (movedTo !== undefined && !isMoving)) return null;
  const to = server === null ? 'server' : 'folder';
  return (
    <section>
      <h2 className={shared.headingSmall}>{t(`admin:move.title.${to}`)}</h2>
      <p className={classes.note}>{t(`admin:move.text.${to}`)}</p>
      {to === 'server' && <p className={classes.note}>{t('common:serverTrust')}</p>}
      <Button
        variant="default"
        mt="sm"
        onClick={() => {
          setIsMoving(true);
        }}
      >
        {t(`admin:move.open.${to}`)}
      </Button>
      {isMoving && (
        <MoveDialog
          to={to}
          onClose={() => {
            setIsMoving(false);
          }}
        />
      )}
    </section>
  );
}
