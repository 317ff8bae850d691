import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { Input, MethodName, Output } from '#contract/index';
import { useWrite } from './queries.ts';

interface FolderWrite<M extends MethodName> {
  readonly run: () => void;
  readonly isChoosing: boolean;
  readonly isWriting: boolean;
  readonly failure: Failure | null;
  /** What was written, and where. */
  readonly written: Output<M> | undefined;
  readonly folder: FileGrant | null;
}

/** Asks for a folder, then calls a method that writes into it. Where none is chosen nothing happens. */
export function useFolderWrite<M extends MethodName>(
  method: M,
  toInput: (folder: FileGrant) => Input<M>,
): FolderWrite<M> {
  const choose = useWrite('files.chooseFolder');
  const write = useWrite(method);
  const [chosen, setChosen] = useState<FileGrant | null>(null);
  const run = () => {
    write.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder === null) return;
          setChosen(folder.grant);
          write.mutate(toInput(folder.grant));
        },
      },
    );
  };
  return {
    run,
    isChoosing: choose.isPending,
    isWriting: write.isPending,
    failure: (choose.error ?? write.error)?.failure ?? null,
    written: write.data,
    folder: chosen,
  };
}
