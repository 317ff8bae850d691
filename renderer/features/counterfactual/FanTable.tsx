import type { Quantiles } from '#contract/evidence';
import type { Month } from '#contract/dates';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import type { FanSeries } from './drawFan.ts';
import { whole } from './words.ts';

interface FanTableProps {
  readonly caption: string;
  readonly series: FanSeries;
  readonly asOf: Month;
  readonly hasMiddle: boolean;
  readonly covered?: readonly number[];
}

interface Row {
  readonly month: Month;
  readonly index: number;
}

/** The figure as numbers, latest month first. */
export function FanTable({ caption, series, asOf, hasMiddle, covered }: FanTableProps) {
  const t = useText();
  const format = useFormat();
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? t('counterfactual:table.unknown') : format.number(whole(value));
  const column = (key: string, header: string, pick: (row: Row) => number | null | undefined): Column<Row> => ({
    key,
    header,
    cell: (row) => shown(pick(row)),
    align: 'end',
    narrow: true,
  });
  const end = (key: keyof Quantiles, share: string, side: 'low' | 'high') =>
    column(key, t(`counterfactual:table.${side}`, { share }), ({ index }) => series.fan[index]?.[key]);
  const rows = series.months
    .map((month, index) => ({ month, index }))
    .filter(({ month }) => month <= asOf)
    .toReversed();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.month}
      columns={[
        { key: 'month', header: t('counterfactual:table.month'), cell: ({ month }) => format.month(month) },
        ...(covered === undefined
          ? []
          : [column('covered', t('counterfactual:table.covered'), ({ index }) => covered[index])]),
        column('actual', t('counterfactual:table.actual'), ({ index }) => series.backlog[index]),
        end('p025', format.percent(0.95), 'low'),
        end('p10', format.percent(0.8), 'low'),
        ...(hasMiddle ? [column('p50', t('counterfactual:table.middle'), ({ index }) => series.fan[index]?.p50)] : []),
        end('p90', format.percent(0.8), 'high'),
        end('p975', format.percent(0.95), 'high'),
      ]}
    />
  );
}
