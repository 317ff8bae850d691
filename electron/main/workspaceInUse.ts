import type { Reply } from '#contract/ground/errors';
import type { OpenedWorkspace } from '#contract/store/storeProtocol';
import type { Copied } from './copied.ts';
import type { Grants } from './grants.ts';
import type { IdleLock } from './idleLock.ts';
import type { StoreProcess } from './storeProcess.ts';

export interface WorkspaceInUse {
  /** Still named after a lock, so that the page can ask for the passphrase again. */
  readonly folder: () => string | null;
  readonly open: (folder: string) => Promise<Reply<OpenedWorkspace>>;
  /** The store has created it and holds it open. */
  readonly adopt: (folder: string) => void;
  readonly beginSession: () => void;
  readonly endSession: () => void;
  readonly lock: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly store: StoreProcess;
  readonly grants: Grants;
  /** A fresh page in a fresh process. */
  readonly replacePage: () => Promise<void>;
  readonly idleLock: IdleLock;
  readonly copied: Pick<Copied, 'forget'>;
}

/** The workspace that the window works in, and how it is left. */
export function createWorkspaceInUse({ store, grants, replacePage, idleLock, copied }: Parts): WorkspaceInUse {
  let folder: string | null = null;
  let opened: Reply<OpenedWorkspace> | null = null;
  let signedIn = false;
  let leaving: Promise<void> | null = null;

  function endSession(): void {
    signedIn = false;
    idleLock.end();
    grants.forgetFiles();
    void copied.forget();
  }

  async function leave(blank: boolean): Promise<void> {
    endSession();
    const stopped = store.stop();
    // The page goes first: what is on screen must not wait for the store.
    if (blank) await replacePage();
    await stopped;
    await store.start();
  }

  function leaveOnce(blank: boolean): Promise<void> {
    leaving ??= leave(blank).finally(() => {
      leaving = null;
    });
    return leaving;
  }

  return {
    folder: () => folder,
    open: async (wanted) => {
      // A page that asks twice must not end the store that it is about to sign in to.
      if (opened !== null && !signedIn && wanted === folder && store.hasWorkspace()) return opened;
      endSession();
      opened = await store.open(wanted);
      folder = opened.ok ? wanted : null;
      return opened;
    },
    adopt: (created) => {
      folder = created;
      opened = null;
    },
    beginSession: () => {
      // Another user signed in over the one before: files and copies were theirs.
      if (signedIn) endSession();
      signedIn = true;
    },
    endSession,
    lock: () => leaveOnce(true),
    close: () => {
      folder = null;
      // A page that has only asked for a passphrase holds nothing.
      return leaveOnce(signedIn);
    },
  };
}
