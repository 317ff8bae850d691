import { useState } from 'react';
import type { Output } from '#contract/index';
import { useText } from '../../../../i18n/text.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { MoveForm } from './MoveForm.tsx';
import { MoveReport } from './MoveReport.tsx';

interface MoveDialogProps {
  readonly to: 'server' | 'folder';
  readonly onClose: () => void;
}

/** Where to; then what was copied and compared; then, once that is confirmed, by which folder the workspace is opened. */
export function MoveDialog({ to, onClose }: MoveDialogProps) {
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
