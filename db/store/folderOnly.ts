import { StoreFailure } from '../ground/kernel/failure.ts';
import type { Store } from './store.ts';

/** What is about the files of a folder: on a server the data centre has what answers to it, and a desk has no case in it. */
const folderOnly: ReadonlySet<string> = new Set([
  'backups.drill',
  'backups.list',
  'backups.make',
  'backups.saveSettings',
  'backups.verify',
  'breach.report',
  'breach.save',
  'clock.confirm',
  'purges.recogniseRestore',
  'workspace.check',
  'workspace.original',
]);

export function requireFolderFor({ server, unlocked }: Store, name: string): void {
  // Where it was moved to is lost, so that the server is where it goes on.
  if (name === 'workspace.original' && unlocked?.session.workspace.movedTo) return;
  if (server && folderOnly.has(name)) throw new StoreFailure('forbidden', 'folder_only');
}
