import { Button, Checkbox } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { ReferralId } from '#contract/ids';
import type { Input } from '#contract/index';
import type { ReferralRow } from '#contract/referrals';
import { useRead } from '../../bridge/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useKeptState } from '../../lib/keptState.ts';
import { useLongList } from '../../lib/useLongList.ts';
import { useNames } from '../../lib/useNames.ts';
import { useRowCursor } from '../../lib/useRowCursor.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { ListBar } from '../../ui/ListBar.tsx';
import { ListFoot } from '../../ui/ListFoot.tsx';
import { ListFailure, ListScreen } from '../../ui/ListScreen.tsx';
import { LongList } from '../../ui/LongList.tsx';
import type { ListSort } from '../../ui/listTable.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import { referralColumns } from './referralColumns.tsx';
import { ReferralFilters } from './ReferralFilters.tsx';
import { ReferralPanel } from './ReferralPanel.tsx';
import { ReferralsEmpty } from './ReferralsEmpty.tsx';
import { StepDialog } from './StepDialog.tsx';
import { possibleSteps, type Step } from './steps.ts';
import { useReferralFilter } from './useReferralFilter.ts';
import { useReferralKeys } from './useReferralKeys.ts';

const newestFirst: ListSort = { column: 'receivedOn', descending: true };
type Order = Input<'referrals.list'>['sort'];
const orderOf = ({ column, descending }: ListSort): Order => ({ column: column as Order['column'], descending });

interface TakenStep {
  readonly step: Step;
  readonly targets: readonly ReferralRow[];
}

export function ReferralsScreen() {
  const t = useText();
  const names = useNames();
  const place = usePlace();
  const [filter, setFilter] = useReferralFilter();
  const [sort, setSort] = useKeptState<ListSort>('referrals.sort', newestFirst);
  const [showsSummaries, setShowsSummaries] = useState(false);
  const [taken, setTaken] = useState<TakenStep | null>(null);

  const order = orderOf(sort);
  const list = useLongList('referrals.list', { filter, sort: order });
  const all =
    useRead('referrals.list', { filter: {}, sort: order, from: { at: 'start' }, size: 1 }).data?.total ?? null;
  const cursor = useRowCursor(list.rows);
  const columns = useMemo(() => referralColumns({ t, names, showsSummaries }), [t, names, showsSummaries]);
  useReferralKeys(cursor, (step) => {
    setTaken({ step, targets: cursor.targets });
  });

  const isEmpty = !list.isLoading && !list.isPrevious && list.failure === null && list.rows.length === 0;
  return (
    <ListScreen
      head={
        <>
          <PageHeader title={t('referrals:title')} actions={<HeadButtons {...place} />} />
          {place.isLogging && names.units.length > 0 && (
            <QuickEntry names={names} asked={place.asked} onClose={place.stopLogging} />
          )}
          <ListBar label={t('referrals:filter.label')} total={list.total} all={all}>
            <ReferralFilters filter={filter} onChange={setFilter} names={names} />
          </ListBar>
          <ListFailure failure={list.failure} />
        </>
      }
      list={
        isEmpty ? (
          <ReferralsEmpty
            hasAny={all !== null && all.value > 0}
            onShowAll={() => {
              setFilter({});
            }}
            onLog={place.toLog}
            onImport={place.toImport}
          />
        ) : (
          <LongList
            label={t('referrals:title')}
            columns={columns}
            list={list}
            cursor={cursor}
            sort={sort}
            onSort={setSort}
            onOpen={(row) => {
              place.toReferral(row.id);
            }}
            onLeave={place.toList}
            rowName={(row) => row.number}
            openId={place.openId}
          />
        )
      }
      foot={
        !isEmpty && (
          <ListFoot
            end={<ShowSummaries checked={showsSummaries} onChange={setShowsSummaries} />}
            selected={cursor.selected.size}
            onClear={cursor.clear}
            onJump={(to) => {
              if (to.at !== 'date' || sort.column !== 'number') {
                list.jump(to);
                return;
              }
              // Numbers know no day.
              setSort(newestFirst);
              list.jump(to, { filter, sort: orderOf(newestFirst) });
            }}
          >
            {possibleSteps(cursor.targets).map((step) => (
              <Button
                key={step}
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setTaken({ step, targets: cursor.targets });
                }}
              >
                {t(`referrals:step.${step}.label`)}
              </Button>
            ))}
          </ListFoot>
        )
      }
      panel={
        <>
          {place.openId !== undefined && (
            <ReferralPanel
              id={place.openId}
              onClose={place.toList}
              onStep={(step, referral) => {
                setTaken({ step, targets: [referral] });
              }}
            />
          )}
          {taken !== null && (
            <StepDialog
              {...taken}
              onClose={() => {
                setTaken(null);
              }}
              onDone={() => {
                setTaken(null);
                cursor.clear();
              }}
            />
          )}
        </>
      }
    />
  );
}

/** Where on the page one is: `/referrals`, or `/referrals/<id>` with its panel. `/referrals/log` opens the quick entry, which then stays. */
function usePlace() {
  const [, navigate] = useLocation();
  const [isBelow, below] = useRoute('/referrals/:place');
  const [asked, setAsked] = useState(0);
  const isAsking = isBelow && below.place === 'log';
  useEffect(() => {
    if (!isAsking) return;
    setAsked((before) => before + 1);
    navigate('/referrals', { replace: true });
  }, [isAsking, navigate]);
  return {
    isLogging: asked > 0,
    asked,
    stopLogging: () => {
      setAsked(0);
    },
    openId: isBelow && !isAsking ? (below.place as ReferralId) : undefined,
    toList: () => {
      navigate('/referrals');
    },
    toLog: () => {
      navigate('/referrals/log');
    },
    toReferral: (id: ReferralId) => {
      navigate(`/referrals/${id}`);
    },
    toImport: () => {
      navigate('/imports');
    },
  };
}

function HeadButtons({ toLog, toImport }: Pick<ReturnType<typeof usePlace>, 'toLog' | 'toImport'>) {
  const t = useText();
  return (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.75} />} rightSection={<KeyHint keys="C" />} onClick={toLog}>
        {t('referrals:log.button')}
      </Button>
      <Button variant="default" leftSection={<IconUpload size={16} stroke={1.5} />} onClick={toImport}>
        {t('referrals:import')}
      </Button>
    </>
  );
}

interface ShowSummariesProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ShowSummaries({ checked, onChange }: ShowSummariesProps) {
  return (
    <Checkbox
      label={useText()('referrals:showSummaries')}
      checked={checked}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
