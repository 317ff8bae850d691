import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { FileAudit } from '../../accounts/audit/FileAudit.tsx';
import type { FilePartProps } from './fileParts.ts';
import { FileSection } from './FileSection.tsx';

/** Who saw and changed the file, for those who may know. */
export function FileAccess({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const mayKnow = useHasRole('supervisor', 'administrator');
  return (
    <FileSection title={t('admin:audit.ofFile')} isEmpty={!mayKnow}>
      <FileAudit file={{ kind: 'investigation', id: investigation.id }} />
    </FileSection>
  );
}
