import type { Failure } from '#contract/ground/errors';
import { call, failureOf } from '../bridge/bridge.ts';
import { readClock } from '../lib/readClock.ts';
import type { OpenedWorkspace } from '../features/accounts/welcome/openedWorkspace.ts';

export type Stage =
  | { readonly at: 'welcome'; readonly failure: Failure | null }
  | { readonly at: 'signIn'; readonly opened: OpenedWorkspace; readonly storeEnded: boolean }
  | { readonly at: 'session' };

/** After a start, a reload, a lock or the end of the store: what main and the store say is where we are. */
export async function findStage(): Promise<Stage> {
  try {
    const { workspace } = await call('app.workspace', {});
    if (workspace === null) return { at: 'welcome', failure: null };
    const current = await call('session.current', {}).catch(() => ({ session: null }));
    if (current.session !== null) {
      await readClock();
      return { at: 'session' };
    }
    return { at: 'signIn', opened: await call('workspaces.open', { grant: workspace.grant }), storeEnded: false };
  } catch (error) {
    return { at: 'welcome', failure: failureOf(error) };
  }
}
