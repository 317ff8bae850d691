import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import type { SealPersonProps } from '../../casework/investigations/fileParts.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { SealDialog } from './SealDialog.tsx';

/** Seals one person of the file, and ends the youth's period of access where the file has one. */
export function SealPerson({ file, personId, name, onClose }: SealPersonProps) {
  const t = useText();
  // A referral has no period of access.
  const isInvestigation = file.kind === 'investigation';
  const asked = { investigationId: file.id as InvestigationId };
  const { data } = useRead('authorities.list', asked, { enabled: isInvestigation });
  const naming = useRead('seals.naming', { file, personId });
  if (naming.error !== null) return <FailureAlert failure={naming.error.failure} />;
  if ((isInvestigation && data === undefined) || naming.data === undefined) return null;
  const period = data?.authorities.find(
    ({ kind, doneOn, endedOn }) => kind === 'youth_record' && doneOn === null && endedOn === null,
  );
  return (
    <SealDialog
      title={t('records:seal.personTitle', { name })}
      target={{
        kind: 'person',
        file,
        personId,
        authorityId: period?.id ?? null,
        texts: naming.data.texts,
      }}
      basis={period === undefined ? 'court_order' : 'youth_access_ended'}
      onClose={onClose}
      onSealed={onClose}
    />
  );
}
