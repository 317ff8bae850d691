// The first script of the page under `npm run dev`: signs in as wanted, then begins as the product does.
import type { WorkspaceKind } from '#contract/ground/codes';
import { call, failureOf, onPageEvent } from '../bridge/bridge.ts';

/** Who is to be signed in, and on which screen. */
interface Want {
  readonly kind: WorkspaceKind;
  readonly login: string;
  readonly path: string;
}

async function findDemonstration(kind: WorkspaceKind) {
  const { workspaces } = await call('workspaces.known', {});
  return workspaces.find((each) => each.demonstration && each.kind === kind);
}

async function enter({ kind, login }: Want, again: boolean): Promise<void> {
  if (again || (await findDemonstration(kind)) === undefined)
    await call('demonstration.prepare', { jobId: crypto.randomUUID(), again });
  const workspace = await findDemonstration(kind);
  if (workspace === undefined) throw new Error('There is no demonstration.');
  const { signIns } = await call('workspaces.open', { grant: workspace.grant });
  const signIn = signIns.find((each) => each.login === login);
  if (signIn === undefined)
    throw new Error(`Nobody is called ${login} here, but ${signIns.map((each) => each.login).join(', ')}.`);
  await call('session.signIn', signIn);
}

async function whereWeAre(): Promise<Want | null> {
  const { session } = await call('session.current', {}).catch(() => ({ session: null }));
  const path = location.hash.slice(1);
  return session === null ? null : { kind: session.workspace.kind, login: session.user.login, path };
}

/** Until it is so: where entering failed, the next store is entered. */
let wanted = (await (await fetch('/@workshop')).json()) as Want | null;

async function enterAsWanted(): Promise<void> {
  try {
    if (wanted !== null && (await whereWeAre()) === null) {
      const { kind, login, path } = wanted;
      await enter(wanted, false).catch(async (error: unknown) => {
        // Damaged, or of another build.
        if (failureOf(error).code === 'internal') throw error;
        await enter({ kind, login, path }, true);
      });
    }
    wanted = null;
  } catch (error) {
    reportError(error);
  }
}

const hot = import.meta.hot;

async function sayWhereWeAre(): Promise<void> {
  wanted = (await whereWeAre()) ?? wanted;
  hot?.send('workshop:left', wanted);
}

/** A store did not start: the page is at its first screen until one does. */
let isOut = false;

/** The screen stays as it is, with all that was opened or typed on it. */
async function enterReplacedStore(): Promise<void> {
  const wasSignedIn = wanted !== null;
  await enterAsWanted();
  const isIn = wasSignedIn && wanted === null;
  hot?.send('workshop:entered', { wanted, again: isIn ? 'entered' : 'refused' });
  if (isIn && isOut) location.reload();
  isOut = !isIn;
}

hot?.on('workshop:leave', () => {
  // What was built last has no error any more.
  document.querySelector('vite-error-overlay')?.remove();
  void sayWhereWeAre();
});
onPageEvent(({ type }: { readonly type: string }) => {
  if (type === 'workshop_store') void enterReplacedStore();
});

if (wanted !== null) location.hash = wanted.path;
await enterAsWanted();
if (location.hash === '#/gallery') await import('./gallery.tsx');
else await import('../app/main.tsx');
hot?.send('workshop:entered', { wanted });
