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
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('rollup:headlines.title')}</h2>
      <DataTable
        caption={t('rollup:headlines.title')}
        rows={national.headlines}
        rowKey={(row) => row.code}
        columns={[
          { key: 'code', header: t('codes:heading.code'), narrow: true, value: ({ code }) => code },
          { key: 'name', header: t('codes:heading.indicator'), value: ({ name }) => format.bilingual(name) },
          {
            key: 'before',
            header: t(`rollup:headlines.before.${key}`),
            as: 'number',
            value: ({ before }) => before,
            none: t('codes:valueStatus.not_available'),
          },
          {
            key: 'now',
            header: t(`rollup:headlines.now.${key}`),
            as: 'number',
            value: ({ now }) => now,
            none: t('codes:valueStatus.not_available'),
          },
          {
            key: 'share',
            header: t('codes:heading.change'),
            align: 'end',
            narrow: true,
            value: ({ share }) => share,
            cell: ({ share }) => (share === null ? '' : format.percent(share, true)),
          },
          {
            key: 'covers',
            header: t('rollup:tab.coverage'),
            narrow: true,
            value: ({ unitsCovered }) => unitsCovered,
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
