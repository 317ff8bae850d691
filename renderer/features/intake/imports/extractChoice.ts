import { useState } from 'react';
import type { Difference, ExtractRow } from '#contract/intake/extracts';

/** Groups of rows that can be written; the others are there to be read. */
export const takeable = ['new', 'changed', 'conflict', 'gone', 'struck'] as const satisfies readonly Difference[];

export interface ExtractChoice {
  readonly take: readonly Difference[];
  readonly except: readonly number[];
  readonly isChosen: (row: ExtractRow) => boolean;
  readonly toggleRow: (row: ExtractRow) => void;
  /** A whole group, whatever was chosen of it row by row. */
  readonly toggleGroup: (group: Difference) => void;
  /** How many of a group are chosen. */
  readonly chosenOf: (group: Difference, count: number) => number;
}

/** What is new or changed is taken unless it is left out; a conflict, what is gone and what was struck only when asked for. */
export function useExtractChoice(): ExtractChoice {
  const [take, setTake] = useState<readonly Difference[]>(['new', 'changed']);
  const [exceptions, setExceptions] = useState<ReadonlyMap<number, Difference>>(new Map());
  return {
    take,
    except: [...exceptions.keys()],
    isChosen: (row) => row.canTake && take.includes(row.difference) !== exceptions.has(row.index),
    toggleRow: ({ index, difference }) => {
      const next = new Map(exceptions);
      if (!next.delete(index)) next.set(index, difference);
      setExceptions(next);
    },
    toggleGroup: (group) => {
      setExceptions(new Map([...exceptions].filter(([, each]) => each !== group)));
      setTake(take.includes(group) ? take.filter((each) => each !== group) : [...take, group]);
    },
    chosenOf: (group, count) => {
      const others = [...exceptions.values()].filter((each) => each === group).length;
      return take.includes(group) ? count - others : others;
    },
  };
}
