import type { FileGrant } from '#contract/ground/ids';
import type { Input, MethodName, Output } from '#contract/index';
import { useRef } from 'react';
import { useWrite } from './queries.ts';

/** Names a file for the dialog, and the kind of it that is written. */
type Wanted = Input<'files.save'>;

/** Asks where a file goes, then calls the method that writes it: a cancelled dialog does nothing, nor does a second call meanwhile. */
export function useSaveAs<M extends MethodName>(method: M) {
  const choose = useWrite('files.save');
  const write = useWrite(method);
  // A key that is held asks again before the page is drawn.
  const isAsked = useRef(false);
  const end = () => {
    isAsked.current = false;
  };
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
      if (isAsked.current) return;
      isAsked.current = true;
      reset();
      choose.mutate(wanted, {
        onError: end,
        onSuccess: ({ file }) => {
          if (file === null) end();
          else
            write.mutate(inputOf(file.grant), {
              onSuccess: (output) => onWritten?.(output, file),
              onSettled: end,
            });
        },
      });
    },
  };
}
