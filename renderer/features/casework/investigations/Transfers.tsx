import { useText } from '../../../i18n/text.ts';
import { FileTransfers, useTransfersOf } from '../transfers/FileTransfers.tsx';
import type { FilePartProps } from './fileParts.ts';
import { FileSection } from './FileSection.tsx';

/** By which transfers the file came here, or left. */
export function Transfers({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const { isEmpty, ...of } = useTransfersOf({ kind: 'investigation', id: investigation.id });
  return (
    <FileSection title={t('fileWork:transfers.nav')} isEmpty={isEmpty}>
      <FileTransfers {...of} />
    </FileSection>
  );
}
