import { useState } from 'react';
import type { Difference, ExtractKind, ExtractMapping } from '#contract/intake/extracts';
import type { Output } from '#contract/index';
import type { Reading } from '#contract/documents/tables';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useChosenFile, type ChosenFile } from '../../../bridge/chosenFile.ts';

export type ExtractInspection = Output<'extracts.inspect'>;

/** One extract on its way in: chosen, mapped, compared, applied. A change of an earlier step takes the later ones back. */
export function useExtract(kind: ExtractKind) {
  const [mapping, setMapping] = useState<ExtractMapping | null>(null);
  const inspect = useWrite('extracts.inspect');
  const long = useCompareAndApply(kind);
  const read = (file: ChosenFile, reading?: Reading) => {
    long.forget();
    const onSuccess = (found: ExtractInspection) => {
      setMapping(found.suggested);
    };
    inspect.mutate({ kind, file: file.grant, ...(reading && { reading }) }, { onSuccess });
  };
  const chosen = useChosenFile('referrals', (file) => {
    inspect.reset();
    setMapping(null);
    read(file);
  });
  const { file } = chosen;
  return {
    chosen,
    mapping,
    inspect,
    ...long,
    startOver: () => {
      inspect.reset();
      long.forget();
      setMapping(null);
      chosen.forget();
    },
    readAs: (reading: Reading) => {
      if (file !== null) read(file, reading);
    },
    map: (next: ExtractMapping) => {
      long.forget();
      setMapping(next);
    },
    compare: () => {
      if (file !== null && mapping !== null && inspect.data !== undefined)
        long.compareAll(file, inspect.data.reading, mapping);
    },
  };
}

function useCompareAndApply(kind: ExtractKind) {
  const preview = useWrite('extracts.preview');
  const apply = useWrite('extracts.apply');
  const job = useJob();
  return {
    preview,
    apply,
    job,
    forget: () => {
      preview.reset();
      apply.reset();
    },
    compareAll: (file: ChosenFile, reading: Reading, mapping: ExtractMapping) => {
      apply.reset();
      preview.mutate({ kind, file: file.grant, reading, mapping, jobId: job.start() });
    },
    applyChosen: (take: readonly Difference[], except: readonly number[]) => {
      if (preview.data === undefined) return;
      const { previewId } = preview.data;
      apply.mutate({ previewId, take: [...take], except: [...except], jobId: job.start() });
    },
  };
}

export type ExtractFlow = ReturnType<typeof useExtract>;
