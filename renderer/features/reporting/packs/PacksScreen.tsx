import { Route, Switch } from 'wouter';
import { useSession } from '../../../bridge/session.ts';
import { PackPage } from './PackPage.tsx';
import { ReceivedPacks } from './ReceivedPacks.tsx';
import { UnitPack } from './UnitPack.tsx';

/** A unit workspace makes packs; a coordination workspace receives them. */
export function PacksScreen() {
  const { kind } = useSession().workspace;
  if (kind === 'unit') return <UnitPack />;
  return (
    <Switch>
      {['/packs', '/packs/received', '/packs/keys'].map((path) => (
        <Route key={path} path={path}>
          <ReceivedPacks />
        </Route>
      ))}
      <Route path="/packs/:id">{({ id }) => <PackPage key={id} id={id} />}</Route>
    </Switch>
  );
}
