import type { FilePartnerRow } from '#contract/casework/partners';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { latest } from '../../../../lib/latest.ts';
import { PartDialog } from './PartDialog.tsx';

/** The services that take part in the file. */
export function Partners({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('partners.ofFile', { investigationId: investigation.id });
  const parts = read.data?.parts ?? [];
  return (
    <FileSection
      title={t('codes:paperSection.partners')}
      words={t('investigations:add.words.partners')}
      action={t('fileWork:partners.add')}
      keys="S"
      read={read}
      isEmpty={parts.length === 0}
      dialog={(close, row: FilePartnerRow | null) => (
        <PartDialog file={investigation} part={latest(parts, row)} onClose={close} />
      )}
    >
      {(open) => (
        <DataTable
          caption={t('codes:paperSection.partners')}
          rows={parts}
          rowKey={(row) => row.id}
          isMuted={(row) => row.untilOn !== null}
          columns={[
            { key: 'name', header: t('codes:field.service'), value: (row) => row.name },
            { key: 'role', header: t('codes:field.role'), value: (row) => t(`codes:partnerRole.${row.role}`) },
            { key: 'from', header: t('codes:field.from'), narrow: true, value: (row) => row.fromOn },
            { key: 'until', header: t('codes:field.until'), narrow: true, value: (row) => row.untilOn },
            actionColumn({
              label: t('common:change'),
              name: (row) => t('common:changeFor', { name: row.name }),
              run: open,
            }),
          ]}
        />
      )}
    </FileSection>
  );
}
