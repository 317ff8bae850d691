import type { Flow } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import classes from './Backlog.module.css';
import { closedPerFte, netOf } from './flow.ts';

interface Row {
  readonly month: Flow['months'][number];
  readonly index: number;
}

/** The flow month by month, latest first. */
export function FlowTable({ flow }: { readonly flow: Flow }) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const unknown = t('backlog:notReportedShort');
  const net = netOf(flow);
  const perFte = closedPerFte(flow);
  const column = (
    key: string,
    header: string,
    values: readonly (number | null)[],
    shown: (value: number) => string,
  ): Column<Row> => ({
    key,
    header,
    value: ({ index }) => values[index],
    cell: ({ index }) => {
      const value = values[index] ?? null;
      return value === null ? unknown : shown(value);
    },
    align: 'end',
    narrow: true,
  });
  const whole = (value: number) => format.number(value);
  const columns: Column<Row>[] = [
    { key: 'month', header: t('codes:heading.month'), as: 'shortMonth', value: ({ month }) => month },
    column('received', t('backlog:flow.received'), flow.received, whole),
    column('closed', t('backlog:flow.closed'), flow.closed, whole),
    column('reclassified', t('codes:ledgerTerm.reclassified'), flow.reclassified, format.change),
    column('net', t('backlog:flow.net'), net, format.change),
    ...(flow.staff === null
      ? []
      : [
          column('fte', t('backlog:flow.fte'), flow.staff.fte, (value) => format.number(value, 1)),
          column('perFte', t('backlog:flow.perFte'), perFte, (value) => format.number(value, 1)),
        ]),
    {
      key: 'break',
      header: t('common:remark'),
      value: ({ month }) => {
        const codes = flow.ruleChanges.filter((each) => each.month === month).map(({ unitId }) => unitCode(unitId));
        return codes.length === 0 ? '' : `${t('backlog:units.break')} (${codes.join(', ')})`;
      },
    },
  ];
  return (
    <div className={classes.dense}>
      <DataTable
        caption={t('backlog:flow.title')}
        rows={flow.months.map((month, index) => ({ month, index })).toReversed()}
        rowKey={({ month }) => month}
        columns={columns}
      />
    </div>
  );
}
