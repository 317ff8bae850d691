import type { ReadDb } from '../../../ground/kernel/database.ts';
import type { ReadContext } from '../../../store/types.ts';
import { changesSince, type Changes } from './changes.ts';
import { idsOf, loadBook, stepsToKeep } from './keptBook.ts';
import { idAt, packStays, type Block } from './packedStays.ts';
import { readRun, type Run } from './read.ts';

/** Every stay in the backlog of every file that the session may see. */
export interface FileBook {
  /** The units by their position, as `BookedStay.unit` names them. */
  readonly units: readonly string[];
  readonly blocks: readonly Block[];
}

export type BookContext = Pick<ReadContext, 'session' | 'memory' | 'derive'>;

/** Read at one go: some 20 ms, in which no other call is answered. */
const runLength = 2000;

const scopeOf = (units: readonly string[]): string => units.join(' ');

/** The id of the referral or investigation whose stay is there; null where the block has been read again since. */
export async function fileIdAt(
  db: ReadDb,
  { units }: FileBook,
  block: Block,
  position: number,
): Promise<string | null> {
  const ids = await idsOf(db, scopeOf(units), block);
  return ids === null ? null : idAt(ids, position);
}

/** The ids of the files of whole blocks, each read once; without those that have been read again since. */
export async function fileIdsOf(
  db: ReadDb,
  { units }: FileBook,
  blocks: readonly Block[],
): Promise<ReadonlyMap<Block, Int32Array>> {
  const found = new Map<Block, Int32Array>();
  for (const block of new Set(blocks)) {
    const ids = await idsOf(db, scopeOf(units), block);
    if (ids !== null) found.set(block, ids);
  }
  return found;
}

interface Held {
  blocks: readonly Block[];
  /** The last link of the audit chain that the blocks know of; null before they were read. */
  sequence: number | null;
  /** Calls wait for each other: two would read the same runs twice. */
  work: Promise<void>;
  /** The blocks that the store keeps; null where it may keep others or none. */
  kept: readonly Block[] | null;
  keeping: Promise<void>;
}

function newHeld(): Held {
  return { blocks: [], sequence: null, work: Promise.resolve(), kept: null, keeping: Promise.resolve() };
}

/**
 * Every stay in the backlog that the session may see, in memory until the lock and in the store for the next sign-in. The very first call
 * reads all files, in short turns between which other calls are answered; a later one reads again only the runs in which something has changed.
 */
export async function openBook(db: ReadDb, { session, memory, derive }: BookContext): Promise<FileBook> {
  const units = [...session.unitIds].sort();
  const key = `backlog.files ${scopeOf(units)}`;
  const held = (memory.get(key) as Held | undefined) ?? newHeld();
  memory.set(key, held);
  // A failure is reported to the call that met it, not to later ones.
  const work = held.work.then(() => refresh(db, held, units));
  held.work = work.catch(() => undefined);
  await work;
  if (held.kept !== held.blocks) keepBook(held, scopeOf(units), derive);
  return { units, blocks: held.blocks };
}

/** Stores the blocks in their state when their turn comes. Where that fails all of them are written the next time. */
function keepBook(held: Held, scope: string, derive: ReadContext['derive']): void {
  held.keeping = held.keeping.then(async () => {
    const { blocks, sequence, kept } = held;
    if (sequence === null || blocks === kept) return;
    const isDone = await derive(stepsToKeep(scope, kept, { blocks, sequence }));
    held.kept = isDone ? blocks : null;
  });
}

async function refresh(db: ReadDb, held: Held, units: readonly string[]): Promise<void> {
  if (held.sequence === null) {
    const kept = await loadBook(db, scopeOf(units));
    if (kept !== null) Object.assign(held, { ...kept, kept: kept.blocks });
  }
  const { sequence, changed } = await changesSince(db, held.sequence);
  if (changed === 'all') held.blocks = await readAll(db, units);
  else {
    const isStale = held.blocks.map(({ run }) => holdsAny(run, changed));
    const blocks: Block[] = [];
    for (const [index, block] of held.blocks.entries())
      blocks.push(...(isStale[index] === true ? await readBlocks(db, block.run, units) : [block]));
    if (isStale.some(Boolean)) held.blocks = blocks;
  }
  held.sequence = sequence;
}

async function readAll(db: ReadDb, units: readonly string[]): Promise<readonly Block[]> {
  const whole = { after: '', last: null };
  return [
    ...(await readBlocks(db, { kind: 'referral', ...whole }, units)),
    ...(await readBlocks(db, { kind: 'investigation', ...whole }, units)),
  ];
}

/** One block or, where a run is longer than a turn may be, several. The last is open at its end if the run is. */
async function readBlocks(db: ReadDb, run: Run, units: readonly string[]): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  let { after } = run;
  for (;;) {
    const { files, last } = await readRun(db, { ...run, after }, runLength);
    const isEnd = files.length < runLength || last === null;
    blocks.push({ run: { ...run, after, last: isEnd ? run.last : last }, ...packStays(files, units) });
    if (isEnd) return blocks;
    after = last;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function holdsAny({ kind, after, last }: Run, changed: Exclude<Changes['changed'], 'all'>): boolean {
  const isIn = (id: string): boolean => id > after && (last === null || id <= last);
  if (changed[kind].some(isIn)) return true;
  return (
    kind === 'referral' && changed.imported.some((ids) => ids.last > after && (last === null || ids.first <= last))
  );
}
