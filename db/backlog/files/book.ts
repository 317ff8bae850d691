import { referralSource } from '#contract/codes';
import { must } from '../../kernel/assert.ts';
import type { ReadContext, ReadDb } from '../../store/types.ts';
import { changesSince, type Changes } from './changes.ts';
import { packId, unpackId } from './packedId.ts';
import { readRun, type FileSource, type HeldFile, type Run } from './read.ts';
import type { Ending } from './rules.ts';

/** A stay with what of its file an analysis asks for. */
export interface BookedStay {
  kind: HeldFile['kind'];
  unit: number;
  source: FileSource;
  received: number;
  entered: number;
  ended: number;
  ending: Ending;
  /** The first stay of a file that was received or opened, not split off from another. */
  isFirst: boolean;
}

/** A run of files and their stays, packed: a million files take some 50 MB. */
export interface Block {
  readonly run: Run;
  readonly stays: Int32Array;
}

/** Every stay in the backlog of every file that the session may see. */
export interface FileBook {
  /** The units by their position, as `BookedStay.unit` names them. */
  readonly units: readonly string[];
  readonly blocks: readonly Block[];
}

const kinds: readonly HeldFile['kind'][] = ['referral', 'investigation'];
const sources: readonly FileSource[] = [...referralSource.options, 'proactive', 'further'];
const endings: readonly Ending[] = ['open', 'left', 'reclassified'];
/** Numbers of a stay; the last four are the id of its file. */
const width = 12;
const idAt = 8;
/** Read at one go: some 20 ms, in which no other call is answered. */
const runLength = 2000;

function pack(files: readonly HeldFile[], units: readonly string[]): Int32Array {
  const values: number[] = [];
  for (const { kind, id, unitId, source, received, stays } of files) {
    const file = [kinds.indexOf(kind), units.indexOf(unitId), sources.indexOf(source), received];
    for (const [index, { entered, ended, ending }] of stays.entries()) {
      const isFirst = index === 0 && source !== 'further';
      values.push(...file, entered, ended, endings.indexOf(ending), Number(isFirst), ...packId(id));
    }
  }
  return Int32Array.from(values);
}

function unpackInto(stay: BookedStay, stays: Int32Array, at: number): void {
  const value = (offset: number): number => must(stays[at + offset], 'a block holds whole stays');
  const option = <T>(options: readonly T[], offset: number): T =>
    must(options[value(offset)], 'pack wrote the position');
  stay.kind = option(kinds, 0);
  stay.unit = value(1);
  stay.source = option(sources, 2);
  stay.received = value(3);
  stay.entered = value(4);
  stay.ended = value(5);
  stay.ending = option(endings, 6);
  stay.isFirst = value(7) === 1;
}

/** Shows every stay in turn, and where it stands. The object is the same one each time: a million would be waste. */
export function eachStay(
  blocks: readonly Block[],
  visit: (stay: Readonly<BookedStay>, block: Block, at: number) => void,
): void {
  const stay: BookedStay = {
    kind: 'referral',
    unit: 0,
    source: 'other',
    received: 0,
    entered: 0,
    ended: 0,
    ending: 'open',
    isFirst: false,
  };
  for (const block of blocks) {
    for (let at = 0; at < block.stays.length; at += width) {
      unpackInto(stay, block.stays, at);
      visit(stay, block, at);
    }
  }
}

/** The id of what carries the file whose stay stands there. */
export function fileIdAt({ stays }: Block, at: number): string {
  return unpackId(stays.subarray(at + idAt, at + width));
}

interface Held {
  blocks: readonly Block[];
  /** The last link of the audit chain that the blocks know of; null before they were read. */
  sequence: number | null;
  /** Calls wait for each other: two would read the same runs twice. */
  work: Promise<void>;
}

/**
 * Every stay in the backlog that the session may see, kept until the lock. A first call reads all files, in short turns
 * between which other calls are answered; a later one reads again only the runs in which something has changed.
 */
export async function openBook(
  db: ReadDb,
  { session, memory }: Pick<ReadContext, 'session' | 'memory'>,
): Promise<FileBook> {
  const units = session.unitIds;
  const key = `backlog.files ${units.join(' ')}`;
  const held = (memory.get(key) as Held | undefined) ?? { blocks: [], sequence: null, work: Promise.resolve() };
  memory.set(key, held);
  // A failure is told to the call that met it, not to those that come after.
  const work = held.work.then(() => refresh(db, held, units));
  held.work = work.catch(() => undefined);
  await work;
  return { units, blocks: held.blocks };
}

async function refresh(db: ReadDb, held: Held, units: readonly string[]): Promise<void> {
  const { sequence, changed } = await changesSince(db, held.sequence);
  if (changed === 'all') held.blocks = await readAll(db, units);
  else {
    const blocks: Block[] = [];
    for (const block of held.blocks)
      blocks.push(...(holdsAny(block.run, changed) ? await readBlocks(db, block.run, units) : [block]));
    held.blocks = blocks;
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
    blocks.push({ run: { ...run, after, last: isEnd ? run.last : last }, stays: pack(files, units) });
    if (isEnd) return blocks;
    after = last;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function holdsAny({ kind, after, last }: Run, changed: Exclude<Changes['changed'], 'all'>): boolean {
  return changed[kind].some((id) => id > after && (last === null || id <= last));
}
