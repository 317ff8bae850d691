import type { Quarter } from '#contract/ground/dates';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';

/** All that is in force for the quarter. */
export function HeldSources({ quarter }: { readonly quarter: Quarter }) {
  const t = useText();
  const format = useFormat();
  const coverage = useRead('rollup.coverage', { quarter });
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('rollup:held.title', { quarter: format.quarter(quarter) })}</h2>
      {coverage.error !== null && <FailureAlert failure={coverage.error.failure} />}
      {coverage.data?.sources.length === 0 && <p className={shared.note}>{t('rollup:held.none')}</p>}
      {coverage.data !== undefined && coverage.data.sources.length > 0 && (
        <DataTable
          caption={t('rollup:held.title', { quarter: format.quarter(quarter) })}
          rows={coverage.data.sources}
          rowKey={(source) => source.id}
          columns={[
            {
              key: 'sender',
              header: t('codes:heading.sender'),
              value: (source) => source.workspaceName,
              href: (source) => `/packs/${source.id}`,
            },
            {
              key: 'kind',
              header: t('codes:field.kind'),
              narrow: true,
              value: ({ kind }) => t(`codes:sourceKind.${kind}`),
            },
            {
              key: 'units',
              header: t('codes:heading.units'),
              value: ({ units }) => units.map((unit) => unit.code).join(', '),
            },
            { key: 'at', header: t('rollup:held.signedAt'), as: 'instant', value: ({ exportedAt }) => exportedAt },
          ]}
        />
      )}
    </section>
  );
}
