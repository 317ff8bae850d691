import { Route, Switch } from 'wouter';
import { AgedList } from './AgedList.tsx';
import { Board } from './Board.tsx';
import { ChargedRows } from './ChargedRows.tsx';
import { LedgerList } from './LedgerList.tsx';
import { UnitLedger } from './UnitLedger.tsx';

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
