import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { FileSectionProps } from './fileSection.ts';
import classes from './Investigations.module.css';

export function LinkedReferrals({ detail }: FileSectionProps) {
  const t = useText();
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('investigations:referrals.title')}</h2>
      {detail.referrals.length === 0 ? (
        <p className={classes.none}>{t('investigations:referrals.none')}</p>
      ) : (
        <DataTable
          caption={t('investigations:referrals.title')}
          rows={detail.referrals}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              header: t('investigations:column.number'),
              cell: (row) => (
                <Anchor component={Link} href={`/referrals/${row.id}`} size="sm">
                  {row.number}
                </Anchor>
              ),
            },
            {
              key: 'received',
              header: t('investigations:referrals.receivedOn'),
              narrow: true,
              cell: (row) => row.receivedOn,
            },
            {
              key: 'linked',
              header: t('investigations:referrals.linkedOn'),
              narrow: true,
              cell: (row) => row.linkedOn,
            },
          ]}
        />
      )}
    </section>
  );
}
