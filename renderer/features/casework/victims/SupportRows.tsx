import { useState } from 'react';
import { Redirect } from 'wouter';
import { z } from 'zod';
import { supportFigure } from '#contract/casework/victims';
import { month, quarterOf } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';

const ofMonth = z.object({ unitId, figure: supportFigure, month });

/** The files behind one count of referrals to services, in the quarter of a month. */
export function SupportRows(params: Readonly<Record<string, string | undefined>>) {
  const asked = ofMonth.safeParse(params).data;
  return asked === undefined ? <Redirect to="/victims" replace /> : <RowsOfQuarter {...asked} />;
}

function RowsOfQuarter({ unitId: unit, figure, month: ofQuarter }: z.output<typeof ofMonth>) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const [offset, setOffset] = useState(0);
  const quarter = quarterOf(ofQuarter);
  const rows = useRead('support.rows', { unitId: unit, quarter, figure, offset, size }, { keepPrevious: true });
  return (
    <CountedRows
      back={{ href: '/victims', text: t('victims:statistics.back') }}
      title={t('victims:support.title')}
      context={`${unitCode(unit)} · ${t(`victims:support.${figure}`)} · ${format.quarter(quarter)}`}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}
