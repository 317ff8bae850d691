import { streamFileAtomically, writeFileAtomically, writeFolderAtomically } from '../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { AuditFact, WriteTx } from '../ground/kernel/database.ts';
import type { ActionContext } from './types.ts';

/** Also what is kept with the fact, in the same transaction. */
type Fact = AuditFact | ((tx: WriteTx) => Promise<AuditFact>);

type Transact = Pick<ActionContext, 'transact'>;

/** One audited transaction in which nothing leaves: what came out of a file of another workspace, for one. */
export async function record({ transact }: Transact, fact: Fact): Promise<void> {
  await transact(async (tx) => ({ output: null, audit: typeof fact === 'function' ? await fact(tx) : fact }));
}

type Leaving = Pick<ActionContext, 'transact' | 'mayWrite'>;

interface LeavingFile {
  readonly path: string;
  /** A function writes a file that is too long for memory. */
  readonly bytes: string | Uint8Array | ((path: string) => Promise<void>);
  readonly fact: Fact;
}

/**
 * The one way by which a file leaves the workspace. The audit is written before the first byte is: nothing leaves unrecorded, and at worst an
 * entry tells of a file that could not be written. The file is there whole, or not at all.
 */
export async function leaveWorkspace(context: Leaving, { path, bytes, fact }: LeavingFile): Promise<void> {
  if (!context.mayWrite(path)) throw new StoreFailure('forbidden');
  await record(context, fact);
  if (typeof bytes === 'function') await streamFileAtomically(path, bytes);
  else writeFileAtomically(path, bytes);
}

interface LeavingFolder {
  readonly parent: string;
  readonly name: string;
  readonly files: Parameters<typeof writeFolderAtomically>[2];
  readonly fact: Fact;
}

/** The same of a folder. Returns its name, which is another one where the name is taken. */
export async function leaveAsFolder(context: Transact, { parent, name, files, fact }: LeavingFolder): Promise<string> {
  await record(context, fact);
  return writeFolderAtomically(parent, name, files);
}
