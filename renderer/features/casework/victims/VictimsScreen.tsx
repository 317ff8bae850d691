import { Route, Switch } from 'wouter';
import { quarterNumbers, quarterOf, type FiscalYear, type Quarter } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { currentMonth } from '../../../lib/currentMonth.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { CountLink } from '../../../ui/CountLink.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AddressWindow } from './AddressWindow.tsx';
import { PoliceStatistics } from './PoliceStatistics.tsx';
import { ChargedRows } from './ChargedRows.tsx';
import { StatisticRows } from './StatisticRows.tsx';
import { SupportCounts } from './SupportCounts.tsx';
import { SupportRows } from './SupportRows.tsx';
import { Tallies } from './Tallies.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Victims.module.css';
import { fiscalYearsUpTo } from '../../../lib/fiscal.ts';

export function VictimsScreen() {
  return (
    <Switch>
      <Route path="/victims/:unitId/charged/:group/:fiscalYear">{(params) => <ChargedRows {...params} />}</Route>
      <Route path="/victims/:unitId/support/:figure/:month">{(params) => <SupportRows {...params} />}</Route>
      <Route path="/victims/:unitId/:statistic/:year">{(params) => <StatisticRows {...params} />}</Route>
      <Route>
        <VictimsPage />
      </Route>
    </Switch>
  );
}

/** What a supervisor reads of persons as counts: who was charged, by the rule printed next to it, and tallies of victims where the unit keeps them. */
function VictimsPage() {
  const t = useText();
  const format = useFormat();
  const { unitIds } = useSession();
  const units = useRead('units.list', {}).data?.units.filter((unit) => unitIds.includes(unit.id));
  const [chosen, setChosen] = useKeptState<UnitId | null>('victims.unit', null);
  const [quarter, setQuarter] = useKeptState<Quarter>('victims.quarter', quarterOf(currentMonth()));
  const unit = units?.find((each) => each.id === chosen) ?? units?.[0];
  const quarters = fiscalYearsUpTo(quarterOf(currentMonth()).fiscalYear, 4).flatMap((fiscalYear) =>
    quarterNumbers.toReversed().map((each): Quarter => ({ fiscalYear, quarter: each })),
  );
  const keyOf = (value: Quarter): string => `${String(value.fiscalYear)} ${String(value.quarter)}`;
  return (
    <>
      <PageHeader title={t('victims:title')} context={t('victims:context')} />
      {units?.length === 0 && <EmptyState title={t('common:noUnits')} text={t('victims:noUnit.text')} />}
      {unit !== undefined && units !== undefined && (
        <div className={classes.screen}>
          <div className={classes.choices}>
            <Choice
              label={t('codes:heading.unit')}
              options={units.map((each) => ({
                value: each.id,
                label: `${each.code} · ${format.bilingual(each.name)}`,
              }))}
              value={unit.id}
              onChange={(id) => {
                setChosen(id as UnitId);
              }}
            />
            <Choice
              label={t('codes:heading.quarter')}
              options={quarters.map((each) => ({ value: keyOf(each), label: format.quarter(each) }))}
              value={keyOf(quarter)}
              onChange={(key) => {
                const found = quarters.find((each) => keyOf(each) === key);
                if (found !== undefined) setQuarter(found);
              }}
            />
          </div>
          <PersonsCharged unitId={unit.id} fiscalYear={quarter.fiscalYear} />
          <PoliceStatistics unitId={unit.id} />
          <SupportCounts unitId={unit.id} />
          <Tallies key={`${unit.id} ${keyOf(quarter)}`} unitId={unit.id} quarter={quarter} />
          <AddressWindow />
        </div>
      )}
    </>
  );
}

interface PersonsChargedProps {
  readonly unitId: UnitId;
  readonly fiscalYear: FiscalYear;
}

function PersonsCharged({ unitId, fiscalYear }: PersonsChargedProps) {
  const t = useText();
  const format = useFormat();
  const read = useRead('charges.persons', { unitId, fiscalYear });
  const rows =
    read.data === undefined ? [] : (['perIncident', 'unique'] as const).map((rule) => ({ rule, ...read.data[rule] }));
  const title = t('victims:charged.title', { year: format.fiscalYear(fiscalYear) });
  const figure = (key: 'total' | 'adult' | 'youth' | 'unknown') => ({
    key,
    header: t(`victims:charged.${key}`),
    as: 'number' as const,
    value: (row: (typeof rows)[number]) => row[key],
    cell: (row: (typeof rows)[number]) =>
      // A list of files would tell which of the persons counted once are in a sealed file too.
      row.rule === 'unique' ? (
        format.number(row[key])
      ) : (
        <CountLink
          href={`/victims/${unitId}/charged/${key}/${String(fiscalYear)}`}
          count={row[key]}
          of={t(`victims:charged.${key}`)}
        />
      ),
  });
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.rule}
        columns={[
          { key: 'rule', header: t('victims:charged.rule'), value: (row) => t(`victims:charged.${row.rule}`) },
          figure('total'),
          figure('adult'),
          figure('youth'),
          figure('unknown'),
        ]}
      />
      {read.data !== undefined && read.data.withoutPerson > 0 && (
        <p className={shared.noteBelow}>{t('victims:charged.without', { count: read.data.withoutPerson })}</p>
      )}
    </section>
  );
}
