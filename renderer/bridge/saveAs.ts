import type { FileGrant } from '#contract/ground/ids';
import type { Input, MethodName, Output } from '#contract/index';
import { useWrite } from './queries.ts';

/** Names a file for the dialog, and the kind of it that is written. */
type Wanted = Input<'files.save'>;

/** Asks where a file goes, then calls the method that writes it: a cancelled dialog does nothing. */
export function useSaveAs<M extends MethodName>(method: M) {
  const choose = useWrite('files.save');
  const write = useWrite(method);
  const reset = () => {
    choose.reset();
    write.reset();
  };
  return {
    isPending: choose.isPending || write.isPending,
    isWriting: write.isPending,
    /** What the method said of the file that was written last. */
    written: write.data,
    name: choose.data?.file?.name ?? '',
    failure: (choose.error ?? write.error)?.failure,
    reset,
    save: (
      wanted: Wanted,
      inputOf: (file: FileGrant) => Input<M>,
      onWritten?: (output: Output<M>, file: { readonly grant: FileGrant; readonly name: string }) => void,
    ) => {
      reset();
      choose.mutate(wanted, {
        onSuccess: ({ file }) => {
          if (file !== null) write.mutate(inputOf(file.grant), { onSuccess: (output) => onWritten?.(output, file) });
        },
      });
    },
  };
}
