import { app, type BrowserWindow } from 'electron';
import type { About } from '#contract/store/shell';
import type { Copied } from './copied.ts';
import { chooseFile, chooseFolder, choosePath, chooseSavePlace, revealFile } from './files.ts';
import type { ShellHandlers } from './gateway.ts';
import type { Grants } from './grants.ts';
import type { Leaving } from './leaving.ts';
import type { LeftAt } from './leftAt.ts';
import type { PreferencesFile } from './preferences.ts';
import { done, refused } from './replies.ts';
import type { StoreProcess } from './storeProcess.ts';
import type { WorkspaceInUse } from './workspaceInUse.ts';
import type { Workspaces } from './workspaces.ts';

/** Electron before this one lacks the Node-API that SQLite's module needs: it serves development only. */
const FIRST_OFFICIAL = 36;

interface Parts {
  readonly window: () => BrowserWindow;
  readonly store: StoreProcess;
  readonly grants: Grants;
  readonly preferences: PreferencesFile;
  readonly workspaces: Workspaces;
  readonly inUse: WorkspaceInUse;
  readonly copied: Copied;
  readonly leaving: Leaving;
  readonly leftAt: LeftAt;
}

/** What main answers itself. */
export function createShellHandlers(parts: Parts): ShellHandlers {
  return { ...applicationHandlers(parts), ...workspaceHandlers(parts), ...fileHandlers(parts) };
}

function applicationHandlers({ store, preferences, inUse, copied, leaving }: Parts) {
  return {
    'app.about': async () => done(await describeApplication(store)),
    'app.preferences': () => done(preferences.current()),
    'app.setPreferences': async (changes) => done(await preferences.change(changes)),
    'app.copy': async ({ text }) => {
      await copied.put(text);
      return done({});
    },
    'app.alert': ({ locale }) => {
      leaving.alert(locale);
      return done({});
    },
    'app.watchClocks': ({ running }) => {
      leaving.watch(running);
      return done({});
    },
    'app.quit': () => {
      // After the reply has left.
      setImmediate(() => {
        app.quit();
      });
      return done({});
    },
    'session.lock': async () => {
      await inUse.lock();
      return done({});
    },
    'jobs.cancel': ({ jobId }) => {
      store.cancel(jobId);
      return done({});
    },
  } satisfies Partial<ShellHandlers>;
}

function workspaceHandlers({ window, grants, workspaces, inUse, leftAt }: Parts) {
  return {
    'app.leftAt': () => done({ path: leftAt.take() }),
    'app.workspace': () => {
      const folder = inUse.folder();
      return done({ workspace: folder === null ? null : workspaces.describe(folder) });
    },
    'workspaces.known': () => done({ workspaces: [...workspaces.known()] }),
    'workspaces.choose': async () => {
      const folder = await choosePath(window(), { properties: ['openDirectory'] });
      return done({ workspace: folder === null ? null : workspaces.describe(folder) });
    },
    'workspaces.chooseParent': async () => done({ folder: await chooseFolder(window(), grants) }),
    'workspaces.forget': async ({ grant }) => {
      const folder = grants.path(grant, 'workspace');
      if (folder === null) return refused('not_found');
      await workspaces.forget(folder);
      return done({});
    },
    'workspaces.open': async ({ grant }) => {
      const folder = grants.path(grant, 'workspace');
      if (folder === null) return refused('not_found', { reason: 'folder_missing' });
      const reply = await inUse.open(folder);
      if (!reply.ok) return reply;
      await workspaces.remember(folder);
      return done({
        workspace: workspaces.describe(folder),
        other: reply.value.other,
        signIns: [...reply.value.signIns],
      });
    },
    'workspaces.close': async () => {
      await inUse.close();
      return done({});
    },
  } satisfies Partial<ShellHandlers>;
}

function fileHandlers({ window, grants }: Parts) {
  return {
    'files.choose': async ({ purpose }) => done({ file: await chooseFile(window(), grants, purpose) }),
    'files.save': async (wanted) => done({ file: await chooseSavePlace(window(), grants, wanted) }),
    'files.chooseFolder': async () => done({ folder: await chooseFolder(window(), grants) }),
    'files.reveal': ({ grant }) => (revealFile(grants, grant) ? done({}) : refused('not_found')),
  } satisfies Partial<ShellHandlers>;
}

async function describeApplication(store: StoreProcess): Promise<About> {
  const { electron, chrome, node } = process.versions;
  const versions = await store.versions();
  return {
    version: app.getVersion(),
    electron,
    chrome,
    node,
    // Empty where the store could not start: About is the screen that must show all the same.
    storeNode: versions?.node ?? '',
    sqlite: versions?.sqlite ?? '',
    cipher: versions?.cipher ?? '',
    platform: `${process.platform} ${process.arch}`,
    runtime: Number.parseInt(electron, 10) < FIRST_OFFICIAL ? 'development' : 'official',
  };
}
