import { useState } from 'react';
import { Redirect } from 'wouter';
import { z } from 'zod';
import { lockFigure } from '#contract/casework/devices';
import { month, quarterOf } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';

const ofMonth = z.object({ unitId, figure: lockFigure, month });

/** The files behind one count of devices, in the quarter of a month. */
export function LockRows(params: Readonly<Record<string, string | undefined>>) {
  const asked = ofMonth.safeParse(params).data;
  return asked === undefined ? <Redirect to="/devices" replace /> : <RowsOfQuarter {...asked} />;
}

function RowsOfQuarter({ unitId: unit, figure, month: ofQuarter }: z.output<typeof ofMonth>) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const [offset, setOffset] = useState(0);
  const quarter = quarterOf(ofQuarter);
  const rows = useRead('devices.lockRows', { unitId: unit, quarter, figure, offset, size }, { keepPrevious: true });
  return (
    <CountedRows
      back={{ href: '/devices', text: t('fileWork:locks.back') }}
      title={t('fileWork:locks.title')}
      context={`${unitCode(unit)} · ${t(`fileWork:locks.${figure}`)} · ${format.quarter(quarter)}`}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}
