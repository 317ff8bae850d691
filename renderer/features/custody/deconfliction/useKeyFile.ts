import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { Output } from '#contract/index';
import type { UnitId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';

export type KeyFile = Output<'exchanges.inspectKey'>;
type ChosenFile = NonNullable<Output<'files.choose'>['file']>;

interface Joining {
  readonly unitId: UnitId;
  readonly sharedKey: string;
}

export interface KeyFileSteps {
  readonly file: ChosenFile | null;
  /** What the verified file says; null until one is read. */
  readonly key: KeyFile | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly choose: () => void;
  readonly confirm: (joining: Joining | null) => void;
}

/** Choose a file, see what it says, confirm its key. A refusal leaves the dialog where another file can be chosen. */
export function useKeyFile(onDone: () => void): KeyFileSteps {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const chooser = useWrite('files.choose');
  const inspect = useWrite('exchanges.inspectKey');
  const write = useWrite('exchanges.confirmKey');
  const calls = [chooser, inspect, write];
  const key = inspect.data ?? null;
  return {
    file,
    key,
    failure: calls.flatMap(({ error }) => error?.failure ?? [])[0] ?? null,
    isBusy: calls.some(({ isPending }) => isPending),
    choose: () => {
      write.reset();
      chooser.mutate(
        { purpose: 'exchange' },
        {
          onSuccess: ({ file: chosen }) => {
            if (chosen === null) return;
            setFile(chosen);
            inspect.mutate({ file: chosen.grant });
          },
        },
      );
    },
    confirm: (joining) => {
      if (file === null || key === null) return;
      write.mutate({ file: file.grant, confirmFingerprint: key.fingerprint, joining }, { onSuccess: onDone });
    },
  };
}
