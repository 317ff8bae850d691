import { useState } from 'react';
import { Redirect } from 'wouter';
import { z } from 'zod';
import { countedStatistic } from '#contract/casework/clearance';
import { unitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';
import { useNames } from '../../../lib/useNames.ts';

const ofStatistic = z.object({ unitId, statistic: countedStatistic, year: z.coerce.number().int() });

/** The files that one police statistic of a unit counts in a calendar year. */
export function StatisticRows(params: Readonly<Record<string, string | undefined>>) {
  const asked = ofStatistic.safeParse(params).data;
  return asked === undefined ? <Redirect to="/victims" replace /> : <RowsOfStatistic {...asked} />;
}

function RowsOfStatistic(asked: z.output<typeof ofStatistic>) {
  const t = useText();
  const { unitCode } = useNames();
  const [offset, setOffset] = useState(0);
  const rows = useRead('clearance.rows', { ...asked, offset, size }, { keepPrevious: true });
  return (
    <CountedRows
      back={{ href: '/victims', text: t('victims:statistics.back') }}
      title={t(`codes:policeStatistic.${asked.statistic}`)}
      context={`${unitCode(asked.unitId)} · ${String(asked.year)}`}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}
