import { must } from '../../ground/kernel/assert.ts';
import type { AuditFact, WriteTx } from '../../ground/kernel/database.ts';
import { fingerprintOf, type SigningKey } from '../../ground/kernel/signing.ts';
import { describeFile, type BuiltFile } from '../../documents/files/builtFile.ts';
import { leaveAsFolder } from '../../store/leaveWorkspace.ts';
import type { ActionContext } from '../../store/types.ts';

interface Leaving {
  readonly parent: string;
  readonly name: string;
  /** The manifest last. */
  readonly files: readonly BuiltFile[];
  /** What the audit says, with the hash of the manifest. */
  readonly fact: (manifest: string) => AuditFact | ((tx: WriteTx) => Promise<AuditFact>);
}

/** A signed report leaves the workspace as a folder. */
export async function leaveReport(
  context: ActionContext,
  { publicKey }: Pick<SigningKey, 'publicKey'>,
  { parent, name, files, fact }: Leaving,
) {
  const described = files.map(describeFile);
  const manifest = must(described.at(-1), 'a report ends with its manifest').sha256;
  const folderName = await leaveAsFolder(context, { parent, name, files, fact: fact(manifest) });
  return { folderName, files: described, fingerprint: fingerprintOf(publicKey) };
}
