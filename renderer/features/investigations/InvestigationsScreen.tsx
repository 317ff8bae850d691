import { Route, Switch } from 'wouter';
import type { InvestigationId } from '#contract/ids';
import { InvestigationList } from './InvestigationList.tsx';
import { InvestigationPage } from './InvestigationPage.tsx';

export function InvestigationsScreen() {
  return (
    <Switch>
      <Route path="/investigations/:id">{({ id }) => <InvestigationPage key={id} id={id as InvestigationId} />}</Route>
      <Route path="/investigations">
        <InvestigationList />
      </Route>
    </Switch>
  );
}
