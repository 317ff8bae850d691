import type { Month } from '#contract/ground/dates';
import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useJob, type JobProgress } from '../../../../bridge/jobs.ts';
import { useWrite } from '../../../../bridge/queries.ts';
import { useSession } from '../../../../bridge/session.ts';

interface Exported extends Output<'reference.export'> {
  readonly grant: FileGrant;
  readonly name: string;
}

interface ExportReference {
  readonly run: () => void;
  /** Asked for a place, or at work. */
  readonly isBusy: boolean;
  readonly isFitting: boolean;
  readonly failure: Failure | null;
  readonly exported: Exported | null;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

/** Asks where, fits all units, then writes: a cancelled dialog does nothing, and what is stopped writes nothing. */
export function useExportReference(lastMonth: Month): ExportReference {
  const { workspace } = useSession();
  const { start, progress, cancel } = useJob();
  const save = useWrite('files.save');
  const write = useWrite('reference.export');
  const [exported, setExported] = useState<Exported | null>(null);
  const run = () => {
    setExported(null);
    write.reset();
    save.mutate(
      { purpose: 'reference', suggestedName: `${workspace.name} ${lastMonth}.vigieref` },
      {
        onSuccess: ({ file }) => {
          if (file === null) return;
          write.mutate(
            { lastMonth, file: file.grant, jobId: start() },
            {
              onSuccess: (result) => {
                setExported({ ...result, ...file });
              },
            },
          );
        },
      },
    );
  };
  return {
    run,
    isBusy: save.isPending || write.isPending,
    isFitting: write.isPending,
    failure: (save.error ?? write.error)?.failure ?? null,
    exported,
    progress,
    cancel,
  };
}
