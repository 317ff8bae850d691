import type { Survival } from '#contract/statistics/survival';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { horizonOf, standingAt, ticksOf } from './curves.ts';

interface SurvivalTableProps {
  readonly survival: Survival;
  readonly names: readonly string[];
}

/** The curves at the marks of their axis. */
export function SurvivalTable({ survival: { curves }, names }: SurvivalTableProps) {
  const t = useText();
  const format = useFormat();
  const rows = curves.flatMap((curve, index) =>
    ticksOf(horizonOf(curves)).map((day) => ({ name: names[index] ?? '', day, ...standingAt(curve, day) })),
  );
  return (
    <DataTable
      caption={t('backlog:survival.title')}
      rows={rows}
      rowKey={({ name, day }) => `${name} ${String(day)}`}
      keepsOrder
      columns={[
        { key: 'group', header: t('common:files'), value: ({ name }) => name },
        { key: 'day', header: t('backlog:survival.axis'), as: 'number', value: ({ day }) => day },
        { key: 'share', header: t('backlog:survival.share'), as: 'percent', value: ({ survival }) => survival },
        {
          key: 'limits',
          header: t('backlog:survival.limitsHeader'),
          cell: ({ low, high }) =>
            low === null || high === null
              ? t('common:none')
              : t('common:range', { low: format.percent(low), high: format.percent(high) }),
          align: 'end',
          narrow: true,
        },
        { key: 'atRisk', header: t('backlog:survival.atRisk'), as: 'number', value: ({ atRisk }) => atRisk },
      ]}
    />
  );
}
