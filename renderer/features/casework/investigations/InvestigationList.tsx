import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Input } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useCellWords } from '../../../lib/useCellWords.ts';
import { useListSetup } from '../../../lib/useListSetup.ts';
import { useLongList } from '../../../lib/useLongList.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import { DrillChip } from '../../../ui/DrillChip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { ListTools } from '../../../ui/ListTools.tsx';
import { LongList } from '../../../ui/LongList.tsx';
import type { ListSort } from '../../../ui/listTable.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ViewMenu } from '../../../ui/ViewMenu.tsx';
import { investigationColumns } from './investigationColumns.tsx';
import { InvestigationFilters } from './InvestigationFilters.tsx';
import { InvestigationsFoot } from './InvestigationsFoot.tsx';
import { NewInvestigationDialog } from './NewInvestigationDialog.tsx';
import { useGroupActs } from './useGroupActs.tsx';
import { useInvestigationFilter, type InvestigationFilter } from './useInvestigationFilter.ts';
import { useInvestigationViews } from './useInvestigationViews.ts';

const newestFirst: ListSort = { column: 'openedOn', descending: true };
/** As in the inbox: danger first, by the referrals that a file carries on. */
const urgentFirst: ListSort = { column: 'urgent', descending: false };
const knowsNoDay = ['number', 'urgent'];

type Order = Input<'investigations.list'>['sort'];
/** What is concluded is in no danger: with it, the list is in order of opening. */
function orderOf({ column, descending }: ListSort, { openOnly }: InvestigationFilter): Order {
  if (column === 'urgent' && openOnly !== true) return { column: 'openedOn', descending: true };
  return { column: column as Order['column'], descending };
}

export function InvestigationList() {
  const t = useText();
  const names = useNames();
  const [, navigate] = useLocation();
  const { filter, setFilter, drill } = useInvestigationFilter();
  const [sort, setSort] = useKeptState<ListSort>('investigations.sort', urgentFirst);
  const [isOpening, { open, close }] = useDisclosure();

  const order = orderOf(sort, filter);
  const list = useLongList('investigations.list', { filter, sort: order });
  const first = useRead('investigations.list', { filter: {}, sort: order, from: { at: 'start' }, size: 1 });
  const all = first.data?.total ?? null;
  const cursor = useRowCursor(list.rows, { isWhole: list.isWhole });
  const acts = useGroupActs(cursor);
  const words = useCellWords();
  const columns = useMemo(() => investigationColumns(t, names, words), [t, names, words]);
  const setup = useListSetup({
    columns,
    query: { list: 'investigations', filter, sort: order },
    onQuery: (query) => {
      if (query.list !== 'investigations') return;
      setFilter(query.filter);
      setSort(query.sort);
    },
    shipped: useInvestigationViews(),
  });
  const move = (by: number) => () => {
    cursor.moveBy(by);
  };
  useScreenKeys([
    { keys: 'J', label: t('lists:next'), run: move(1) },
    { keys: 'K', label: t('lists:previous'), run: move(-1) },
    { keys: 'N', label: t('investigations:new.button'), run: open },
    ...acts.keys,
  ]);

  const isEmpty = !list.isLoading && !list.isPrevious && list.failure === null && list.rows.length === 0;
  return (
    <ListScreen
      head={
        <>
          <PageHeader
            title={t('investigations:nav')}
            actions={
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} />}
                rightSection={<KeyHint keys="N" />}
                onClick={open}
              >
                {t('investigations:new.button')}
              </Button>
            }
          />
          <ListBar
            label={t('common:listFilters')}
            view={<ViewMenu setup={setup} />}
            tools={<ListTools setup={setup} words={words} />}
            total={list.total}
            all={all}
          >
            <DrillChip drill={drill} />
            <InvestigationFilters filter={filter} onChange={setFilter} names={names} />
            {filter.openOnly === true && order.column !== 'urgent' && <ByUrgency onSort={setSort} />}
          </ListBar>
          <ListFailure failure={list.failure} />
        </>
      }
      list={
        isEmpty ? (
          <InvestigationsEmpty
            hasAny={all !== null && all.value > 0}
            onShowAll={() => {
              setFilter({});
            }}
            onOpen={open}
          />
        ) : (
          <LongList
            label={t('investigations:nav')}
            setup={setup}
            list={list}
            cursor={cursor}
            sort={order}
            onSort={setSort}
            onOpen={(row) => {
              navigate(`/investigations/${row.id}`);
            }}
            rowName={names.fileNumber}
          />
        )
      }
      foot={
        !isEmpty && (
          <InvestigationsFoot
            cursor={cursor}
            onStep={acts.take}
            onJump={(to) => {
              if (to.at !== 'date' || !knowsNoDay.includes(order.column)) {
                list.jump(to);
                return;
              }
              // Numbers and urgency know no day.
              setSort(newestFirst);
              list.jump(to, { filter, sort: orderOf(newestFirst, filter) });
            }}
          />
        )
      }
      panel={
        <>
          {isOpening && <NewInvestigationDialog names={names} onClose={close} />}
          {acts.dialog}
        </>
      }
    />
  );
}

/** The way back to an order that no column has. */
function ByUrgency({ onSort }: { readonly onSort: (sort: ListSort) => void }) {
  const t = useText();
  return (
    <Button size="compact-sm" variant="subtle" onClick={onSort.bind(null, urgentFirst)}>
      {t('triage:inbox.order')}
    </Button>
  );
}

interface InvestigationsEmptyProps {
  readonly hasAny: boolean;
  readonly onShowAll: () => void;
  readonly onOpen: () => void;
}

function InvestigationsEmpty({ hasAny, onShowAll, onOpen }: InvestigationsEmptyProps) {
  const t = useText();
  return hasAny ? (
    <EmptyState
      title={t('investigations:empty.filteredTitle')}
      text={t('investigations:empty.filteredText')}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t('investigations:empty.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('investigations:empty.title')}
      text={t('investigations:empty.text')}
      action={<Button onClick={onOpen}>{t('investigations:new.button')}</Button>}
    />
  );
}
