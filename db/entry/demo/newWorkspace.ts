import { eq } from 'drizzle-orm';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { WorkspaceKind } from '#contract/ground/codes';
import { createWorkspace } from '../../store/createWorkspace.ts';
import { user } from '../../ground/schema/common/people.ts';
import { putSetting, type Settings } from '../../store/settings.ts';
import { openFolder } from '../../store/signIn.ts';
import { transact } from '../../store/transact.ts';
import type { Builder } from './session.ts';
import { demonstrationPassphrase } from './signIns.ts';

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
    day: builder.store.options.clock.today(),
  });
  openFolder(builder.store, folder);
  await builder.signIn('administrateur');
  await transact(builder.store, 'demonstration.prepare', async (tx) => {
    await putSetting(tx, 'signingKey', demonstrationSigningKey(name));
    return { output: null, audit: {} };
  });
  return folder;
}

/** The first passphrases are shown on screen and stay: nobody who tries the demonstration is asked to change one. */
export function ownPassphrases(builder: Builder): Promise<null> {
  return transact(builder.store, 'demonstration.prepare', async (tx) => {
    await tx.update(user).set({ passphraseBy: 'self' }).where(eq(user.passphraseBy, 'creator'));
    return { output: null, audit: {} };
  });
}

/** RFC 8410: the prefix of the 32 secret bytes of an Ed25519 key in PKCS 8. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key from a label, so that the fingerprints shown in the demonstration are the same in every build. It signs fiction only. */
function demonstrationSigningKey(label: string): Settings['signingKey'] {
  const secret = createHash('sha256').update(`vigie demonstration ${label}`).digest();
  const privateKey = Buffer.concat([pkcs8Prefix, secret]);
  const publicKey = createPublicKey(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
  return {
    privateKey: privateKey.toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    succession: [],
  };
}
