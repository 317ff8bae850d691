import { referralSource } from '#contract/codes';
import { must } from '../../kernel/assert.ts';
import type { ReadContext, ReadDb } from '../../store/types.ts';
import { changesSince, type Changes } from './changes.ts';
import { readRun, type FileSource, type HeldFile, type Run } from './read.ts';
import type { Ending } from './rules.ts';

/** A stay with what of its file an analysis asks for. */
export interface BookedStay {
  unit: number;
  source: FileSource;
  received: number;
  entered: number;
  ended: number;
  ending: Ending;
  /** The first stay of a file that was received or opened, not split off from another. */
  isFirst: boolean;
}

/** A run of files and their stays, packed: a million files take some 25 MB. */
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

const sources: readonly FileSource[] = [...referralSource.options, 'proactive', 'further'];
const endings: readonly Ending[] = ['open', 'left', 'reclassified'];
const width = 7;
/** Read at one go: some 20 ms, in which no other call is answered. */
const runLength = 2000;

function pack(files: readonly HeldFile[], units: readonly string[]): Int32Array {
  const values: number[] = [];
  for (const { unitId, source, received, stays } of files) {
    const unit = units.indexOf(unitId);
    const origin = sources.indexOf(source);
    for (const [index, { entered, ended, ending }] of stays.entries()) {
      const isFirst = index === 0 && source !== 'further';
      values.push(unit, origin, received, entered, ended, endings.indexOf(ending), Number(isFirst));
    }
  }
  return Int32Array.from(values);
}

function unpackInto(stay: BookedStay, stays: Int32Array, at: number): void {
  const value = (offset: number): number => must(stays[at + offset], 'a block holds whole stays');
  stay.unit = value(0);
  stay.source = must(sources[value(1)], 'pack wrote the position');
  stay.received = value(2);
  stay.entered = value(3);
  stay.ended = value(4);
  stay.ending = must(endings[value(5)], 'pack wrote the position');
  stay.isFirst = value(6) === 1;
}

/** Shows every stay in turn. The object is the same one each time: a million would be waste. */
export function eachStay(
  blocks: readonly Block[],
  visit: (stay: Readonly<BookedStay>, block: number, position: number) => void,
): void {
  const shown: BookedStay = {
    unit: 0,
    source: 'other',
    received: 0,
    entered: 0,
    ended: 0,
    ending: 'open',
    isFirst: false,
  };
  for (const [index, { stays }] of blocks.entries()) {
    for (let at = 0; at < stays.length; at += width) {
      unpackInto(shown, stays, at);
      visit(shown, index, at / width);
    }
  }
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

/** The file of each of a block's stays, in their order: read again, with the ids that the block leaves out. */
export async function fileOfEachStay(db: ReadDb, { run }: Block): Promise<readonly HeldFile[]> {
  const { files } = await readRun(db, run, runLength);
  return files.flatMap((file) => file.stays.map(() => file));
}
