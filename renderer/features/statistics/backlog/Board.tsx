import { Anchor, Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import type { Board as BoardAnswer } from '#contract/statistics/backlog';
import type { CivilDate, Month } from '#contract/ground/dates';
import type { Unit } from '#contract/accounts/people';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useGo } from '../../../lib/useGo.ts';
import { useLastMonth } from '../../../lib/useLastMonth.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Ageing } from './Ageing.tsx';
import classes from './Backlog.module.css';
import { Counting } from './Counting.tsx';
import { Definition } from './Definition.tsx';
import { Filters } from './Filters.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { Headline } from './Headline.tsx';
import { PeriodLedger } from './PeriodLedger.tsx';
import { SmallMultiples } from './SmallMultiples.tsx';
import { UnitFigure } from './UnitFigure.tsx';
import { useBoards } from './useBoards.ts';
import { WaitingBar } from './WaitingBar.tsx';

export function Board() {
  const t = useText();
  const last = useLastMonth();
  const { unitIds } = useSession();
  if (last === undefined)
    return (
      <>
        <PageHeader title={t('codes:heading.backlog')} />
        <Loading />
      </>
    );
  if (last === null || unitIds.length === 0) return <NothingYet hasUnits={unitIds.length > 0} />;
  return <BoardPage last={last} />;
}

function NothingYet({ hasUnits }: { readonly hasUnits: boolean }) {
  const t = useText();
  const go = useGo();
  const { workspace, roles } = useSession();
  const { kind } = workspace;
  const text = hasUnits || kind === 'coordination' ? t(`backlog:empty.${kind}`) : t('backlog:empty.noUnit');
  const logs = kind === 'unit' && hasUnits && roles.some((role) => role === 'investigator' || role === 'supervisor');
  return (
    <>
      <PageHeader title={t('codes:heading.backlog')} />
      <EmptyState
        title={t('backlog:empty.title')}
        text={text}
        action={
          logs && (
            <Group gap="sm">
              <Button onClick={go('/referrals/log')}>{t('referrals:log.button')}</Button>
              <Button variant="default" onClick={go('/imports')}>
                {t('referrals:empty.import')}
              </Button>
            </Group>
          )
        }
      />
    </>
  );
}

/** No month with a figure and no file that is open: there is nothing to draw yet. */
function isBlank(board: BoardAnswer): boolean {
  const isOpen = Object.values(board.waiting ?? {}).some((files) => files > 0);
  return !isOpen && board.units.every((unit) => unit.closing.every((value) => value === null));
}

/** Units that were chosen and are no longer in reach are forgotten. */
function chosenWithin<T>(chosen: readonly T[] | null, reach: readonly T[]): readonly T[] | null {
  const within = chosen?.filter((id) => reach.includes(id)) ?? [];
  return within.length === 0 ? null : within;
}

/** The files of a day; a coordination workspace stores none. */
const stockIn = { unit: (on: CivilDate) => `/backlog/ages/all/${on}`, coordination: undefined };

function BoardPage({ last }: { readonly last: Month }) {
  const t = useText();
  const session = useSession();
  const [filter] = useFigureFilter();
  const unitIds = chosenWithin(filter.unitIds, session.unitIds);
  const { series, ledger, range, isReading } = useBoards(last, unitIds);
  const names = useRead('units.list', {}).data?.units ?? [];
  const failure = series.error ?? ledger.error;
  if (series.data !== undefined && unitIds === null && isBlank(series.data)) return <NothingYet hasUnits />;
  return (
    <>
      <PageHeader title={t('codes:heading.backlog')} context={<Definition unitIds={unitIds ?? session.unitIds} />} />
      <div className={classes.page}>
        <Filters last={last} units={names} />
        <div className={classes.main}>
          {failure !== null && <FailureAlert failure={failure.failure} />}
          {series.data !== undefined && <Headline board={series.data} isAll={unitIds === null} />}
          {isReading && <Loading />}
          {ledger.data !== undefined && (
            <PeriodLedger
              board={ledger.data}
              range={range}
              hrefOf={(term) => `/backlog/list/${term}/${range.from}/${range.to}`}
              stockOf={stockIn[session.workspace.kind]}
            />
          )}
          {series.data !== undefined && (
            <>
              <Today board={series.data} isAll={unitIds === null} />
              <Units board={series.data} names={names} />
            </>
          )}
          <FlowFigure last={last} unitIds={unitIds} />
          <Ageing last={last} unitIds={unitIds} />
          <Counting unitIds={unitIds ?? session.unitIds} />
        </div>
      </div>
    </>
  );
}

interface UnitsProps {
  readonly board: BoardAnswer;
  readonly names: readonly Unit[];
}

/** A single unit has the room of all. */
function Units({ board, names }: UnitsProps) {
  const t = useText();
  const [only] = board.units;
  if (board.units.length !== 1 || only === undefined) return <SmallMultiples board={board} names={names} />;
  return (
    <div>
      <UnitFigure board={board} unit={only} />
      <Anchor component={Link} href={`/backlog/units/${only.unitId}`} size="sm">
        {t('backlog:unit.open', { code: only.code })}
      </Anchor>
    </div>
  );
}

/** The states of waiting are those of today and of every unit: with some units chosen they would not fit the rest. */
function Today({ board, isAll }: { readonly board: BoardAnswer; readonly isAll: boolean }) {
  if (board.waiting === null || !isAll) return null;
  return <WaitingBar waiting={board.waiting} />;
}
