import type { CaseFile } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import type { SealPersonProps } from '../../casework/investigations/fileParts.ts';
import { personName } from '../../casework/persons/PersonTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { SealDialog } from './SealDialog.tsx';

/** Seals one person of the file, and ends the youth's period of access where the file has one. */
export function SealPerson({ investigation, person, onClose }: SealPersonProps) {
  const t = useText();
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const { data } = useRead('authorities.list', { investigationId: investigation.id });
  const naming = useRead('seals.naming', { file, personId: person.id });
  if (naming.error !== null) return <FailureAlert failure={naming.error.failure} />;
  if (data === undefined || naming.data === undefined) return null;
  const period = data.authorities.find(
    ({ kind, doneOn, endedOn }) => kind === 'youth_record' && doneOn === null && endedOn === null,
  );
  return (
    <SealDialog
      title={t('records:seal.personTitle', { name: personName(person, t) })}
      target={{
        kind: 'person',
        file,
        personId: person.id,
        authorityId: period?.id ?? null,
        texts: naming.data.texts,
      }}
      basis={period === undefined ? 'court_order' : 'youth_access_ended'}
      onClose={onClose}
      onSealed={onClose}
    />
  );
}
