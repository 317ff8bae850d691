import type { Topic } from '#contract/ground/define';
import { forgetPreviews } from '../ground/kernel/previews.ts';
import type { Store } from './store.ts';
import { refreshSession } from './unlock.ts';

/** After a change: the session as it is now, and nothing in memory of what was sealed or purged. */
export async function refreshAfter(store: Store, touches: readonly Topic[]): Promise<void> {
  // Who approved their own removal is signed out.
  if (store.unlocked && (touches.includes('session') || touches.includes('units'))) await refreshSession(store);
  if (touches.includes('records')) forgetPreviews(store.memory);
}

/** After what others wrote: their change may be of this session's rights. */
export async function refreshAfterOthers(store: Store, touched: readonly Topic[]): Promise<void> {
  const isOfRights = touched.includes('users') || touched.includes('units');
  const topics: readonly Topic[] = isOfRights ? [...touched, 'session'] : touched;
  // A session whose rights can no longer be read ends with its next call.
  await refreshAfter(store, topics).catch(() => undefined);
  store.options.emit({ type: 'touched', topics: [...topics] });
}
