import { Button } from '@mantine/core';
import { lateness, type Lateness } from '#contract/casework/referrals';
import type { RiskBand } from '#contract/ground/codes';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { CountLink } from '../../../ui/CountLink.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { urgentFirst } from './orders.ts';
import { ReferralDesk } from './ReferralDesk.tsx';
import classes from './Referrals.module.css';

const missed = { due: 'breach' } as const;

/** Deadlines of the first action that passed: by band, and the referrals themselves, which name no officer, danger first. */
export function BreachesScreen() {
  const t = useText();
  const breaches = useRead('referrals.breaches', { filter: {} }).data;
  const [isByBand, setIsByBand] = useKeptState('breaches.byBand', false);
  return (
    <ReferralDesk
      desk="breaches"
      title={t('triage:breaches.title')}
      context={breaches !== undefined && t('triage:breaches.summary', { count: breaches.total })}
      takesNew={false}
      {...(breaches !== undefined &&
        breaches.total > 0 && {
          below: <LatenessCounts breaches={breaches} isByBand={isByBand} onByBand={setIsByBand} />,
          above: isByBand && <BandCounts breaches={breaches} />,
        })}
      firstFilter={missed}
      firstSort={urgentFirst}
    />
  );
}

type Breaches = NonNullable<ReturnType<typeof useRead<'referrals.breaches'>>['data']>;

interface LatenessCountsProps {
  readonly breaches: Breaches;
  readonly isByBand: boolean;
  readonly onByBand: (isByBand: boolean) => void;
}

/** By how long the deadlines were missed, on one line; by band on demand, so that the list keeps its rows. */
function LatenessCounts({ breaches: { bands }, isByBand, onByBand }: LatenessCountsProps) {
  const t = useText();
  return (
    <span className={classes.lateness}>
      {lateness.options.map((late) => (
        <span key={late}>
          {t(`triage:breaches.${late}`)}{' '}
          <CountLink
            href={`/breaches?due=breach&late=${late}`}
            count={bands.reduce((sum, band) => sum + band[late], 0)}
            of={t(`triage:breaches.${late}`)}
          />
        </span>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        aria-expanded={isByBand}
        onClick={() => {
          onByBand(!isByBand);
        }}
      >
        {t('codes:field.riskBand')}
      </Button>
    </span>
  );
}

/** Each count opens the referrals that it counts. */
function BandCounts({ breaches: { bands } }: { readonly breaches: Breaches }) {
  const t = useText();
  return (
    <div className={classes.breaches}>
      <DataTable
        caption={t('triage:breaches.byBand')}
        columns={[
          {
            key: 'band',
            header: t('codes:field.riskBand'),
            narrow: true,
            value: ({ band }) => (band === null ? t('common:none') : t(`codes:riskBand.${band}`)),
          },
          ...lateness.options.map((late) => ({
            key: late,
            header: t(`triage:breaches.${late}`),
            as: 'number' as const,
            value: (row: Breaches['bands'][number]) => row[late],
            cell: (row: Breaches['bands'][number]) => <Count band={row.band} late={late} count={row[late]} />,
          })),
          {
            key: 'count',
            header: t('triage:breaches.count'),
            as: 'number',
            value: ({ count }) => count,
            cell: ({ band, count }) => <Count band={band} late={null} count={count} />,
          },
        ]}
        rows={bands}
        rowKey={({ band }) => band ?? ''}
      />
    </div>
  );
}

interface CountProps {
  readonly band: RiskBand | null;
  readonly late: Lateness | null;
  readonly count: number;
}

function Count({ band, late, count }: CountProps) {
  const t = useText();
  const named = band === null ? t('common:none') : t(`codes:riskBand.${band}`);
  return (
    <CountLink
      href={`/breaches?due=breach&riskBand=${band ?? 'none'}${late === null ? '' : `&late=${late}`}`}
      count={count}
      of={late === null ? named : `${named}, ${t(`triage:breaches.${late}`)}`}
    />
  );
}
