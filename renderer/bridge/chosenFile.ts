import { useState } from 'react';
import type { Input, Output } from '#contract/index';
import { useDroppedFile } from './droppedFile.ts';
import { useWrite } from './queries.ts';

export type ChosenFile = NonNullable<Output<'files.choose'>['file']>;

/** The file on its way in, chosen in the dialog or dropped on the page. */
export function useChosenFile(purpose: Input<'files.choose'>['purpose'], onFile: (file: ChosenFile) => void) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const choose = useWrite('files.choose');
  const dropped = useDroppedFile();
  const take = (taken: ChosenFile) => {
    setFile(taken);
    onFile(taken);
  };
  return {
    file,
    isPending: choose.isPending || dropped.isPending,
    failure: choose.error?.failure ?? dropped.error?.failure,
    forget: () => {
      choose.reset();
      dropped.reset();
      setFile(null);
    },
    pick: () => {
      dropped.reset();
      choose.mutate(
        { purpose },
        {
          onSuccess: ({ file: chosen }) => {
            if (chosen !== null) take(chosen);
          },
        },
      );
    },
    drop: (content: File) => {
      choose.reset();
      dropped.mutate(content, { onSuccess: take });
    },
  };
}

export type FileChoice = ReturnType<typeof useChosenFile>;
