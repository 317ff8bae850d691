import { Button } from '@mantine/core';
import { policeStatistic, type PoliceStatistic, type YearOfStatistics } from '#contract/casework/clearance';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { CountLink } from '../../../ui/CountLink.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Victims.module.css';

/** The last whole years and this one, latest first. */
const yearsShown = 4;
/** Statistics Canada asks for caution in comparisons across this year. */
const yearOfBreak = '2018';

/** A unit's files by calendar year, in the order in which Statistics Canada lists a service's figures. */
export function PoliceStatistics({ unitId }: { readonly unitId: UnitId }) {
  const t = useText();
  const format = useFormat();
  const last = Number(today().slice(0, 4));
  const years = Array.from({ length: yearsShown }, (_, index) => last - index);
  const read = useRead('clearance.statistics', { unitId, years });
  const { save, isPending, written, failure: notSaved } = useSaveAs('clearance.export');
  const counted = read.data?.years ?? [];
  const failure = read.error?.failure ?? notSaved;
  const saveAs = () => {
    save({ purpose: 'statistics_csv', suggestedName: `${t('victims:statistics.fileName')}.csv` }, (file) => ({
      unitId,
      years,
      file,
    }));
  };
  const earlier = counted.filter(({ clearedOfEarlierYears }) => clearedOfEarlierYears > 0);
  const sumOf = (key: 'notRecorded' | 'ageUnknown') => counted.reduce((sum, each) => sum + each[key], 0);
  return (
    <section aria-label={t('victims:statistics.title')}>
      <h2 className={shared.headingAbove}>{t('victims:statistics.title')}</h2>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {sumOf('notRecorded') > 0 && (
        <p className={shared.noteBelow}>{t('victims:statistics.notRecorded', { count: sumOf('notRecorded') })}</p>
      )}
      {read.isPending && <Loading />}
      {counted.length > 0 && (
        <DataTable
          caption={t('victims:statistics.title')}
          rows={policeStatistic.options.map((code) => ({ code }))}
          rowKey={({ code }) => code}
          keepsOrder
          columns={[
            {
              key: 'statistic',
              header: t('victims:statistics.statistic'),
              value: ({ code }) => t(`codes:policeStatistic.${code}`),
            },
            ...counted.map((each) => ({
              key: String(each.year),
              header: String(each.year),
              align: 'end' as const,
              narrow: true,
              cell: ({ code }: { readonly code: PoliceStatistic }) => (
                <StatisticFigure unitId={unitId} year={each} code={code} />
              ),
            })),
          ]}
        />
      )}
      {earlier.length > 0 && (
        <p className={shared.noteBelow}>
          {t('victims:statistics.earlier', {
            years: earlier
              .map(({ year, clearedOfEarlierYears }) => `${String(year)} (${format.number(clearedOfEarlierYears)})`)
              .join(', '),
          })}
        </p>
      )}
      <p className={shared.noteBelow}>{t('victims:statistics.rule')}</p>
      {counted.some(({ year }) => year < Number(yearOfBreak)) && (
        <p className={shared.noteBelow}>{t('victims:statistics.break', { year: yearOfBreak })}</p>
      )}
      {sumOf('ageUnknown') > 0 && (
        <p className={shared.noteBelow}>{t('victims:statistics.ageUnknown', { count: sumOf('ageUnknown') })}</p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" variant="default" loading={isPending} onClick={saveAs}>
          {t('victims:statistics.save')}
        </Button>
        {written !== undefined && <span role="status">{t('common:savedNow')}</span>}
      </div>
    </section>
  );
}

interface StatisticFigureProps {
  readonly unitId: UnitId;
  readonly year: YearOfStatistics;
  readonly code: PoliceStatistic;
}

/** A count opens its files; a percentage is of the two counts above it. */
function StatisticFigure({ unitId, year: { year, values }, code }: StatisticFigureProps) {
  const t = useText();
  const format = useFormat();
  const value = values[code];
  if (value === null) return t('victims:statistics.nothing');
  if (code === 'percent_unfounded') return format.percent(value);
  const of = `${t(`codes:policeStatistic.${code}`)}, ${String(year)}`;
  return <CountLink href={`/victims/${unitId}/${code}/${String(year)}`} count={value} of={of} />;
}
