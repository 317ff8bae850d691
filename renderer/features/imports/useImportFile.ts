import { useState } from 'react';
import type { Input, Output } from '#contract/index';
import { useDroppedFile } from '../../bridge/droppedFile.ts';
import { useWrite } from '../../bridge/queries.ts';

type Inspection = Output<'imports.inspect'>;
/** What every kind of list that is imported tells of its file. */
export type TableInspection = Pick<Inspection, 'reading' | 'sheets' | 'columns'>;
export type ChosenFile = NonNullable<Output<'files.choose'>['file']>;

/** The file on its way in, chosen in the dialog or dropped on the page. */
export function useImportFile(purpose: Input<'files.choose'>['purpose'], onFile: (file: ChosenFile) => void) {
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

export type ImportFile = ReturnType<typeof useImportFile>;
