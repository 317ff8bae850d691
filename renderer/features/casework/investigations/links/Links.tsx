import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { LinkedReferrals } from './LinkedReferrals.tsx';
import { OperationTags } from './OperationTags.tsx';

/** What the file is linked to: its referrals, other files, and the operations that it belongs to. */
export function Links({ detail }: FilePartProps) {
  return (
    <>
      <LinkedReferrals detail={detail} />
      <Related detail={detail} />
      <OperationTags file={detail.investigation} />
    </>
  );
}

function Related({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const names = useNames();
  const investigationId = investigation.id;
  const read = useRead('links.ofFile', { investigationId });
  const unrelate = useWrite('links.unrelate');
  const related = read.data?.related ?? [];
  return (
    <FileSection
      title={t('codes:paperSection.links')}
      words={t('investigations:add.words.links')}
      action={t('fileWork:links.add')}
      keys="B"
      read={read}
      isEmpty={related.length === 0}
      dialog={(close) => <LinkDialog file={investigation} to="investigation" onClose={close} />}
    >
      {unrelate.error !== null && <FailureAlert failure={unrelate.error.failure} />}
      <DataTable
        caption={t('codes:paperSection.links')}
        rows={related}
        rowKey={(row) => row.id}
        isMuted={(row) => row.concludedOn !== null}
        columns={[
          {
            key: 'number',
            header: t('codes:field.number'),
            value: names.fileNumber,
            href: (row) => `/investigations/${row.id}`,
          },
          {
            key: 'unit',
            header: t('codes:heading.unit'),
            narrow: true,
            value: (row) => names.unitCode(row.unitId),
          },
          { key: 'on', header: t('common:linked'), narrow: true, value: (row) => row.linkedOn },
          actionColumn<(typeof related)[number]>({
            label: t('fileWork:links.unlink'),
            name: (row) => t('fileWork:links.unlinkFor', { number: names.fileNumber(row) }),
            run: (row) => {
              unrelate.mutate({ investigationId, otherId: row.id });
            },
          }),
        ]}
      />
    </FileSection>
  );
}
