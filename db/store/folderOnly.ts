import { StoreFailure } from '../ground/kernel/failure.ts';
import type { Store } from './store.ts';

/** What is about the files of a folder: on a server the data centre has what answers to it, and a desk has no case in it. */
const folderOnly: ReadonlySet<string> = new Set([
  'backups.drill',
  'backups.list',
  'backups.make',
  'backups.saveSettings',
  'backups.verify',
  'clock.confirm',
  'purges.recogniseRestore',
  'workspace.check',
  'workspace.original',
]);

export function requireFolderFor(store: Store, name: string): void {
  // Where it was moved to is lost, so that the server is where it goes on.
  if (name === 'workspace.original' && store.unlocked?.session.workspace.movedTo) return;
  if (folderOnly.has(name)) requireFolderKind(store);
}

export function requireFolderKind({ server }: Store): void {
  if (server) throw new StoreFailure('forbidden', 'folder_only');
}
