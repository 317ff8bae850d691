import type { Month } from '#contract/ground/dates';
import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useJob, type JobProgress } from '../../../../bridge/jobs.ts';
import { useSaveAs } from '../../../../bridge/saveAs.ts';
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

/** Fits all units, then writes: what is stopped writes nothing. */
export function useExportReference(lastMonth: Month): ExportReference {
  const { workspace } = useSession();
  const { start, progress, cancel } = useJob();
  const { save, isPending, isWriting, failure } = useSaveAs('reference.export');
  const [exported, setExported] = useState<Exported | null>(null);
  const run = () => {
    setExported(null);
    save(
      { purpose: 'reference', suggestedName: `${workspace.name} ${lastMonth}.vigieref` },
      (file) => ({ lastMonth, file, jobId: start() }),
      (written, file) => {
        setExported({ ...written, ...file });
      },
    );
  };
  return { run, isBusy: isPending, isFitting: isWriting, failure: failure ?? null, exported, progress, cancel };
}
