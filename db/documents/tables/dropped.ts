import type { FileGrant } from '#contract/ground/ids';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fileAt, fileInMemory, tooLarge, type FileSource } from './source.ts';

/** What is dropped passes through the page and stays in memory: this limits all of it together. A larger file is chosen in the dialog. */
const largestDropped = 64 * 1024 * 1024;

interface DroppedFile {
  readonly name: string;
  readonly pieces: Buffer[];
  held: number;
}

const memoryKey = 'tables.dropped';
type Memory = Map<string, unknown>;

/** What a handler knows of the files that it is offered. */
interface Offered {
  readonly memory: Memory;
  readonly readers: ForeignReaders;
  /** The path that the user chose in a dialog. */
  readonly path: (grant: string) => string;
}

type Held = Map<string, DroppedFile>;

function heldFiles(memory: Memory): Held {
  const held = memory.get(memoryKey) as Held | undefined;
  if (held) return held;
  const fresh: Held = new Map();
  memory.set(memoryKey, fresh);
  return fresh;
}

/** Drops the oldest files from memory until the piece has room, its own file last. */
function makeRoom(held: Held, grant: string, bytes: number): void {
  const total = (): number => [...held.values()].reduce((sum, each) => sum + each.held, 0);
  for (const other of [...held.keys()]) {
    if (total() + bytes <= largestDropped) return;
    if (other !== grant) held.delete(other);
  }
  if (total() + bytes <= largestDropped) return;
  held.delete(grant);
  throw tooLarge();
}

export interface DroppedPiece {
  readonly file: FileGrant;
  readonly name: string;
  readonly offset: number;
  readonly base64: string;
}

/** Takes the next piece of a dropped file. Several are kept, as long as they have room together. */
export function takePiece(memory: Memory, { file, name, offset, base64 }: DroppedPiece): number {
  const files = heldFiles(memory);
  if (offset === 0) files.set(file, { name, pieces: [], held: 0 });
  const held = files.get(file);
  if (held?.held !== offset) throw new StoreFailure('conflict', 'file_changed');
  const piece = Buffer.from(base64, 'base64');
  makeRoom(files, file, piece.length);
  held.pieces.push(piece);
  held.held += piece.length;
  return held.held;
}

/** A dropped file by its grant; null where the grant is of a dialog, or the file was removed. */
export function droppedFile(
  { memory, readers }: Pick<Offered, 'memory' | 'readers'>,
  grant: string,
): FileSource | null {
  const dropped = (memory.get(memoryKey) as Held | undefined)?.get(grant);
  return dropped ? fileInMemory(dropped.name, dropped.pieces, readers) : null;
}

/** The file that a grant names: dropped on the page, or chosen in a dialog. */
export function sourceOf(context: Offered, grant: string): FileSource {
  return droppedFile(context, grant) ?? fileAt(context.path(grant), context.readers);
}
