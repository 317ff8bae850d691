import type { SinceIssue } from '#contract/custody/disclosure';

/** What earlier papers of a series gave or withheld, as each record was when it was last issued. */
export type History = ReadonlyMap<string, { readonly number: number; readonly digest: string }>;

interface Given {
  readonly recordKey: string;
  readonly number: number;
  readonly digest: string;
}

/** The rows of the papers of a series, the earliest first: the last one that gave a record holds. */
export function historyOf(rows: readonly Given[]): History {
  return new Map(rows.map(({ recordKey, number, digest }) => [recordKey, { number, digest }]));
}

interface Known {
  readonly key: string;
  readonly digest: string;
}

export interface Numbered<R> {
  readonly record: R;
  readonly number: number;
  /** Given before, and changed since. */
  readonly isRevised: boolean;
}

/** The records that a paper lists: all of a first one, what is new or changed of a further one. A record keeps its number through a series. */
export function numberRecords<R extends Known>(records: readonly R[], history: History): readonly Numbered<R>[] {
  let last = Math.max(0, ...[...history.values()].map(({ number }) => number));
  return records.flatMap((record) => {
    const before = history.get(record.key);
    if (before?.digest === record.digest) return [];
    if (before === undefined) last += 1;
    return [{ record, number: before?.number ?? last, isRevised: before !== undefined }];
  });
}

/** The keys of what was given and is no longer recorded. */
export function removedSince(records: readonly Known[], history: History): readonly string[] {
  const held = new Set(records.map(({ key }) => key));
  return [...history.keys()].filter((key) => !held.has(key));
}

export function changesSince(records: readonly Known[], history: History): SinceIssue {
  const listed = numberRecords(records, history);
  const changed = listed.filter(({ isRevised }) => isRevised).length;
  return { added: listed.length - changed, changed, removed: removedSince(records, history).length };
}
