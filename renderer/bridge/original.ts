import { useRead } from './queries.ts';
import { useSession } from './session.ts';

/** Why nothing is recorded here: the workspace was moved from here, or this is a copy to look at. Null where work goes on, undefined until it is known. */
export function useReadOnly(): 'moved' | 'copy' | null | undefined {
  const { movedTo } = useSession().workspace;
  const { data } = useRead('workspace.place', {});
  if (movedTo !== undefined) return 'moved';
  return data && (data.copyOf ? 'copy' : null);
}
