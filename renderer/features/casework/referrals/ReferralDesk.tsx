import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { ReferralId } from '#contract/ground/ids';
import type { ReferralFilter, ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useSession } from '../../../bridge/session.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useLongList } from '../../../lib/useLongList.ts';
import { useNames, type Names } from '../../../lib/useNames.ts';
import { usePanelCursor } from '../../../lib/usePanelCursor.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { useGo } from '../../../lib/useGo.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { LongList } from '../../../ui/LongList.tsx';
import type { ListSort } from '../../../ui/listTable.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useUndo } from '../../../ui/useUndo.tsx';
import { DeskBar } from './DeskBar.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import { ReferralPanel } from './ReferralPanel.tsx';
import { ReferralsEmpty } from './ReferralsEmpty.tsx';
import { ReferralsFoot } from './ReferralsFoot.tsx';
import { StepDialog } from './StepDialog.tsx';
import type { Step, TakenStep } from './steps.ts';
import { TimeLimitsDialog } from './TimeLimitsDialog.tsx';
import { knowsNoDay, newestFirst, orderOf } from './orders.ts';
import { useReferralFilter, type Desk } from './useReferralFilter.ts';
import { useReferralKeys } from './useReferralKeys.ts';
import { useReferralSetup } from './useReferralSetup.ts';

interface ReferralDeskProps {
  readonly desk: Desk;
  readonly title: string;
  readonly context?: ReactNode;
  /** Under the title on the whole width: how many are in which part. */
  readonly below?: ReactNode;
  /** Over the list: what waits besides it. */
  readonly above?: ReactNode;
  /** Referrals can be logged and imported here. */
  readonly takesNew?: boolean;
  /** Parts of the list to choose from, before its filters. */
  readonly tabs?: ReactNode;
  /** What one comes for: the filter and the order at first, and again on reset. */
  readonly firstFilter: ReferralFilter;
  readonly firstSort: ListSort;
  /** Which part of the list it is: each part keeps its own filter. */
  readonly part?: string;
}

/** A list of referrals with all that can be done to them. */
export function ReferralDesk(props: ReferralDeskProps) {
  const { desk, title, context, below, above, tabs, takesNew = true, firstFilter, firstSort, part = '' } = props;
  const names = useNames();
  const place = usePlace(desk);
  const { filter, setFilter, drill } = useReferralFilter(desk, firstFilter, part);
  const [sort, setSort] = useKeptState<ListSort>(`${desk}.sort`, firstSort);
  const [showsSummaries, setShowsSummaries] = useState(false);
  const [taken, taking] = useOpened<TakenStep>();

  const offerUndo = useUndo();
  const order = orderOf(sort, filter);
  const list = useLongList('referrals.list', { filter, sort: order });
  const all =
    useRead('referrals.list', { filter: {}, sort: order, from: { at: 'start' }, size: 1 }).data?.total ?? null;
  const cursor = usePanelCursor(list.rows, { ...place, isWhole: list.isWhole });
  const { targets } = cursor;
  const shows = { desk, showsSummaries, rows: list.rows, filter, sort: order, onFilter: setFilter, onSort: setSort };
  const { setup, words } = useReferralSetup(shows);
  const take = (rows: readonly ReferralRow[]) => (step: Step) => {
    taking.open({ step, targets: rows });
  };
  useReferralKeys(cursor, targets, take(targets));

  const isEmpty = !list.isLoading && !list.isPrevious && list.failure === null && list.rows.length === 0;
  return (
    <ListScreen
      head={
        <>
          <PageHeader
            title={title}
            context={context}
            below={below}
            actions={<HeadButtons {...place} names={names} takesNew={takesNew} />}
          />
          <div data-summary>{above}</div>
          {place.isLogging && names.units.length > 0 && (
            <QuickEntry names={names} asked={place.asked} onClose={place.stopLogging} />
          )}
          <DeskBar
            {...{ desk, tabs, setup, words, sort: order, firstSort, filter, firstFilter, names, all, drill }}
            total={list.total}
            onSort={setSort}
            onFilter={setFilter}
          />
          <ListFailure failure={list.failure} />
        </>
      }
      list={
        isEmpty ? (
          <ReferralsEmpty
            desk={desk}
            hasAny={all !== null && all.value > 0}
            onShowAll={setFilter.bind(null, {})}
            onLog={place.toLog}
            onImport={place.toImport}
          />
        ) : (
          <LongList
            label={title}
            setup={setup}
            list={list}
            cursor={cursor}
            sort={order}
            onSort={setSort}
            onOpen={cursor.open}
            onLeave={place.toList}
            rowName={names.fileNumber}
            openId={place.openId}
          />
        )
      }
      foot={
        !isEmpty && (
          <ReferralsFoot
            cursor={cursor}
            showsSummaries={showsSummaries}
            onShowSummaries={setShowsSummaries}
            onJump={(to) => {
              if (to.at !== 'date' || !knowsNoDay.includes(order.column)) {
                list.jump(to);
                return;
              }
              setSort(newestFirst);
              list.jump(to, { filter, sort: orderOf(newestFirst) });
            }}
            onStep={take(cursor.marked)}
          />
        )
      }
      panel={
        <>
          {place.openId !== undefined && (
            <ReferralPanel id={place.openId} isFollowing={cursor.leads} onClose={place.toList} onTake={taking.open} />
          )}
          {taken !== null && (
            <StepDialog
              taken={taken}
              onClose={taking.close}
              onDone={(undoable) => {
                taking.close();
                cursor.clear();
                if (undoable !== undefined) offerUndo(undoable);
              }}
            />
          )}
        </>
      }
    />
  );
}

