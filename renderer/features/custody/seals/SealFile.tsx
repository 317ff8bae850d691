import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useGo } from '../../../lib/useGo.ts';
import { SealDialog } from './SealDialog.tsx';
import type { FileDialogProps } from '../../casework/investigations/fileSteps.ts';

/** The file leaves sight, and so the page does too. */
export function SealFile({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const go = useGo();
  return (
    <SealDialog
      title={t('records:seal.fileTitle', { number: fileNumber(file) })}
      target={{ kind: 'files', investigationIds: [file.id] }}
      basis="court_order"
      onClose={onClose}
      onSealed={go('/investigations')}
    />
  );
}
