import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { eq } from 'drizzle-orm';
import {
  besideFolder,
  besideOf,
  streamFileAtomically,
  writeFileAtomically,
  writeFolderAtomically,
} from '../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { AuditFact, WriteTx } from '../ground/kernel/database.ts';
import { leavingFile } from '../ground/schema/common/audit.ts';
import type { ActionContext } from './types.ts';

/** Also what is kept with the fact, in the same transaction. */
type Fact = AuditFact | ((tx: WriteTx) => Promise<AuditFact>);

type Leaving = Pick<ActionContext, 'transact' | 'method' | 'mayWrite'>;

/** One audited transaction in which nothing leaves: what came out of a file of another workspace, for one. */
export async function record({ transact }: Pick<ActionContext, 'transact'>, fact: Fact): Promise<void> {
  await transact(async (tx) => ({ output: null, audit: typeof fact === 'function' ? await fact(tx) : fact }));
}

/** The entry, and in the same transaction where the file is built: what is left of it is found again after a crash. */
async function begin(
  { transact, method }: Leaving,
  fact: Fact,
  paths: { readonly path: string; readonly buildingPath: string },
): Promise<number> {
  // Others may write entries until this one has its number.
  const begun = { sequence: 0 };
  await transact(async (tx) => {
    const audit = typeof fact === 'function' ? await fact(tx) : fact;
    const recorded = async (sequence: number): Promise<void> => {
      begun.sequence = sequence;
      await tx.insert(leavingFile).values({ begunSequence: sequence, method, ...paths });
    };
    return { output: begun, audit, recorded };
  });
  return begun.sequence;
}

/** How an export ended: an entry of its own, which names the one that was written when it began. */
export async function endLeaving(tx: WriteTx, begun: number, ended: 'done' | 'not_done'): Promise<AuditFact> {
  await tx.delete(leavingFile).where(eq(leavingFile.begunSequence, begun));
  return { facts: { begun, ended } };
}

async function leave<T>(
  context: Leaving,
  fact: Fact,
  paths: { readonly path: string; readonly buildingPath: string },
  write: () => T | Promise<T>,
): Promise<T> {
  const begun = await begin(context, fact, paths);
  const end = async (ended: 'done' | 'not_done'): Promise<void> => {
    try {
      await record(context, (tx) => endLeaving(tx, begun, ended));
    } catch {
      // A full disk or a lock: the next sign-in finds the export and writes its end.
    }
  };
  try {
    const output = await write();
    await end('done');
    return output;
  } catch (error) {
    await end('not_done');
    throw error;
  }
}

interface LeavingFile {
  readonly path: string;
  /** A function writes a file that is too long for memory. */
  readonly bytes: string | Uint8Array | ((stream: Writable) => Promise<void>);
  readonly fact: Fact;
}

/**
 * The one way by which a file leaves the workspace. The audit is written before the first byte is, and its end after the last: nothing leaves
 * unrecorded. The file is there whole, or not at all.
 */
export async function leaveWorkspace(context: Leaving, { path, bytes, fact }: LeavingFile): Promise<void> {
  if (!context.mayWrite(path)) throw new StoreFailure('forbidden');
  const buildingPath = besideOf(path);
  await leave(context, fact, { path, buildingPath }, async () => {
    if (typeof bytes === 'function') await streamFileAtomically(path, bytes, buildingPath);
    else writeFileAtomically(path, bytes, buildingPath);
  });
}

interface LeavingFolder {
  readonly parent: string;
  readonly name: string;
  readonly files: Parameters<typeof writeFolderAtomically>[2];
  readonly fact: Fact;
}

/** The same of a folder. Returns its name, which is another one where the name is taken. */
export function leaveAsFolder(context: Leaving, { parent, name, files, fact }: LeavingFolder): Promise<string> {
  const buildingPath = besideFolder(parent, name);
  return leave(context, fact, { path: join(parent, name), buildingPath }, () =>
    writeFolderAtomically(parent, name, files, buildingPath),
  );
}
