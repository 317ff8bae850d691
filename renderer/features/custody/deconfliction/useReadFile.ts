import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { ExchangeReading } from '#contract/custody/deconfliction';
import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';

interface Read {
  readonly file: FileGrant;
  readonly reading: ExchangeReading;
}

interface ReadFile {
  readonly read: Read | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly choose: () => void;
  readonly putAway: () => void;
}

/** A request or reply on screen, for as long as it is looked at. */
export function useReadFile(): ReadFile {
  const chooser = useWrite('files.choose');
  const reader = useWrite('exchanges.read');
  const [read, setRead] = useState<Read | null>(null);
  const putAway = () => {
    chooser.reset();
    reader.reset();
    setRead(null);
  };
  return {
    read,
    isBusy: chooser.isPending || reader.isPending,
    failure: (chooser.error ?? reader.error)?.failure ?? null,
    putAway,
    choose: () => {
      putAway();
      chooser.mutate(
        { purpose: 'exchange' },
        {
          onSuccess: ({ file }) => {
            if (file === null) return;
            reader.mutate(
              { file: file.grant },
              {
                onSuccess: (reading) => {
                  setRead({ file: file.grant, reading });
                },
              },
            );
          },
        },
      );
    },
  };
}
