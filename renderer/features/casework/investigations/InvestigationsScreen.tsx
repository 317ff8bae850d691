import { Route, Switch } from 'wouter';
import type { InvestigationId, PaperId } from '#contract/ground/ids';
import { useFileParts } from './fileParts.ts';
import { InvestigationList } from './InvestigationList.tsx';
import { InvestigationPage } from './InvestigationPage.tsx';

export function InvestigationsScreen() {
  const { DisclosurePage } = useFileParts();
  return (
    <Switch>
      <Route path="/investigations/:id/papers/:paper">
        {({ id, paper }) => (
          <DisclosurePage key={paper} investigationId={id as InvestigationId} paperId={paper as PaperId} />
        )}
      </Route>
      <Route path="/investigations/:id">{({ id }) => <InvestigationPage key={id} id={id as InvestigationId} />}</Route>
      <Route path="/investigations">
        <InvestigationList />
      </Route>
    </Switch>
  );
}
