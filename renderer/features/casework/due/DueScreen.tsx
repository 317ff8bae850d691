import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { DueRow } from '#contract/casework/authorities';
import type { Output } from '#contract/index';
import { dueCounts } from '#contract/casework/listCells';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useCellWords } from '../../../lib/useCellWords.ts';
import { useListSetup } from '../../../lib/useListSetup.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import { today as computerToday } from '../../../lib/today.ts';
import { DrillChip } from '../../../ui/DrillChip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkedSummary } from '../../../ui/LinkedSummary.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { ListTools } from '../../../ui/ListTools.tsx';
import { MonthCalendar } from '../../../ui/MonthCalendar.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ViewMenu } from '../../../ui/ViewMenu.tsx';
import { WholeList } from '../../../ui/WholeList.tsx';
import { FilesFoot } from '../investigations/FilesFoot.tsx';
import { correctionsOf } from '../corrections/Corrections.tsx';
import { DueActions } from './DueActions.tsx';
import { DueFilters, type DueFilter, type DueView } from './DueFilters.tsx';
import { dueColumns } from './dueColumns.tsx';
import { RecordsNotice } from './RecordsNotice.tsx';
import { dueHref, useDueFilter } from './useDueFilter.ts';
import { useDueViews } from './useDueViews.ts';

/** What the filters leave of the unit's dates, and of the chosen day where the calendar is in view. */
function useDue(filter: DueFilter, reference: string, view: DueView) {
  const [picked, setDay] = useState<string | null>(null);
  const { data, error, isPlaceholderData } = useRead('due.list', { filter }, { keepPrevious: true });
  const today = data?.today ?? computerToday();
  const day = picked ?? today;
  const all = data?.rows.filter((row) => row.reference.startsWith(reference)) ?? null;
  const rows = view === 'calendar' ? (all?.filter((row) => row.dueOn === day) ?? null) : all;
  return {
    today,
    day,
    setDay,
    all,
    rows,
    total: data?.total ?? null,
    failure: error?.failure ?? null,
    isPlaceholderData,
  };
}

const byDate = { column: 'dueOn', descending: false };

/** Every date that the unit's files have to keep, overdue first. */
export function DueScreen() {
  const t = useText();
  const [, navigate] = useLocation();
  const { filter, setFilter, drill } = useDueFilter();
  const [view, setView] = useKeptState<DueView>('due.view', 'list');
  const [reference, setReference] = useState('');
  const { urgency: _, ...counted } = filter;
  const counts = useRead('due.counts', { filter: counted }).data;
  const due = useDue(filter, reference, view);
  const cursor = useRowCursor(due.rows ?? noRows);
  const names = useNames();
  const words = useCellWords();
  const columns = useMemo(() => dueColumns({ t, names, words }), [t, names, words]);
  const setup = useListSetup({
    columns,
    query: { list: 'due', filter },
    onQuery: (query) => {
      if (query.list === 'due') setFilter(query.filter);
    },
    shipped: useDueViews(),
  });
  useScreenKeys([
    {
      keys: 'V',
      label: t('due:view.toggle'),
      run: () => {
        setView(view === 'list' ? 'calendar' : 'list');
      },
    },
  ]);
  return (
    <ListScreen
      head={
        <>
          <PageHeader
            title={t('due:nav')}
            context={counts !== undefined && <Summary filter={filter} counts={counts} />}
            actions={<DueActions filter={filter} />}
          />
          <ListBar
            label={t('common:listFilters')}
            view={drill === null ? <ViewMenu setup={setup} /> : <DrillChip drill={drill} />}
            tools={
              // A file would hold what the reference and the day leave out.
              reference === '' &&
              view === 'list' && <ListTools setup={setup} words={words} counted={dueCounts(due.all ?? [])} />
            }
            total={due.rows && { value: due.rows.length, exact: true }}
            all={due.total}
          >
            <DueFilters
              filter={filter}
              onFilter={setFilter}
              reference={reference}
              onReference={setReference}
              view={view}
              onView={setView}
            />
          </ListBar>
          <RecordsNotice />
          <ListFailure failure={due.failure} />
          {view === 'calendar' && (
            <MonthCalendar rows={due.all ?? []} today={due.today} day={due.day} onDay={due.setDay} />
          )}
        </>
      }
      list={
        due.rows?.length === 0 ? (
          <DueEmpty view={view} isFiltered={reference !== ''} />
        ) : (
          <WholeList
            cursor={cursor}
            label={t('due:nav')}
            sort={byDate}
            onOpen={(row) => {
              navigate(placeOf(row));
            }}
            rowName={names.fileNumber}
            setup={setup}
            rows={due.rows}
            isPrevious={due.isPlaceholderData}
            place={`${JSON.stringify(filter)} ${view} ${due.day} ${reference}`}
          />
        )
      }
      foot={<FilesFoot cursor={cursor} fileOf={fileOf} />}
    />
  );
}

/** What a correction asks for is done at the corrections of its file. */
function placeOf({ source, sourceId, investigationId }: DueRow): string {
  const file = investigationId === null ? `/referrals/${sourceId}` : `/investigations/${investigationId}`;
  return source === 'correction' ? `${file}?${correctionsOf}` : file;
}

/** Whose a date is may be the owner of a task: the lead is not known here, nor the number of the file of a referral. */
const fileOf = ({ source, investigationId: id, unitId, number }: DueRow) =>
  id === null || source === 'referral' ? null : { id, unitId, number };

const noRows: readonly DueRow[] = [];

interface SummaryProps {
  readonly filter: DueFilter;
  readonly counts: Output<'due.counts'>;
}

function Summary({ filter, counts }: SummaryProps) {
  const t = useText();
  const hrefs = (['overdue', 'today', 'reminder'] as const).map((urgency) =>
    counts[urgency] === 0 ? null : dueHref(filter, urgency),
  );
  return <LinkedSummary text={t('due:summary', { ...counts })} hrefs={hrefs} />;
}

function DueEmpty({ view, isFiltered }: { readonly view: DueView; readonly isFiltered: boolean }) {
  const t = useText();
  if (isFiltered) return <EmptyState title={t('due:empty.filteredTitle')} text={t('due:empty.filteredText')} />;
  if (view === 'calendar') return <EmptyState title={t('due:empty.dayTitle')} text={t('due:empty.dayText')} />;
  return <EmptyState title={t('due:empty.title')} text={t('due:empty.text')} />;
}
