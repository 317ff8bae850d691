import { Route, Switch } from 'wouter';
import type { InvestigationId, PaperId } from '#contract/ground/ids';
import { InvestigationList } from './InvestigationList.tsx';
import { InvestigationPage } from './InvestigationPage.tsx';
import { PaperPage } from '../../custody/disclosure/PaperPage.tsx';

export function InvestigationsScreen() {
  return (
    <Switch>
      <Route path="/investigations/:id/papers/:paper">
        {({ id, paper }) => (
          <PaperPage key={paper} investigationId={id as InvestigationId} paperId={paper as PaperId} />
        )}
      </Route>
      <Route path="/investigations/:id">{({ id }) => <InvestigationPage key={id} id={id as InvestigationId} />}</Route>
      <Route path="/investigations">
        <InvestigationList />
      </Route>
    </Switch>
  );
}
