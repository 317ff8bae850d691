import type { ReactNode } from 'react';
import type { Headline, National } from '#contract/reporting/rollup';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import { UnsignedMark } from './UnsignedMark.tsx';
import classes from './Rollup.module.css';
import type { Span } from './useNational.ts';

/** What was counted in the period and its quarters, and against the period before; every percentage is computed from the two next to it. */
export function Headlines({ national, span }: { readonly national: National; readonly span: Span }) {
  const t = useText();
  const format = useFormat();
  const key = String(span) as '3' | '12';
  const asked = format.number(national.units.length);
  const covered = (count: number): string =>
    t('rollup:headlines.coversOf', { count, covered: format.number(count), asked });
  const counted = (
    { value, unitsCovered, unsigned }: Omit<Headline['whole'], 'quarter'>,
    isBelow = false,
  ): ReactNode => (
    <>
      {value === null ? t('codes:valueStatus.not_available') : format.number(value)}
      <div className={classes.minor}>{covered(unitsCovered)}</div>
      <UnsignedMark isUnsigned={unsigned} />
      {isBelow && <div className={classes.minor}>{t('rollup:headlines.below')}</div>}
    </>
  );
  const compared = (value: number | null, isUnsigned: true | undefined): ReactNode => (
    <>
      {value === null ? t('codes:valueStatus.not_available') : format.number(value)}
      <UnsignedMark isUnsigned={isUnsigned} />
    </>
  );
  const quarters = span === 12 ? (national.headlines[0]?.quarters ?? []) : [];
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('rollup:headlines.title')}</h2>
      <DataTable
        caption={t('rollup:headlines.title')}
        rows={national.headlines}
        rowKey={(row) => row.code}
        columns={[
          { key: 'code', header: t('codes:heading.code'), narrow: true, value: ({ code }) => code },
          { key: 'name', header: t('codes:heading.indicator'), value: ({ name }) => format.bilingual(name) },
          {
            key: 'whole',
            header: t(`rollup:headlines.whole.${key}`),
            align: 'end',
            value: ({ whole }) => whole.value,
            cell: ({ whole, belowQuarter }) => counted(whole, belowQuarter),
          },
          ...quarters.map(({ quarter }, position) => ({
            key: `q${String(quarter.quarter)}`,
            header: format.quarter(quarter),
            align: 'end' as const,
            value: (row: Headline) => row.quarters[position]?.value ?? null,
            cell: (row: Headline) => counted(row.quarters[position] ?? { value: null, unitsCovered: 0 }),
          })),
          {
            key: 'before',
            header: t(`rollup:headlines.before.${key}`),
            align: 'end',
            value: ({ before }) => before,
            cell: ({ before, beforeUnsigned }) => compared(before, beforeUnsigned),
          },
          {
            key: 'now',
            header: t(`rollup:headlines.now.${key}`),
            align: 'end',
            value: ({ now }) => now,
            cell: ({ now, nowUnsigned }) => compared(now, nowUnsigned),
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
            header: t('rollup:headlines.compared'),
            narrow: true,
            value: ({ unitsCovered }) => unitsCovered,
            cell: ({ unitsCovered }) => covered(unitsCovered),
          },
        ]}
      />
    </section>
  );
}
