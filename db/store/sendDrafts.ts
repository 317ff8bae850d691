import type { Output } from '#contract/index';
import { DeskDrafts } from './deskDrafts.ts';
import { dispatch } from './dispatch.ts';
import { closeWhereOlder } from './seenOnServer.ts';
import type { Store } from './store.ts';

/** From the sign-in on. A computer that keeps nothing of workspaces keeps no drafts either. */
export async function openDeskDrafts(store: Store, workspaceId: string): Promise<void> {
  const { seenPath } = store.options;
  const { own } = store.requireUnlocked().onServer;
  if (seenPath === undefined || !own) return;
  store.deskDrafts = new DeskDrafts(seenPath, workspaceId, own);
  await sendDeskDrafts(store);
}

/** What the same person typed later at another desk stays. */
async function sendDeskDrafts(store: Store): Promise<void> {
  const { deskDrafts } = store;
  for (const draft of deskDrafts?.all ?? []) {
    const { place, values, begun, savedAt } = draft;
    const there = await dispatch(store, 'drafts.get', place);
    const found = there.ok ? (there.value as Output<'drafts.get'>).draft : null;
    if (deskDrafts?.at(place) !== draft) continue;
    if (found && found.savedAt > savedAt) deskDrafts.remove(draft);
    else if (values) await dispatch(store, 'drafts.save', { ...place, values, begun });
    else await dispatch(store, 'drafts.discard', place);
  }
}

/** Once it is back. */
export async function atServerAgain(store: Store): Promise<void> {
  try {
    await closeWhereOlder(store);
    await sendDeskDrafts(store);
  } catch {
    // It is away again, and will be back.
  }
}
