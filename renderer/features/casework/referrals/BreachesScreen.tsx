import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { RiskBand } from '#contract/ground/codes';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { urgentFirst } from './orders.ts';
import { ReferralDesk } from './ReferralDesk.tsx';
import classes from './Referrals.module.css';

const missed = { due: 'breach' } as const;

/** Deadlines of the first action that passed: by band, and the referrals themselves, which name no officer, danger first. */
export function BreachesScreen() {
  const t = useText();
  const breaches = useRead('referrals.breaches', { filter: {} }).data;
  return (
    <ReferralDesk
      desk="breaches"
      title={t('triage:breaches.title')}
      context={breaches !== undefined && t('triage:breaches.summary', { count: breaches.total })}
      above={breaches !== undefined && breaches.total > 0 && <Counts breaches={breaches} />}
      firstFilter={missed}
      firstSort={urgentFirst}
    />
  );
}

type Breaches = NonNullable<ReturnType<typeof useRead<'referrals.breaches'>>['data']>;

/** The count of a band opens the referrals that it counts. */
function Counts({ breaches: { bands } }: { readonly breaches: Breaches }) {
  const t = useText();
  const format = useFormat();
  const bandName = (band: RiskBand | null) => (band === null ? t('common:none') : t(`codes:riskBand.${band}`));
  return (
    <div className={classes.breaches}>
      <DataTable
        caption={t('triage:breaches.byBand')}
        columns={[
          {
            key: 'band',
            header: t('codes:field.riskBand'),
            narrow: true,
            value: ({ band }) => bandName(band),
          },
          ...(['upToDay', 'upToWeek', 'upToMonth', 'longer'] as const).map((key) => ({
            key,
            header: t(`triage:breaches.${key}`),
            as: 'number' as const,
            value: (row: Breaches['bands'][number]) => row[key],
          })),
          {
            key: 'count',
            header: t('triage:breaches.count'),
            align: 'end',
            narrow: true,
            value: ({ count }) => count,
            cell: ({ band, count }) =>
              band === null ? (
                format.number(count)
              ) : (
                <Anchor
                  component={Link}
                  href={`/breaches?due=breach&riskBand=${band}`}
                  inherit
                  underline="always"
                  aria-label={`${bandName(band)}: ${format.number(count)}`}
                >
                  {format.number(count)}
                </Anchor>
              ),
          },
        ]}
        rows={bands}
        rowKey={({ band }) => band ?? ''}
      />
    </div>
  );
}
