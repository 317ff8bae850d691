import { Route, Switch } from 'wouter';
import { AgedList } from './AgedList.tsx';
import { Board } from './Board.tsx';
import { LedgerList } from './LedgerList.tsx';
import { UnitLedger } from './UnitLedger.tsx';
import { useState } from 'react';
import { z } from 'zod';
import { chargedFigure } from '#contract/statistics/survival';
import { civilDate } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { CountedRows, pageSize as size } from '../../../ui/CountedRows.tsx';
import { NoSuchList } from './NoSuchList.tsx';

const address = z.object({ figure: chargedFigure, from: civilDate, on: civilDate, unitId: unitId.optional() });

/** The files behind one count of the charges laid from a day on: of a unit, or of all that the board shows. */
function ChargedRows(params: Readonly<Record<string, string | undefined>>) {
  const asked = address.safeParse(params).data;
  return asked === undefined ? <NoSuchList /> : <RowsOfFigure {...asked} />;
}

function RowsOfFigure({ unitId: only, figure, from, on }: z.output<typeof address>) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const [filter] = useFigureFilter();
  const [offset, setOffset] = useState(0);
  const unitIds = only === undefined ? filter.unitIds : [only];
  const input = { figure, from, on, offset, size, ...(unitIds === null ? {} : { unitIds: [...unitIds] }) };
  const rows = useRead('backlog.chargedRows', input, { keepPrevious: true });
  const unit = only === undefined ? t('backlog:charged.all') : unitCode(only);
  const days = t('common:fromTo', { from: format.day(from), to: format.day(on) });
  return (
    <CountedRows
      back={{ href: '/backlog', text: t('backlog:list.toBoard') }}
      title={t('backlog:charged.title')}
      context={`${unit} · ${t(`backlog:charged.${figure}`)} · ${days}`}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}

export function BacklogScreen() {
  return (
    <Switch>
      <Route path="/backlog/list/:term/:from/:to">{(params) => <LedgerList {...params} />}</Route>
      <Route path="/backlog/charged/:figure/:from/:on/:unitId?">{(params) => <ChargedRows {...params} />}</Route>
      <Route path="/backlog/ages/:band/:on">
        {(params) => <AgedList key={`${params.band} ${params.on}`} {...params} />}
      </Route>
      <Route path="/backlog/waiting/:waiting/:on">
        {(params) => <AgedList key={`${params.waiting} ${params.on}`} {...params} />}
      </Route>
      <Route path="/backlog/units/:unitId/ages/:band/:on">
        {(params) => <AgedList key={`${params.unitId} ${params.band} ${params.on}`} {...params} />}
      </Route>
      <Route path="/backlog/units/:unitId/list/:term/:from/:to">{(params) => <LedgerList {...params} />}</Route>
      <Route path="/backlog/units/:unitId">{({ unitId }) => <UnitLedger key={unitId} unitId={unitId} />}</Route>
      <Route>
        <Board />
      </Route>
    </Switch>
  );
}
