import { useState } from 'react';
import { Redirect } from 'wouter';
import { unitId, type UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';

/** The files behind the devices examined lately, of one unit or of all in scope. */
export function ExaminedRows({ unitId: asked }: { readonly unitId?: string | undefined }) {
  const unit = unitId.safeParse(asked).data;
  return asked !== undefined && unit === undefined ? <Redirect to="/devices" replace /> : <RowsOfUnits unit={unit} />;
}

function RowsOfUnits({ unit }: { readonly unit: UnitId | undefined }) {
  const t = useText();
  const { unitCode } = useNames();
  const [offset, setOffset] = useState(0);
  const filter = unit === undefined ? {} : { unitId: unit };
  const rows = useRead('devices.examinedRows', { filter, offset, size }, { keepPrevious: true });
  return (
    <CountedRows
      back={{ href: '/devices', text: t('fileWork:locks.back') }}
      title={t('fileWork:queue.examinedTitle')}
      context={unit !== undefined && unitCode(unit)}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}
