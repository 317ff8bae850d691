import { quarterMonths } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { useQuarterColumns } from '../../../ui/useQuarterColumns.tsx';
import shared from '../../../ui/Shared.module.css';

type Row = Output<'support.counts'>['rows'][number];
const counts = ['referrals', 'accepted', 'declined', 'noAnswer'] as const;

/** The referrals of a unit's victims to services by quarter, with what the services answered. */
export function SupportCounts({ unitId }: { readonly unitId: UnitId }) {
  const t = useText();
  const format = useFormat();
  const columns = useQuarterColumns<(typeof counts)[number], Row>(
    counts,
    (key) => t(`victims:support.${key}`),
    ({ quarter }, key) => `/victims/${unitId}/support/${key}/${quarterMonths(quarter)[0]}`,
  );
  const read = useRead('support.counts', { filter: { unitId } });
  const title = t('victims:support.title');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <p className={shared.noteBelow}>{t('victims:support.text')}</p>
      {read.isPending && <Loading />}
      {read.data !== undefined && (
        <DataTable
          caption={title}
          rows={read.data.rows}
          rowKey={({ quarter }) => format.quarter(quarter)}
          keepsOrder
          columns={columns}
        />
      )}
    </section>
  );
}
