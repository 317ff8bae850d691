import { and, asc, eq, gt } from 'drizzle-orm';
import { must } from '../../../ground/kernel/assert.ts';
import { backlogBlock, backlogBook } from '../../../ground/schema/unit/backlogBook.ts';
import type { ReadDb, WriteTx } from '../../../ground/kernel/database.ts';
import type { Block } from './packedStays.ts';
import type { Run } from './read.ts';

/** Of the packed numbers: another one is read again. */
const format = 1;

/** Blocks loaded or written at one go. */
const atOnce = 24;

const ofRun = (scope: string, { kind, after }: Run) =>
  and(eq(backlogBlock.scope, scope), eq(backlogBlock.kind, kind), eq(backlogBlock.after, after));

const toNumbers = (bytes: Buffer): Int32Array => {
  // A buffer of the driver may begin at any byte; numbers may not.
  const own = new Uint8Array(bytes);
  return new Int32Array(own.buffer);
};

const toBytes = (numbers: Int32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

export interface KeptBook {
  readonly sequence: number;
  readonly blocks: readonly Block[];
}

/** The kept blocks of a kind after a run, a few at a time: sorted as their key is, so that no page sorts all others. */
function readPage(db: ReadDb, scope: string, kind: Run['kind'], after: string | null) {
  const { kind: ofKind, after: begins, last, stays } = backlogBlock;
  return db
    .select({ after: begins, last, stays })
    .from(backlogBlock)
    .where(and(eq(backlogBlock.scope, scope), eq(ofKind, kind), after === null ? undefined : gt(begins, after)))
    .orderBy(asc(begins))
    .limit(atOnce);
}

async function loadBlocks(db: ReadDb, scope: string, kind: Run['kind']): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (;;) {
    const rows = await readPage(db, scope, kind, blocks.at(-1)?.run.after ?? null);
    blocks.push(
      ...rows.map(({ after, last, stays }) => ({ run: { kind, after, last }, stays: toNumbers(stays), ids: null })),
    );
    if (rows.length < atOnce) return blocks;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The book of these units as it was last kept, without the ids; null where none is. Other calls are answered between its turns. */
export async function loadBook(db: ReadDb, scope: string): Promise<KeptBook | null> {
  const [book] = await db.select().from(backlogBook).where(eq(backlogBook.scope, scope));
  if (book?.format !== format) return null;
  const blocks = [...(await loadBlocks(db, scope, 'referral')), ...(await loadBlocks(db, scope, 'investigation'))];
  return { sequence: book.sequence, blocks };
}

/** The ids of a block: those in memory, or those that were kept with it; null where another reading has since taken its place. */
export async function idsOf(db: ReadDb, scope: string, { ids, run }: Block): Promise<Int32Array | null> {
  if (ids !== null) return ids;
  const [kept] = await db.select({ ids: backlogBlock.ids }).from(backlogBlock).where(ofRun(scope, run));
  return kept === undefined ? null : toNumbers(kept.ids);
}

type Step = (tx: WriteTx) => Promise<void>;

async function writeBlocks(tx: WriteTx, scope: string, blocks: readonly Block[]): Promise<void> {
  for (const { run, stays, ids } of blocks) {
    if (ids === null) continue;
    await tx.insert(backlogBlock).values({ scope, ...run, stays: toBytes(stays), ids: toBytes(ids) });
  }
}

async function writeHead(tx: WriteTx, scope: string, sequence: number): Promise<void> {
  await tx.delete(backlogBook).where(eq(backlogBook.scope, scope));
  await tx.insert(backlogBook).values({ scope, format, sequence });
}

/** The few blocks that changed take the place of those before them, in one transaction. */
function replaceSome(scope: string, gone: readonly Block[], fresh: readonly Block[], sequence: number): Step {
  return async (tx) => {
    const [head] = await tx.select().from(backlogBook).where(eq(backlogBook.scope, scope));
    // Forgotten meanwhile: these blocks alone would be no whole book.
    must(head, 'blocks that are kept have their head');
    for (const { run } of gone) await tx.delete(backlogBlock).where(ofRun(scope, run));
    await writeBlocks(tx, scope, fresh);
    await writeHead(tx, scope, sequence);
  };
}

/** All blocks, in short transactions that others may come between. The head comes last: without it there is no book. */
function replaceAll(scope: string, blocks: readonly Block[], sequence: number): readonly Step[] {
  const pieces = Array.from({ length: Math.ceil(blocks.length / atOnce) }, (_, piece) =>
    blocks.slice(piece * atOnce, (piece + 1) * atOnce),
  );
  return [
    async (tx) => {
      await tx.delete(backlogBook).where(eq(backlogBook.scope, scope));
      await tx.delete(backlogBlock).where(eq(backlogBlock.scope, scope));
    },
    ...pieces.map(
      (piece): Step =>
        (tx) =>
          writeBlocks(tx, scope, piece),
    ),
    (tx) => writeHead(tx, scope, sequence),
  ];
}

/**
 * What is to be written so that these blocks are kept.
 * @param kept the blocks that are, null where that is not known
 */
export function stepsToKeep(
  scope: string,
  kept: readonly Block[] | null,
  { blocks, sequence }: KeptBook,
): readonly Step[] {
  const held = new Set(kept);
  const wanted = new Set(blocks);
  const fresh = blocks.filter((each) => !held.has(each));
  const isWhole = blocks.every((each) => each.ids !== null);
  if (kept !== null && (fresh.length <= atOnce || !isWhole))
    return [
      replaceSome(
        scope,
        kept.filter((each) => !wanted.has(each)),
        fresh,
        sequence,
      ),
    ];
  return isWhole ? replaceAll(scope, blocks, sequence) : [];
}
