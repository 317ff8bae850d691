import { referralSource } from '#contract/codes';
import { must } from '../../kernel/assert.ts';
import { packId, unpackId } from './packedId.ts';
import type { FileSource, HeldFile, Run } from './read.ts';
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

const kinds: readonly HeldFile['kind'][] = ['referral', 'investigation'];
const sources: readonly FileSource[] = [...referralSource.options, 'proactive', 'further'];
const endings: readonly Ending[] = ['open', 'left', 'reclassified'];

/** Numbers of a stay, and of the id of its file. */
const width = 4;
const idWidth = 4;
/** The first number of a stay holds what has few values: kind, first or not, ending, source and unit, from the lowest bits up. */
const bits = { kind: 1, isFirst: 1, ending: 2, source: 8 } as const;
const at = { isFirst: 1, ending: 2, source: 4, unit: 12 } as const;
const mask = (count: number): number => 2 ** count - 1;

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

export function createStay(): BookedStay {
  return {
    kind: 'referral',
    unit: 0,
    source: 'other',
    received: 0,
    entered: 0,
    ended: 0,
    ending: 'open',
    isFirst: false,
  };
}

/** Shows every stay of a block in turn in the same object, and its position. */
export function eachPacked(stays: Int32Array, stay: BookedStay, visit: (position: number) => void): void {
  const known = 'pack wrote the position';
  for (let first = 0; first < stays.length; first += width) {
    const file = must(stays[first], known);
    stay.kind = must(kinds[file & mask(bits.kind)], known);
    stay.isFirst = ((file >> at.isFirst) & mask(bits.isFirst)) === 1;
    stay.ending = must(endings[(file >> at.ending) & mask(bits.ending)], known);
    stay.source = must(sources[(file >> at.source) & mask(bits.source)], known);
    stay.unit = file >> at.unit;
    stay.received = must(stays[first + 1], known);
    stay.entered = must(stays[first + 2], known);
    stay.ended = must(stays[first + 3], known);
    visit(first / width);
  }
}

export function idAt(ids: Int32Array, position: number): string {
  return unpackId(ids.subarray(position * idWidth, (position + 1) * idWidth));
}
