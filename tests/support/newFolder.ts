import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceKind } from '#contract/ground/codes';
import { createWorkspace } from '../../db/store/createWorkspace.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { administrator, newStore, reached, type TestStore } from './store.ts';

/** A new workspace in a folder of its own, by that name; nobody is signed in. */
export async function newFolder(name: string, kind: WorkspaceKind = 'unit'): Promise<TestStore> {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  const events: TestStore['events'] = [];
  const store = newStore(events);
  const wanted = { parent, name, kind, displayName: 'Administrator', ...administrator } as const;
  const made = await createWorkspace(store.options, { ...wanted, demonstration: false });
  openFolder(store, made.folder);
  return reached(store, { parent, ...made, events });
}
