import { useState } from 'react';
import type { z } from 'zod';
import type { Failure } from '#contract/ground/errors';
import type { Output } from '#contract/index';
import type { chosenFile } from '#contract/store/shell';
import { useWrite } from '../../../../bridge/queries.ts';

export type Inspected = Output<'reference.inspect'>;
type ChosenFile = z.output<typeof chosenFile>;

interface ImportReference {
  readonly file: ChosenFile | null;
  /** What the verified file says; null until one is read. */
  readonly inspected: Inspected | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
  readonly isWriting: boolean;
  readonly choose: () => void;
  /** Puts the file in force; its fingerprint is repeated where the key is new. */
  readonly put: () => void;
}

/** A refusal leaves the dialog where another file can be chosen. */
export function useImportReference(onDone: () => void): ImportReference {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const chooser = useWrite('files.choose');
  const inspect = useWrite('reference.inspect');
  const write = useWrite('reference.import');
  const inspected = inspect.data ?? null;
  return {
    file,
    inspected,
    failure: (chooser.error ?? inspect.error ?? write.error)?.failure ?? null,
    isReading: chooser.isPending || inspect.isPending,
    isWriting: write.isPending,
    choose: () => {
      chooser.mutate(
        { purpose: 'reference' },
        {
          onSuccess: ({ file: chosen }) => {
            if (chosen === null) return;
            write.reset();
            setFile(chosen);
            inspect.mutate({ file: chosen.grant });
          },
        },
      );
    },
    put: () => {
      if (file === null || inspected === null) return;
      const confirmed = inspected.keyConfirmed ? {} : { confirmFingerprint: inspected.fingerprint };
      write.mutate({ file: file.grant, ...confirmed }, { onSuccess: onDone });
    },
  };
}
