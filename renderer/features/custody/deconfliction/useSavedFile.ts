import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';

export interface SavedFile {
  readonly grant: FileGrant;
  readonly name: string;
}

/** Asks where a file of an exchange goes; a cancelled dialog does nothing. */
export function useSavedFile(onChosen: (file: SavedFile) => void) {
  const save = useWrite('files.save');
  return {
    isPending: save.isPending,
    failure: save.error?.failure ?? null,
    pick: (suggestedName: string) => {
      save.mutate(
        { purpose: 'exchange', suggestedName },
        {
          onSuccess: ({ file }) => {
            if (file !== null) onChosen(file);
          },
        },
      );
    },
  };
}
