import { useSession } from '../../../../bridge/session.ts';
import { MakeReference } from './MakeReference.tsx';
import { CurrentReference } from './CurrentReference.tsx';

/** A coordination workspace makes references; a unit workspace holds one, or none. */
export function ReferencePanel() {
  const { kind } = useSession().workspace;
  return kind === 'coordination' ? <MakeReference /> : <CurrentReference />;
}
