import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { today } from '../../../../lib/today.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { LinkDialog } from './LinkDialog.tsx';

/** The referrals that the file was opened from or that joined it since; nothing joins a file that is over. */
export function LinkedReferrals({ detail: { investigation, referrals } }: FilePartProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const unlink = useWrite('links.unlinkReferral');
  const { id: investigationId, unitId } = investigation;
  const numberOf = ({ number }: { readonly number: string }) => fileNumber({ unitId, number });
  return (
    <FileSection
      title={t('investigations:referrals.title')}
      words={t('investigations:add.words.referrals')}
      action={investigation.concludedOn === null ? t('fileWork:links.linkReferral') : undefined}
      keys="shift+B"
      isEmpty={referrals.length === 0}
      dialog={(close) => <LinkDialog file={investigation} to="referral" onClose={close} />}
    >
      {unlink.error !== null && <FailureAlert failure={unlink.error.failure} />}
      <DataTable
        caption={t('investigations:referrals.title')}
        rows={referrals}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'number',
            header: t('codes:field.number'),
            value: numberOf,
            href: (row) => `/referrals/${row.id}`,
          },
          {
            key: 'received',
            header: t('codes:field.receivedOn'),
            narrow: true,
            value: (row) => row.receivedOn,
          },
          {
            key: 'linked',
            header: t('common:linked'),
            narrow: true,
            value: (row) => row.linkedOn,
          },
          actionColumn<(typeof referrals)[number]>({
            label: t('fileWork:links.unlink'),
            name: (row) => t('fileWork:links.unlinkFor', { number: numberOf(row) }),
            run: (row) => {
              unlink.mutate({ investigationId, referralId: row.id, on: today() });
            },
          }),
        ]}
      />
    </FileSection>
  );
}
