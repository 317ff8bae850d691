import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AgreementId } from '#contract/ground/ids';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { MonthCalendar } from '../../../ui/MonthCalendar.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ReportActions } from './ReportActions.tsx';
import { ReportFilters, type ReportView } from './ReportFilters.tsx';
import { ReportList } from './ReportList.tsx';
import { StateDialog } from './StateDialog.tsx';
import { useReports, type ReportFilter } from './useReports.ts';

/** What opens with a row: a report says how far it is, the rest is the agreement's own. */
function useOpened() {
  const [, navigate] = useLocation();
  const [, change] = useFigureFilter();
  const [opened, setOpened] = useState<DueReport | null>(null);
  const open = (row: DueReport) => {
    if (row.report !== null) setOpened(row);
    else if (row.what === 'agreement_end') navigate(`/agreements/${row.agreementId}`);
    else {
      change({ agreementId: row.agreementId });
      navigate('/funding');
    }
  };
  return {
    opened,
    open,
    close: () => {
      setOpened(null);
    },
  };
}

/** Every report that the agreements ask for, their ends, and money about to lapse; overdue first. */
export function ReportsScreen() {
  const t = useText();
  const [filter, setFilter] = useKeptState<ReportFilter>('reports.filter', {});
  const [withSent, setWithSent] = useKeptState('reports.withSent', false);
  const [view, setView] = useKeptState<ReportView>('reports.view', 'list');
  const agreements = useRead('agreements.list', {}).data?.agreements ?? [];
  const counts = useRead('reports.counts', {}).data;
  const reports = useReports(filter, withSent, view);
  const { opened, open, close } = useOpened();
  useScreenKeys([
    {
      keys: 'V',
      label: t('due:view.toggle'),
      run: () => {
        setView(view === 'list' ? 'calendar' : 'list');
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
              context={counts !== undefined && t('due:summary', { ...counts })}
              actions={<ReportActions filter={filter} reminders={reports.reminders} />}
            />
            <ListBar label={t('common:listFilters')} total={rows && { value: rows.length, exact: true }} all={null}>
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
          rows?.length === 0 ? (
            <ReportsEmpty view={view} />
          ) : (
            <ReportList
              rows={rows ?? []}
              isPrevious={reports.isPlaceholderData}
              place={`${filter.agreementId ?? ''} ${String(withSent)} ${view} ${reports.day}`}
              onOpen={open}
            />
          )
        }
      />
      {opened?.report != null && (
        <StateDialog key={opened.id} row={{ ...opened, report: opened.report }} onClose={close} />
      )}
    </>
  );
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
