import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import { useJob, type JobProgress } from '../../../../bridge/jobs.ts';
import { useWrite } from '../../../../bridge/queries.ts';
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
  const choose = useWrite('files.chooseFolder');
  const write = useWrite('counterfactual.replicate');
  const [grant, setGrant] = useState<FileGrant | null>(null);
  const run = () => {
    write.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder === null) return;
          setGrant(folder.grant);
          write.mutate({ ...question, folder: folder.grant, jobId: start() });
        },
      },
    );
  };
  return {
    run,
    isBusy: choose.isPending || write.isPending,
    isFitting: write.isPending,
    failure: (choose.error ?? write.error)?.failure ?? null,
    written: write.data === undefined || grant === null ? null : { folderName: write.data.folderName, grant },
    progress,
    cancel,
  };
}
