import type { ChargedFigure, Survival } from '#contract/statistics/survival';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { CountLink } from '../../../ui/CountLink.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';

type Row = Survival['charged'][number];

/** How long charges laid took to their outcome, by unit. */
export function ChargedTable({ survival: { from, on, charged } }: { readonly survival: Survival }) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const title = t('backlog:charged.title');
  const none = t('backlog:charged.notReached');
  const unitName = (unitId: Row['unitId']) => (unitId === null ? t('backlog:charged.all') : unitCode(unitId));
  const counted = (key: ChargedFigure) => ({
    key,
    header: t(`backlog:charged.${key}`),
    as: 'number' as const,
    value: (row: Row) => row[key],
    cell: ({ unitId, ...row }: Row) => (
      <CountLink
        href={`/backlog/charged/${key}/${from}/${on}${unitId === null ? '' : `/${unitId}`}`}
        count={row[key]}
        of={`${t(`backlog:charged.${key}`)}, ${unitName(unitId)}`}
      />
    ),
  });
  return (
    <section className={classes.section} aria-labelledby="charged-title">
      <h3 id="charged-title" className={shared.title}>
        {title}
      </h3>
      <p className={shared.noteBelow}>{t('backlog:charged.text', { from: format.day(from) })}</p>
      <DataTable
        caption={title}
        rows={charged}
        rowKey={({ unitId }) => unitId ?? 'all'}
        keepsOrder
        isWide
        columns={[
          {
            key: 'unit',
            header: t('codes:heading.unit'),
            value: ({ unitId }) => unitName(unitId),
            narrow: true,
          },
          counted('counts'),
          counted('disposed'),
          counted('open'),
          { key: 'quarter', header: t('backlog:charged.quarter'), as: 'number', value: (row) => row.quarter, none },
          { key: 'median', header: t('backlog:charged.median'), as: 'number', value: ({ median }) => median, none },
          {
            key: 'threeQuarters',
            header: t('backlog:charged.threeQuarters'),
            as: 'number',
            value: ({ threeQuarters }) => threeQuarters,
            none,
          },
        ]}
      />
    </section>
  );
}
