import type { CaseFile } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import shared from '../../../ui/Shared.module.css';
import { Corrections, useCorrections, type StruckPerson } from '../corrections/Corrections.tsx';
import { useFileParts, type FilePartProps } from './fileParts.ts';
import { FileSection } from './FileSection.tsx';

/** What was put right in the file. */
export function FileCorrections({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const rows = useCorrections(file);
  const sealed = useRead('seals.inFile', { file }).data?.corrections ?? 0;
  const { SealPerson } = useFileParts();
  const [toSeal, sealing] = useOpened<StruckPerson>();
  const maySeal = useHasRole('supervisor', 'administrator');
  return (
    <FileSection title={t('codes:paperSection.corrections')} isEmpty={rows.length + sealed === 0}>
      <Corrections rows={rows} onSeal={maySeal ? sealing.open : undefined} />
      {sealed > 0 && <p className={shared.dimmed}>{t('records:sealed.corrections', { count: sealed })}</p>}
      {toSeal !== null && <SealPerson {...toSeal} onClose={sealing.close} />}
    </FileSection>
  );
}
