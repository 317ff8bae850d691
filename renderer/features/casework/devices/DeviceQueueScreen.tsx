import { useMemo } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { unitId as anyUnit, type UnitId } from '#contract/ground/ids';
import type { QueuedDevice } from '#contract/casework/devices';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useCellWords } from '../../../lib/useCellWords.ts';
import { useListSetup } from '../../../lib/useListSetup.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import { CountLink } from '../../../ui/CountLink.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { ListFailure, ListScreen } from '../../../ui/ListScreen.tsx';
import { ListTools } from '../../../ui/ListTools.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { UnitFilter } from '../../../ui/UnitFilter.tsx';
import { ViewMenu } from '../../../ui/ViewMenu.tsx';
import { WholeList } from '../../../ui/WholeList.tsx';
import { FilesFoot } from '../investigations/FilesFoot.tsx';
import { ExaminedRows } from './ExaminedRows.tsx';
import { LockRows } from './LockRows.tsx';
import { LockedDevices } from './LockedDevices.tsx';
import { queueColumns } from './queueColumns.tsx';

const byWait = { column: 'waits', descending: true };

export function DeviceQueueScreen() {
  return (
    <Switch>
      <Route path="/devices/examined/:unitId?">{(params) => <ExaminedRows {...params} />}</Route>
      <Route path="/devices/:unitId/:figure/:month">{(params) => <LockRows {...params} />}</Route>
      <Route>
        <DeviceQueue />
      </Route>
    </Switch>
  );
}

/** What waits for examination in every team, the longest wait first. */
function DeviceQueue() {
  const t = useText();
  const [, navigate] = useLocation();
  const [unit, setUnit] = useKeptState<UnitId | null>('devices.unit', null);
  const filter = unit === null ? {} : { unitId: unit };
  const read = useRead('devices.queue', { filter }, { keepPrevious: true });
  const rows = read.data?.rows ?? null;
  const total = read.data?.total ?? null;
  const cursor = useRowCursor(rows ?? noRows);
  const names = useNames();
  const words = useCellWords();
  const columns = useMemo(() => queueColumns({ t, names, words }), [t, names, words]);
  const setup = useListSetup({
    columns,
    query: { list: 'devices', filter },
    onQuery: (query) => {
      if (query.list === 'devices') setUnit(query.filter.unitId ?? null);
    },
    shipped: [{ key: 'all', name: t('fileWork:queue.all'), query: { list: 'devices', filter: {} } }],
  });
  return (
    <ListScreen
      head={
        <>
          <PageHeader
            title={t('fileWork:queue.title')}
            context={read.data && <QueueFacts queue={read.data} unitId={unit} />}
          />
          <ListBar
            label={t('common:listFilters')}
            view={<ViewMenu setup={setup} />}
            tools={<ListTools setup={setup} words={words} />}
            total={total}
            all={total}
          >
            <UnitFilter
              value={unit}
              onChange={(value) => {
                setUnit(anyUnit.safeParse(value).data ?? null);
              }}
            />
          </ListBar>
          <ListFailure failure={read.error?.failure ?? null} />
        </>
      }
      list={
        rows?.length === 0 ? (
          <EmptyState title={t('fileWork:queue.empty.title')} text={t('fileWork:queue.empty.text')} />
        ) : (
          <WholeList
            cursor={cursor}
            label={t('fileWork:queue.title')}
            sort={byWait}
            onOpen={(row) => {
              navigate(`/investigations/${row.investigationId}`);
            }}
            rowName={(row) => `${names.fileNumber(row)} ${row.label ?? ''}`}
            setup={setup}
            rows={rows}
            isPrevious={read.isPlaceholderData}
            place={unit ?? ''}
          />
        )
      }
      foot={
        <>
          <FilesFoot cursor={cursor} fileOf={fileOf} />
          <LockedDevices unitId={unit} />
        </>
      }
    />
  );
}

const fileOf = ({ investigationId: id, unitId, number, lead }: QueuedDevice) => ({ id, unitId, number, lead });

const noRows: readonly QueuedDevice[] = [];

interface QueueFactsProps {
  readonly queue: Output<'devices.queue'>;
  readonly unitId: UnitId | null;
}

function QueueFacts({ queue, unitId }: QueueFactsProps) {
  const t = useText();
  const format = useFormat();
  const { devices, total, medianDays, examined } = queue;
  return (
    <>
      {t('fileWork:queue.summary', { count: devices })} {t('fileWork:queue.entries', { count: total.value })}{' '}
      {medianDays === null ? (
        t('fileWork:queue.noMedian')
      ) : (
        <>
          {t('fileWork:queue.examined')}{' '}
          <CountLink
            href={`/devices/examined${unitId === null ? '' : `/${unitId}`}`}
            count={examined}
            of={t('fileWork:queue.examinedTitle')}
          />
          {'. '}
          {t('fileWork:queue.median', {
            count: medianDays,
            days: format.number(medianDays, Number.isInteger(medianDays) ? 0 : 1),
          })}
        </>
      )}
    </>
  );
}
