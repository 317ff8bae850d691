import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChargeRow } from '#contract/investigations';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { DisposeDialog } from './DisposeDialog.tsx';
import type { FileSectionProps } from './fileSection.ts';
import classes from './Investigations.module.css';

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
    </>
  );
}

function Charges({ detail }: FileSectionProps) {
  const t = useText();
  const format = useFormat();
  const [disposing, setDisposing] = useState<ChargeRow | null>(null);
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('investigations:charges.title')}</h2>
      {detail.charges.length === 0 ? (
        <p className={classes.none}>{t('investigations:charges.none')}</p>
      ) : (
        <DataTable
          caption={t('investigations:charges.title')}
          rows={detail.charges}
          rowKey={(row) => row.id}
          columns={[
            { key: 'on', header: t('investigations:charges.on'), narrow: true, cell: (row) => row.laidOn },
            { key: 'section', header: t('investigations:charges.section'), cell: (row) => format.section(row.section) },
            {
              key: 'counts',
              header: t('investigations:charges.counts'),
              align: 'end',
              narrow: true,
              cell: (row) => format.number(row.counts),
            },
            {
              key: 'stage',
              header: t('investigations:charges.stage'),
              narrow: true,
              cell: (row) => t(`codes:chargeStage.${row.stage}`),
            },
            {
              key: 'outcome',
              header: t('investigations:charges.outcome'),
              cell: (row) => <Outcome charge={row} onDispose={setDisposing} />,
            },
          ]}
        />
      )}
      {disposing !== null && (
        <DisposeDialog
          file={detail.investigation}
          charge={disposing}
          onClose={() => {
            setDisposing(null);
          }}
        />
      )}
    </section>
  );
}

interface OutcomeProps {
  readonly charge: ChargeRow;
  readonly onDispose: (charge: ChargeRow) => void;
}

/** How a charge laid ended; one that was only recommended or approved has no outcome of a court. */
function Outcome({ charge, onDispose }: OutcomeProps) {
  const t = useText();
  const format = useFormat();
  if (charge.stage !== 'laid') return <>{t('common:none')}</>;
  const { disposition, disposedOn } = charge;
  return (
    <>
      {disposition !== null && `${t(`codes:disposition.${disposition}`)} ${disposedOn ?? ''} `}
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('investigations:dispose.buttonFor', { section: format.section(charge.section) })}
        onClick={() => {
          onDispose(charge);
        }}
      >
        {t('investigations:dispose.button')}
      </Button>
    </>
  );
}