/** Where on the page one is: the list, or `/<id>` under it with its panel. `/referrals/log` opens the quick entry, which then stays. */
function usePlace(desk: Desk) {
  const [, navigate] = useLocation();
  const go = useGo();
  const [isBelow, below] = useRoute<{ place: string }>(`/${desk}/:place`);
  const [asked, setAsked] = useState(0);
  const isAsking = isBelow && below.place === 'log';
  useEffect(() => {
    if (!isAsking) return;
    setAsked((before) => before + 1);
    navigate('/referrals', { replace: true });
  }, [isAsking, navigate]);
  const openId = isBelow && !isAsking ? (below.place as ReferralId) : undefined;
  const read = useRead('referrals.get', { referralId: openId ?? '' }, { enabled: openId !== undefined });
  return {
    isLogging: asked > 0,
    asked,
    stopLogging: () => {
      setAsked(0);
    },
    openId,
    record: openId === undefined ? undefined : read.data?.referral,
    toList: go(`/${desk}`),
    toLog: go('/referrals/log'),
    // One step of the history for all that the cursor passes.
    show: ({ id }: ReferralRow, isFollowing: boolean) => {
      navigate(`/${desk}/${id}`, { replace: isFollowing });
    },
    toImport: go('/imports'),
  };
}

interface HeadButtonsProps extends Pick<ReturnType<typeof usePlace>, 'toLog' | 'toImport'> {
  readonly names: Names;
  readonly takesNew: boolean;
}

function HeadButtons({ toLog, toImport, names, takesNew }: HeadButtonsProps) {
  const t = useText();
  const { roles } = useSession();
  const [isSetting, setting] = useDisclosure(false);
  return (
    <>
      {roles.includes('supervisor') && (
        <Button variant="default" onClick={setting.open}>
          {t('triage:limits.button')}
        </Button>
      )}
      {isSetting && <TimeLimitsDialog names={names} onClose={setting.close} />}
      {takesNew && (
        <>
          <Button
            leftSection={<IconPlus size={16} stroke={1.75} />}
            rightSection={<KeyHint keys="C" />}
            onClick={toLog}
          >
            {t('referrals:log.button')}
          </Button>
          <Button variant="default" leftSection={<IconUpload size={16} stroke={1.5} />} onClick={toImport}>
            {t('referrals:import')}
          </Button>
        </>
      )}
    </>
  );
}
