import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { Output } from '#contract/index';
import type { chosenFile } from '#contract/store/shell';
import type { z } from 'zod';
import { useDroppedFile } from '../../../bridge/droppedFile.ts';
import { useWrite } from '../../../bridge/queries.ts';

export type Summary = Output<'packs.inspect'>;
type ChosenFile = z.output<typeof chosenFile>;

interface ImportPack {
  readonly file: ChosenFile | null;
  /** What the verified file says; null until one is read. */
  readonly summary: Summary | null;
  readonly result: Output<'packs.import'> | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly choose: () => void;
  readonly drop: (file: File) => void;
  /** With the reason where something about the file is not as it was. */
  readonly confirm: (reason: string) => void;
  readonly refuse: (reason: string) => void;
  readonly isRefused: boolean;
}

/** Choose a file, see what it says, import it. A refusal leaves the dialog where another file can be chosen. */
export function useImportPack(): ImportPack {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const chooser = useWrite('files.choose');
  const inspect = useWrite('packs.inspect');
  const write = useWrite('packs.import');
  const refusal = useWrite('packs.refuse');
  const dropped = useDroppedFile();
  const calls = [chooser, dropped, inspect, write, refusal];
  const take = (chosen: ChosenFile) => {
    write.reset();
    refusal.reset();
    setFile(chosen);
    inspect.mutate({ file: chosen.grant });
  };
  const choose = () => {
    dropped.reset();
    chooser.mutate(
      { purpose: 'pack' },
      {
        onSuccess: ({ file: chosen }) => {
          if (chosen !== null) take(chosen);
        },
      },
    );
  };
  const drop = (content: File) => {
    chooser.reset();
    dropped.mutate(content, { onSuccess: take });
  };
  const summary = inspect.data ?? null;
  const confirm = (reason: string) => {
    if (file === null || summary === null) return;
    write.mutate({
      file: file.grant,
      ...(summary.keyConfirmed ? {} : { confirmFingerprint: summary.fingerprint }),
      ...(summary.changes.length === 0 ? {} : { accept: { changes: summary.changes.map(({ code }) => code), reason } }),
    });
  };
  const refuse = (reason: string) => {
    if (file !== null) refusal.mutate({ file: file.grant, reason });
  };
  return {
    file,
    summary,
    result: write.data ?? null,
    failure: calls.flatMap(({ error }) => error?.failure ?? [])[0] ?? null,
    isBusy: calls.some(({ isPending }) => isPending),
    choose,
    drop,
    confirm,
    refuse,
    isRefused: refusal.isSuccess,
  };
}
