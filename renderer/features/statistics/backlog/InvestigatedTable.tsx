import type { Survival } from '#contract/statistics/survival';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';

/** What became of the referrals of each source. */
export function InvestigatedTable({ survival: { investigated } }: { readonly survival: Survival }) {
  const t = useText();
  const title = t('backlog:investigated.title');
  return (
    <section className={classes.section} aria-labelledby="investigated-title">
      <h3 id="investigated-title" className={shared.title}>
        {title}
      </h3>
      <p className={shared.noteBelow}>{t('backlog:investigated.text')}</p>
      <DataTable
        caption={title}
        rows={investigated}
        rowKey={({ source }) => source}
        keepsOrder
        columns={[
          {
            key: 'source',
            header: t('codes:heading.source'),
            value: ({ source }) => t(`codes:referralSource.${source}`),
          },
          {
            key: 'referrals',
            header: t('backlog:investigated.referrals'),
            as: 'number',
            value: ({ referrals }) => referrals,
          },
          {
            key: 'investigated',
            header: t('backlog:investigated.investigated'),
            as: 'number',
            value: (row) => row.investigated,
          },
          {
            key: 'share',
            header: t('codes:heading.share'),
            as: 'percent',
            value: (row) => row.investigated / row.referrals,
          },
        ]}
      />
    </section>
  );
}
