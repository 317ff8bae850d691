import type { DueReport } from '#contract/reporting/reportingDeadlines';
import type { Translate } from '../../../i18n/text.ts';
import type { useFormat } from '../../../lib/useFormat.ts';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { StateButton } from './StateButton.tsx';

interface ReportColumnOptions {
  readonly t: Translate;
  readonly format: ReturnType<typeof useFormat>;
  readonly onState: (row: DueReport) => void;
}

/** Detail next to the name: the period of a report, or the money that would lapse. */
export function detailOf(
  { report, what, lapsing }: DueReport,
  { t, format }: Pick<ReportColumnOptions, 't' | 'format'>,
): string {
  if (what === 'lapse') return lapsing === null ? t('reports:lapsingUnknown') : format.money(lapsing);
  if (report === null || report.periodFrom === null || report.periodTo === null) return '';
  return t('common:fromTo', { from: report.periodFrom, to: report.periodTo });
}

export function reportColumns(options: ReportColumnOptions): readonly ListColumn<DueReport>[] {
  const { t, format } = options;
  return [
    {
      id: 'standing',
      header: t('reports:column.standing'),
      width: 156,
      rank: 1,
      text: ({ report }) => t('reports:sentOn', { day: report?.sentOn ?? '' }),
      cell: ({ urgency, daysLeft }) =>
        urgency === null ? undefined : <DueBadge urgency={urgency} daysLeft={daysLeft} />,
    },
    { id: 'dueOn', header: t('codes:field.dueOn'), width: 128, rank: 2, text: (row) => row.dueOn },
    { id: 'agreement', header: t('codes:heading.agreement'), width: 88, rank: 3, text: (row) => row.agreementCode },
    {
      id: 'name',
      header: t('reports:column.name'),
      width: 300,
      max: 'rest',
      rank: 4,
      text: (row) => format.bilingual(row.name),
    },
    { id: 'detail', header: t('reports:column.detail'), width: 184, rank: 6, text: (row) => detailOf(row, options) },
    {
      id: 'languages',
      header: t('common:languages'),
      width: 84,
      rank: 7,
      text: ({ report }) => (report === null ? '' : t(`reports:languages.${report.languages}`)),
    },
    {
      id: 'state',
      header: t('codes:field.state'),
      width: 136,
      rank: 5,
      text: ({ report }) => (report === null ? '' : t(`codes:reportState.${report.state}`)),
      cell: (row) => <StateButton row={row} onState={options.onState} />,
    },
  ];
}
