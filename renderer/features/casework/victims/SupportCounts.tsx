import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';

const counts = ['referrals', 'accepted', 'declined', 'noAnswer'] as const;

/** The referrals of a unit's victims to services by quarter, with what the services answered. */
export function SupportCounts({ unitId }: { readonly unitId: UnitId }) {
  const t = useText();
  const format = useFormat();
  const read = useRead('support.counts', { filter: { unitId } });
  const rows = read.data?.rows ?? [];
  const title = t('victims:support.title');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <p className={shared.noteBelow}>{t('victims:support.text')}</p>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ quarter }) => format.quarter(quarter)}
        keepsOrder
        columns={[
          {
            key: 'quarter',
            header: t('codes:heading.quarter'),
            value: ({ quarter }) => format.quarter(quarter),
            narrow: true,
          },
          ...counts.map((key) => ({
            key,
            header: t(`victims:support.${key}`),
            as: 'number' as const,
            value: (row: (typeof rows)[number]) => row[key],
          })),
        ]}
      />
    </section>
  );
}
