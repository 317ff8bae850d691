import { referralSource } from '#contract/ground/codes';
import { whole } from '../../../estimator/typed.ts';
import { must } from '../../../ground/kernel/assert.ts';
import type { FileSource, HeldFile, Run } from './read.ts';
import type { Ending } from './rules.ts';

/** A stay with what of its file an analysis asks for. */
export interface BookedStay {
  readonly kind: HeldFile['kind'];
  readonly unit: number;
  readonly source: FileSource;
  readonly received: number;
  readonly entered: number;
  readonly ended: number;
  readonly ending: Ending;
  /** The first stay of a file that was received or opened, not split off from another. */
  readonly isFirst: boolean;
}

const kinds: readonly HeldFile['kind'][] = ['referral', 'investigation'];
const sources: readonly FileSource[] = [...referralSource.options, 'proactive', 'further'];
const endings: readonly Ending[] = ['open', 'left', 'reclassified'];

/** Numbers of a stay, and of the id of its file. */
const width = 4;
const idWidth = 4;
/** The first number of a stay holds what has few values: kind, first or not, ending, source and unit, from the lowest bits up. */
const bits = { kind: 1, isFirst: 1, ending: 2, source: 8 } as const;
const at = { isFirst: 1, ending: 2, source: 4, unit: 12 } as const;
const mask = (count: number): number => (1 << count) - 1;
const known = 'pack wrote the position';

/** A run of files and their stays, packed: a million files take some 20 MB, and as much again for the ids. */
export interface Block {
  readonly run: Run;
  readonly stays: Int32Array;
  /** Null where they were kept and nothing has asked for them. */
  readonly ids: Int32Array | null;
}

export function packStays(files: readonly HeldFile[], units: readonly string[]) {
  const values: number[] = [];
  const ids: number[] = [];
  for (const { kind, id, unitId, source, received, stays } of files) {
    const file = kinds.indexOf(kind) + sources.indexOf(source) * 2 ** at.source + units.indexOf(unitId) * 2 ** at.unit;
    for (const [index, { entered, ended, ending }] of stays.entries()) {
      const isFirst = index === 0 && source !== 'further';
      const own = Number(isFirst) * 2 ** at.isFirst + endings.indexOf(ending) * 2 ** at.ending;
      values.push(file + own, received, entered, ended);
      ids.push(...packId(id));
    }
  }
  return { stays: Int32Array.from(values), ids: Int32Array.from(ids) };
}

/** One stay after the other of packed ones; what is not asked for is not unpacked. */
class Cursor implements BookedStay {
  stays: Int32Array = new Int32Array(0);
  first = 0;

  get kind(): HeldFile['kind'] {
    return must(kinds[this.file & mask(bits.kind)], known);
  }
  get isFirst(): boolean {
    return ((this.file >> at.isFirst) & mask(bits.isFirst)) === 1;
  }
  get ending(): Ending {
    return must(endings[(this.file >> at.ending) & mask(bits.ending)], known);
  }
  get source(): FileSource {
    return must(sources[(this.file >> at.source) & mask(bits.source)], known);
  }
  get unit(): number {
    return this.file >> at.unit;
  }
  get received(): number {
    return whole(this.stays, this.first + 1);
  }
  get entered(): number {
    return whole(this.stays, this.first + 2);
  }
  get ended(): number {
    return whole(this.stays, this.first + 3);
  }
  private get file(): number {
    return whole(this.stays, this.first);
  }
}

/** Visits every stay in turn, with its position. The object is the same one each time: a million would be waste. */
export function eachStay(
  blocks: readonly Block[],
  visit: (stay: BookedStay, block: Block, position: number) => void,
): void {
  const cursor = new Cursor();
  for (const block of blocks) {
    cursor.stays = block.stays;
    for (cursor.first = 0; cursor.first < block.stays.length; cursor.first += width)
      visit(cursor, block, cursor.first / width);
  }
}

export function idAt(ids: Int32Array, position: number): string {
  return unpackId(ids.subarray(position * idWidth, (position + 1) * idWidth));
}

/** A UUID as four whole numbers of 32 bits: a quarter of the room of its text. */
function packId(id: string): readonly number[] {
  const hex = id.replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16) | 0);
}

function unpackId(parts: Int32Array): string {
  const hex = [...parts].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
