import { deserialize, serialize } from 'node:v8';
import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { and, desc, eq, ne } from 'drizzle-orm';
import type { LaboratoryTask } from '../../estimator/tasks.ts';
import { laboratoryAnswer } from '../../ground/schema/common/laboratory.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';

const compress = promisify(deflate);

/** A question of the laboratory, by the hash of all that its answer rests on. */
export interface AnswerKey {
  readonly task: LaboratoryTask;
  readonly hash: string;
  /** Of the analysis that gave the answer. */
  readonly methodVersion: number;
}

const mostKept = { answers: 40, bytes: 64 * 1024 * 1024 };

/** Draws are in typed arrays and maps, which JSON does not know: the engine's own serialisation keeps them as they are. */
export async function encodeAnswer(answer: unknown): Promise<string> {
  return (await compress(serialize(answer))).toString('base64');
}

/** The answer to a question that was asked before; undefined where it was not, or where what was kept cannot be read by this version. */
export async function readAnswer(db: ReadDb, { task, hash, methodVersion }: AnswerKey): Promise<unknown> {
  const [kept] = await db
    .select({ value: laboratoryAnswer.value })
    .from(laboratoryAnswer)
    .where(
      and(
        eq(laboratoryAnswer.task, task),
        eq(laboratoryAnswer.hash, hash),
        eq(laboratoryAnswer.methodVersion, methodVersion),
      ),
    );
  if (!kept) return undefined;
  try {
    // In one piece: the asynchronous form takes ten times as long for its many pieces.
    return deserialize(inflateSync(Buffer.from(kept.value, 'base64')));
  } catch {
    return undefined;
  }
}

/** Keeps one more answer; those of another method and, beyond the most that are kept, the oldest go. */
export async function writeAnswer(
  tx: WriteTx,
  { task, hash, methodVersion }: AnswerKey,
  value: string,
  createdAt: number,
  most = mostKept,
): Promise<void> {
  if (value.length > most.bytes) return;
  await tx.delete(laboratoryAnswer).where(ne(laboratoryAnswer.methodVersion, methodVersion));
  await tx.delete(laboratoryAnswer).where(and(eq(laboratoryAnswer.task, task), eq(laboratoryAnswer.hash, hash)));
  await tx.insert(laboratoryAnswer).values({ task, hash, methodVersion, createdAt, size: value.length, value });
  const held = await tx
    .select({ task: laboratoryAnswer.task, hash: laboratoryAnswer.hash, size: laboratoryAnswer.size })
    .from(laboratoryAnswer)
    .orderBy(desc(laboratoryAnswer.createdAt));
  let bytes = 0;
  for (const [position, each] of held.entries()) {
    bytes += each.size;
    if (position < most.answers && bytes <= most.bytes) continue;
    await tx
      .delete(laboratoryAnswer)
      .where(and(eq(laboratoryAnswer.task, each.task), eq(laboratoryAnswer.hash, each.hash)));
  }
}
