import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import { useJob, type JobProgress } from '../../../../bridge/jobs.ts';
import { useFolderWrite } from '../../../../bridge/folderWrite.ts';
import type { Question } from '../useEstimate.ts';

interface Replication {
  readonly run: () => void;
  readonly isBusy: boolean;
  readonly isFitting: boolean;
  readonly failure: Failure | null;
  readonly written: { readonly folderName: string; readonly grant: FileGrant } | null;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

/** Asks where, estimates without the names of the units, then writes: what is stopped writes nothing. */
export function useReplication(question: Question): Replication {
  const { start, progress, cancel } = useJob();
  const { run, isChoosing, isWriting, failure, written, folder } = useFolderWrite(
    'counterfactual.replicate',
    (chosen) => ({
      ...question,
      folder: chosen,
      jobId: start(),
    }),
  );
  return {
    run,
    isBusy: isChoosing || isWriting,
    isFitting: isWriting,
    failure,
    written: written === undefined || folder === null ? null : { folderName: written.folderName, grant: folder },
    progress,
    cancel,
  };
}
