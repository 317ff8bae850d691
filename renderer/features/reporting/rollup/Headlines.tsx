import type { National } from '#contract/reporting/rollup';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import classes from './Rollup.module.css';
import type { Span } from './useNational.ts';

/** What was counted in the period against the one before it; every percentage is computed from the two that stand beside it. */
export function Headlines({ national, span }: { readonly national: National; readonly span: Span }) {
  const t = useText();
  const format = useFormat();
  const key = String(span) as '3' | '12';
  const shown = (value: number | null) =>
    value === null ? t('codes:valueStatus.not_available') : format.number(value);
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('rollup:headlines.title')}</h2>
      <DataTable
        caption={t('rollup:headlines.title')}
        rows={national.headlines}
        rowKey={(row) => row.code}
        columns={[
          { key: 'code', header: t('rollup:headlines.code'), narrow: true, cell: ({ code }) => code },
          { key: 'name', header: t('rollup:headlines.name'), cell: ({ name }) => format.bilingual(name) },
          {
            key: 'before',
            header: t(`rollup:headlines.before.${key}`),
            align: 'end',
            narrow: true,
            cell: ({ before }) => shown(before),
          },
          {
            key: 'now',
            header: t(`rollup:headlines.now.${key}`),
            align: 'end',
            narrow: true,
            cell: ({ now }) => shown(now),
          },
          {
            key: 'share',
            header: t('rollup:headlines.change'),
            align: 'end',
            narrow: true,
            cell: ({ share }) => (share === null ? '' : format.percent(share, true)),
          },
          {
            key: 'covers',
            header: t('rollup:headlines.covers'),
            narrow: true,
            cell: ({ unitsCovered }) =>
              t('rollup:headlines.coversOf', {
                count: unitsCovered,
                covered: format.number(unitsCovered),
                asked: format.number(national.units.length),
              }),
          },
        ]}
      />
    </section>
  );
}
