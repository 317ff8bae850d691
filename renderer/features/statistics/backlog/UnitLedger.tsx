import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { UnitBacklog } from '#contract/statistics/backlog';
import { addMonths, type Month } from '#contract/ground/dates';
import { unitId as unitIdSchema, type UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useLastMonth } from '../../../lib/useLastMonth.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from './Backlog.module.css';
import { Definition } from './Definition.tsx';
import { PeriodFilters } from './Filters.tsx';
import { MonthTable } from './MonthTable.tsx';
import { PeriodLedger } from './PeriodLedger.tsx';
import { UnitFigure } from './UnitFigure.tsx';
import { useBoards } from './useBoards.ts';

/** One unit: its ledger, its months, and the word of its supervisor on them. */
export function UnitLedger({ unitId }: { readonly unitId: string }) {
  const t = useText();
  const session = useSession();
  const last = useLastMonth();
  const parsed = unitIdSchema.safeParse(unitId);
  if (!parsed.success || !session.unitIds.includes(parsed.data) || last === null)
    return (
      <>
        <PageHeader title={t('codes:heading.backlog')} />
        <EmptyState
          title={t('backlog:unit.none')}
          text={t('backlog:unit.noneText')}
          action={<Link href="/backlog">{t('codes:heading.allUnits')}</Link>}
        />
      </>
    );
  return last === undefined ? null : <UnitPage unitId={parsed.data} last={last} />;
}

function UnitPage({ unitId, last }: { readonly unitId: UnitId; readonly last: Month }) {
  const t = useText();
  const format = useFormat();
  const { workspace } = useSession();
  const { series, ledger, range, isReading } = useBoards(last, [unitId]);
  const unit = useRead('units.list', {}).data?.units.find((each) => each.id === unitId);
  const backlog = series.data?.units[0];
  const packId = ledger.data?.units[0]?.packId ?? null;
  const failure = series.error ?? ledger.error;
  return (
    <>
      <PageHeader
        title={unit === undefined ? t('codes:heading.backlog') : `${unit.code} · ${format.bilingual(unit.name)}`}
        context={<Definition unitIds={[unitId]} />}
        actions={
          <Anchor component={Link} href="/backlog" size="sm">
            {t('codes:heading.allUnits')}
          </Anchor>
        }
      />
      <div className={classes.body}>
        <div className={classes.toolbar}>
          <PeriodFilters last={last} />
        </div>
        {failure !== null && <FailureAlert failure={failure.failure} />}
        {isReading && <Loading />}
        {ledger.data !== undefined && (
          <PeriodLedger
            board={ledger.data}
            range={range}
            hrefOf={(term) =>
              workspace.kind === 'unit' || packId === null
                ? `/backlog/units/${unitId}/list/${term}/${range.from}/${range.to}`
                : `/packs/${packId}`
            }
            stockOf={workspace.kind === 'unit' ? (on) => `/backlog/units/${unitId}/ages/all/${on}` : undefined}
          />
        )}
        {series.data !== undefined && backlog !== undefined && <UnitFigure board={series.data} unit={backlog} />}
        {backlog !== undefined && <Months unitId={unitId} unit={backlog} last={last} />}
      </div>
    </>
  );
}

interface MonthsProps {
  readonly unitId: UnitId;
  readonly unit: UnitBacklog;
  readonly last: Month;
}

/** Month by month, for those who may see the status of each figure. */
function Months({ unitId, unit, last }: MonthsProps) {
  const { roles } = useSession();
  const [{ span }] = useFigureFilter();
  if (!roles.includes('supervisor') && !roles.includes('coordinator')) return null;
  return <MonthTable unitId={unitId} unit={unit} from={addMonths(last, 1 - span)} to={last} />;
}
