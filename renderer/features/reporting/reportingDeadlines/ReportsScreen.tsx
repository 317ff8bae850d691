import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AgreementId } from '#contract/ground/ids';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { DrillChip } from '../../../ui/DrillChip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkedSummary } from '../../../ui/LinkedSummary.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { MonthCalendar } from '../../../ui/MonthCalendar.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ReportActions } from './ReportActions.tsx';
import { quarterOfReport } from './quarterOfReport.ts';
import { ReportFilters, type ReportView } from './ReportFilters.tsx';
import { ReportGroups } from './ReportGroups.tsx';
import { ReportList } from './ReportList.tsx';
import { rowPath } from './rowPath.ts';
import { StateDialog } from './StateDialog.tsx';
import { useReportFilter } from './useReportFilter.ts';
import { useReports } from './useReports.ts';

/** What opens with a row: a report of a quarter its return, another one its status, the rest what is the agreement's own. */
function useOpened() {
  const [, navigate] = useLocation();
  const [, change] = useFigureFilter();
  const [opened, setOpened] = useState<DueReport | null>(null);
  const open = (row: DueReport) => {
    if (row.report !== null && quarterOfReport(row.report) === null) setOpened(row);
    else {
      if (row.what === 'lapse') change({ agreementId: row.agreementId });
      navigate(rowPath(row));
    }
  };
  return {
    opened,
    open,
    setOpened,
    close: () => {
      setOpened(null);
    },
  };
}

/** In the order in which the line under the title counts them. */
const summed = ['overdue', 'today', 'reminder'] as const;

/** Every report that the agreements ask for, their ends, and money about to lapse; overdue first. */
export function ReportsScreen() {
  const t = useText();
  const { filter, setFilter, drill } = useReportFilter();
  const [withSent, setWithSent] = useKeptState('reports.withSent', false);
  const [view, setView] = useKeptState<ReportView>('reports.view', 'list');
  const agreements = useRead('agreements.list', {}).data?.agreements ?? [];
  const counts = useRead('reports.counts', {}).data;
  const reports = useReports(filter, withSent, view);
  const { opened, open, setOpened, close } = useOpened();
  useScreenKeys([
    {
      keys: 'V',
      label: t('due:view.toggle'),
      run: () => {
        setView(view === 'calendar' ? 'list' : 'calendar');
      },
    },
  ]);
  const { rows } = reports;
  return (
    <>
      <ListScreen
        head={
          <>
            <PageHeader
              title={t('reports:nav')}
              context={
                counts !== undefined && (
                  <LinkedSummary
                    text={t('due:summary', { ...counts })}
                    hrefs={summed.map((urgency) => (counts[urgency] === 0 ? null : `/reports?urgency=${urgency}`))}
                  />
                )
              }
              actions={<ReportActions filter={filter} reminders={reports.reminders} />}
            />
            <ListBar
              label={t('common:listFilters')}
              view={<DrillChip drill={drill} />}
              total={rows && { value: rows.length, exact: true }}
              all={null}
            >
              <ReportFilters
                agreements={agreements}
                agreementId={filter.agreementId ?? ''}
                onAgreement={(id) => {
                  setFilter(id === '' ? {} : { agreementId: id as AgreementId });
                }}
                withSent={withSent}
                onWithSent={setWithSent}
                view={view}
                onView={setView}
              />
            </ListBar>
            <ListFailure failure={reports.failure} />
            {view === 'calendar' && (
              <MonthCalendar rows={reports.all ?? []} today={reports.today} day={reports.day} onDay={reports.setDay} />
            )}
          </>
        }
        list={
          <ReportRows
            rows={rows}
            view={view}
            isPrevious={reports.isPlaceholderData}
            place={`${filter.agreementId ?? ''} ${filter.urgency ?? ''} ${String(withSent)} ${view} ${reports.day}`}
            onOpen={open}
            onState={setOpened}
          />
        }
      />
      {opened?.report != null && (
        <StateDialog key={opened.id} row={{ ...opened, report: opened.report }} onClose={close} />
      )}
    </>
  );
}

interface ReportRowsProps {
  readonly rows: readonly DueReport[] | null;
  readonly view: ReportView;
  readonly isPrevious: boolean;
  readonly place: string;
  readonly onOpen: (row: DueReport) => void;
  readonly onState: (row: DueReport) => void;
}

function ReportRows({ rows, view, isPrevious, place, ...acts }: ReportRowsProps) {
  if (rows?.length === 0) return <ReportsEmpty view={view} />;
  if (view === 'agreements') return <ReportGroups rows={rows ?? []} {...acts} />;
  return <ReportList rows={rows ?? []} isPrevious={isPrevious} place={place} {...acts} />;
}

function ReportsEmpty({ view }: { readonly view: ReportView }) {
  const t = useText();
  if (view === 'calendar') return <EmptyState title={t('due:empty.dayTitle')} text={t('due:empty.dayText')} />;
  return (
    <EmptyState
      title={t('reports:empty.title')}
      text={t('reports:empty.text')}
      action={<Link href="/funding">{t('reports:empty.action')}</Link>}
    />
  );
}
