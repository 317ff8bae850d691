import { useText } from '../../../../i18n/text.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FileSectionProps } from '../fileParts.ts';
import classes from '../Investigations.module.css';
import { Charges } from './Charges.tsx';
import { Delays } from './Delays.tsx';

/** Arrests, charges and persons charged are three counters: none is read from another. */
export function ArrestsAndCharges({ detail }: FileSectionProps) {
  const t = useText();
  return (
    <>
      <section className={classes.section}>
        <h2 className={classes.heading}>{t('investigations:arrests.title')}</h2>
        {detail.arrests.length === 0 ? (
          <p className={classes.none}>{t('investigations:arrests.none')}</p>
        ) : (
          <DataTable
            caption={t('investigations:arrests.title')}
            // Two arrests of one day and kind are alike: their place tells them apart.
            rows={detail.arrests.map((arrest, index) => ({ ...arrest, index }))}
            rowKey={(row) => row.index}
            columns={[
              { key: 'on', header: t('investigations:arrests.on'), narrow: true, cell: (row) => row.arrestedOn },
              {
                key: 'person',
                header: t('investigations:arrests.person'),
                cell: (row) => t(row.youth ? 'investigations:arrests.youth' : 'investigations:arrests.adult'),
              },
            ]}
          />
        )}
      </section>
      <Charges detail={detail} />
      <Delays file={detail.investigation} />
    </>
  );
}
