import { useText } from '../../../../i18n/text.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { Charges } from './Charges.tsx';
import { Delays } from './Delays.tsx';

/** Arrests, charges and persons charged are three counters: none is read from another. */
export function ArrestsAndCharges({ detail }: FilePartProps) {
  const t = useText();
  return (
    <>
      <FileSection
        title={t('investigations:arrests.title')}
        none={detail.arrests.length === 0 && t('investigations:arrests.none')}
      >
        <DataTable
          caption={t('investigations:arrests.title')}
          // Two arrests of one day and kind are alike: their place tells them apart.
          rows={detail.arrests.map((arrest, index) => ({ ...arrest, index }))}
          rowKey={(row) => row.index}
          columns={[
            { key: 'on', header: t('investigations:arrests.on'), narrow: true, value: (row) => row.arrestedOn },
            {
              key: 'person',
              header: t('codes:field.person'),
              value: (row) => t(row.youth ? 'investigations:arrests.youth' : 'investigations:arrests.adult'),
            },
          ]}
        />
      </FileSection>
      <Charges detail={detail} />
      <Delays file={detail.investigation} />
    </>
  );
}
