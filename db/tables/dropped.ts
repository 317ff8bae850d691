import type { FileGrant } from '#contract/ids';
import { StoreFailure } from '../kernel/failure.ts';
import type { ActionContext } from '../store/types.ts';
import { fileAt, fileInMemory, tooLarge, type FileSource } from './source.ts';

/** What is dropped passes through the page and stays in memory; a larger file is chosen in the dialog. */
const largestDropped = 64 * 1024 * 1024;

interface DroppedFile {
  readonly grant: FileGrant;
  readonly name: string;
  readonly pieces: Buffer[];
  held: number;
}

const memoryKey = 'tables.dropped';
type Memory = ActionContext['memory'];

function heldFile(memory: Memory, grant: string): DroppedFile | null {
  const held = memory.get(memoryKey) as DroppedFile | undefined;
  return held?.grant === grant ? held : null;
}

export interface DroppedPiece {
  readonly file: FileGrant;
  readonly name: string;
  readonly offset: number;
  readonly base64: string;
}

/** Takes the next piece of a dropped file. One file is held at a time; its first piece puts the one before away. */
export function takePiece(memory: Memory, { file, name, offset, base64 }: DroppedPiece): number {
  if (offset === 0) memory.set(memoryKey, { grant: file, name, pieces: [], held: 0 } satisfies DroppedFile);
  const held = heldFile(memory, file);
  if (held?.held !== offset) throw new StoreFailure('conflict', 'file_changed');
  const piece = Buffer.from(base64, 'base64');
  if (offset + piece.length > largestDropped) {
    memory.delete(memoryKey);
    throw tooLarge();
  }
  held.pieces.push(piece);
  held.held += piece.length;
  return held.held;
}

/** The file that a grant names: dropped on the page, or chosen in a dialog. */
export function sourceOf(context: ActionContext, grant: string): FileSource {
  const dropped = heldFile(context.memory, grant);
  return dropped ? fileInMemory(dropped.name, dropped.pieces) : fileAt(context.path(grant));
}
