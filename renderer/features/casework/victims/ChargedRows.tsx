import { useState } from 'react';
import { Redirect } from 'wouter';
import { z } from 'zod';
import { chargedGroup } from '#contract/casework/charges';
import { fiscalYear } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';

const ofYear = z.object({ unitId, group: chargedGroup, fiscalYear: z.coerce.number().pipe(fiscalYear) });

/** The files in which the persons of one count were charged in a fiscal year. */
export function ChargedRows(params: Readonly<Record<string, string | undefined>>) {
  const asked = ofYear.safeParse(params).data;
  return asked === undefined ? <Redirect to="/victims" replace /> : <RowsOfYear {...asked} />;
}

function RowsOfYear(asked: z.output<typeof ofYear>) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const [offset, setOffset] = useState(0);
  const rows = useRead('charges.personRows', { ...asked, offset, size }, { keepPrevious: true });
  const title = t('victims:charged.title', { year: format.fiscalYear(asked.fiscalYear) });
  return (
    <CountedRows
      back={{ href: '/victims', text: t('victims:statistics.back') }}
      title={title}
      context={`${unitCode(asked.unitId)} · ${t(`victims:charged.${asked.group}`)}`}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}
