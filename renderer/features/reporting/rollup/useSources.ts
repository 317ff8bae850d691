import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { RollupSource } from '#contract/reporting/rollup';
import { useChosenFile } from '../../../bridge/chosenFile.ts';
import { useWrite } from '../../../bridge/queries.ts';

interface Place {
  readonly grant: FileGrant;
  readonly name: string;
}

export interface ChosenSource extends RollupSource {
  readonly place: FileGrant;
  /** Of the folder or file that the user chose. */
  readonly chosen: string;
}

interface Sources {
  /** Null until a place was looked at. */
  readonly sources: readonly ChosenSource[] | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly chooseFolder: () => void;
  readonly chooseFile: () => void;
  /** A pack or a form; a return is a folder, which a dialog chooses. */
  readonly dropFile: (file: File) => void;
  /** Imports all that is ready, and what the user has just accepted. */
  readonly take: (accepted: Accepted) => void;
  /** Of a source that waits: takes it in, or refuses it, for a reason. */
  readonly confirmChanged: (source: ChosenSource, reason: string) => void;
  readonly refuse: (source: ChosenSource, reason: string) => void;
}

/** What the user has said: keys that were compared, and of which unsigned forms the origin is confirmed. */
export interface Accepted {
  readonly keys: ReadonlySet<string>;
  readonly unsigned: ReadonlySet<string>;
}

export const sourceKey = ({ place, name }: Pick<ChosenSource, 'place' | 'name'>): string => `${place} ${name}`;

export function mayTake(source: ChosenSource, { keys, unsigned }: Accepted): boolean {
  const { verdict, fingerprint } = source;
  if (verdict === 'ready' || (verdict === 'unsigned' && unsigned.has(sourceKey(source)))) return true;
  return verdict === 'key_unconfirmed' && fingerprint !== null && keys.has(fingerprint);
}

/** As they were made: a later version of a return takes the place of the earlier one, whatever order they are in. */
function inOrder(sources: readonly ChosenSource[]): readonly ChosenSource[] {
  return sources.toSorted((a, b) => (a.says?.exportedAt ?? 0) - (b.says?.exportedAt ?? 0));
}

/** The key that the user compared goes with a source whose own is not confirmed. */
function keyOf(confirms: boolean, fingerprint: string | null): { confirmFingerprint?: string } {
  return confirms && fingerprint !== null ? { confirmFingerprint: fingerprint } : {};
}

/** Choose places, see what is in them and what is to be thought of it, import what holds. */
export function useSources(): Sources {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [sources, setSources] = useState<readonly ChosenSource[] | null>(null);
  const folder = useWrite('files.chooseFolder');
  const file = useChosenFile('rollup', (chosen) => {
    add(chosen).catch(() => undefined);
  });
  const inspect = useWrite('rollup.inspect');
  const write = useWrite('rollup.import');
  const refusal = useWrite('rollup.refuse');
  const calls = [folder, inspect, write, refusal];

  async function look(at: readonly Place[]): Promise<void> {
    const found: ChosenSource[] = [];
    for (const { grant, name } of at) {
      const looked = await inspect.mutateAsync({ place: grant });
      found.push(...looked.found.map((each) => ({ ...each, place: grant, chosen: name })));
    }
    setPlaces(at);
    setSources(found);
  }
  async function add(place: Place | null): Promise<void> {
    if (place === null) return;
    write.reset();
    await look([...places, place]);
  }
  const addFolder = async (): Promise<void> => add((await folder.mutateAsync({})).folder);
  async function takeAll(accepted: Accepted): Promise<void> {
    for (const source of inOrder(sources ?? [])) {
      if (!mayTake(source, accepted)) continue;
      const { place, name, fingerprint, verdict } = source;
      const acceptUnsigned = verdict === 'unsigned';
      const key = keyOf(verdict === 'key_unconfirmed', fingerprint);
      await write.mutateAsync({ place, name, acceptUnsigned, ...key });
    }
  }
  /** The list says what came of it, either way. */
  async function lookAfter(work: Promise<unknown>): Promise<void> {
    await work.catch(() => undefined);
    await look(places).catch(() => undefined);
  }
  return {
    sources,
    failure: calls.map(({ error }) => error?.failure).find(Boolean) ?? file.failure ?? null,
    isBusy: file.isPending || calls.some(({ isPending }) => isPending),
    chooseFolder: () => {
      addFolder().catch(() => undefined);
    },
    chooseFile: file.pick,
    dropFile: file.drop,
    take: (accepted) => {
      // What was imported before one was refused is here: the list says so either way.
      void lookAfter(takeAll(accepted));
    },
    confirmChanged: ({ place, name, fingerprint, keyConfirmed, changes }, reason) => {
      const accept = { changes: changes.map(({ code }) => code), reason };
      void lookAfter(write.mutateAsync({ place, name, accept, ...keyOf(!keyConfirmed, fingerprint) }));
    },
    refuse: ({ place, name }, reason) => {
      void lookAfter(refusal.mutateAsync({ place, name, reason }));
    },
  };
}
