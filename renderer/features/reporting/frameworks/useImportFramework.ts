import type { Failure } from '#contract/ground/errors';
import type { Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';

export type Inspected = Output<'frameworks.inspect'>;

interface ImportFramework {
  readonly file: { readonly name: string } | null;
  /** What the file says; null until one is read. */
  readonly said: Inspected | null;
  /** The version that was imported. */
  readonly done: string | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly choose: () => void;
  readonly confirm: () => void;
}

/** Choose a file, see what it says, import it. */
export function useImportFramework(): ImportFramework {
  const chooser = useWrite('files.choose');
  const inspect = useWrite('frameworks.inspect');
  const write = useWrite('frameworks.import');
  const file = chooser.data?.file ?? null;
  return {
    file,
    said: inspect.data ?? null,
    done: write.data?.version ?? null,
    failure: (chooser.error ?? inspect.error ?? write.error)?.failure ?? null,
    isBusy: write.isPending,
    choose: () => {
      chooser.mutate(
        { purpose: 'framework' },
        {
          onSuccess: ({ file: chosen }) => {
            write.reset();
            inspect.reset();
            if (chosen !== null) inspect.mutate({ file: chosen.grant });
          },
        },
      );
    },
    confirm: () => {
      if (file !== null) write.mutate({ file: file.grant });
    },
  };
}
