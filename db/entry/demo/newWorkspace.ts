import type { WorkspaceKind } from '#contract/ground/codes';
import { createWorkspace } from '../../store/createWorkspace.ts';
import { putSetting } from '../../store/settings.ts';
import { openFolder } from '../../store/signIn.ts';
import { transact } from '../../store/transact.ts';
import type { Builder } from './session.ts';
import { demonstrationPassphrase } from './signIns.ts';
import { demonstrationSigningKey } from './signingKey.ts';

/** Creates a fictitious workspace and signs its administrator in. */
export async function newDemonstrationWorkspace(
  builder: Builder,
  parent: string,
  name: string,
  kind: WorkspaceKind,
): Promise<string> {
  const { folder } = await createWorkspace(builder.store.options, {
    parent,
    name,
    kind,
    login: 'administrateur',
    displayName: 'Alex Fictif',
    passphrase: demonstrationPassphrase,
    demonstration: true,
  });
  openFolder(builder.store, folder);
  await builder.signIn('administrateur');
  await transact(builder.store, 'demonstration.prepare', async (tx) => {
    await putSetting(tx, 'signingKey', demonstrationSigningKey(name));
    return { output: null, audit: {} };
  });
  return folder;
}
