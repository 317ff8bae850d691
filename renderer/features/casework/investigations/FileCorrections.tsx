import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { Corrections, useCorrections, type StruckPerson } from '../corrections/Corrections.tsx';
import { useFileParts, type FilePartProps } from './fileParts.ts';
import { FileSection } from './FileSection.tsx';

/** What was put right in the file. */
export function FileCorrections({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const rows = useCorrections({ kind: 'investigation', id: investigation.id });
  const { SealPerson } = useFileParts();
  const [toSeal, sealing] = useOpened<StruckPerson>();
  const maySeal = useHasRole('supervisor', 'administrator');
  return (
    <FileSection title={t('codes:paperSection.corrections')} isEmpty={rows.length === 0}>
      <Corrections rows={rows} onSeal={maySeal ? sealing.open : undefined} />
      {toSeal !== null && <SealPerson {...toSeal} onClose={sealing.close} />}
    </FileSection>
  );
}
